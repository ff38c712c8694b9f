import ArgumentParser
import VanBanModel
import VanBanReading
import VanBanStructure

/// An input of a command, read and converted, or a message that says why not.
struct InputDocument {
    let path: String

    var name: String {
        path == "-" ? "-" : FileIdentity.name(of: path)
    }

    struct Failure: Error {
        var message: String
    }

    /// - Parameter lists: agencies that are known besides the program's own, and what people put right.
    func convert(
        _ options: ReadingOptions, _ lists: ReadingLists, _ language: Language
    ) throws(Failure) -> ConvertedDocument {
        try convert(try bytes(limit: options.limits.fileBytes, language), options, lists, language)
    }

    /// The same with the file's bytes, for whoever shows places of the file.
    func convertKeepingBytes(
        _ options: ReadingOptions, _ lists: ReadingLists, _ language: Language
    ) throws(Failure) -> (document: ConvertedDocument, bytes: [UInt8]) {
        let bytes = try bytes(limit: options.limits.fileBytes, language)
        return (try convert(bytes, options, lists, language), bytes)
    }

    /// The file's bytes.
    func bytes(limit: Int, _ language: Language) throws(Failure) -> [UInt8] {
        do {
            return try InputFile.bytes(of: path, limit: limit)
        } catch {
            throw Failure(message: message(for: error, language))
        }
    }

    private func convert(
        _ bytes: consuming [UInt8], _ options: ReadingOptions, _ lists: ReadingLists, _ language: Language
    ) throws(Failure) -> ConvertedDocument {
        do {
            let document = try DocumentConverter(
                reader: options.reader, agencies: lists.agencies, readsAny: options.readsAny
            )
            .convert(consume bytes, name: name, path: path == "-" ? nil : path, from: options.from)
            return lists.corrected(document)
        } catch {
            throw Failure(message: "\(path): \(error.message(in: language))")
        }
    }

    private func message(for failure: InputFile.Failure, _ language: Language) -> String {
        switch (failure, language) {
        case (.system(let reason), .english):
            return "\(path): cannot be opened: \(reason); check the name and the rights"
        case (.system(let reason), .vietnamese):
            return "\(path): không mở được: \(reason); hãy kiểm tra tên tệp và quyền đọc"
        case (.isFolder, .english): return "\(path): is a folder; give the files in it"
        case (.isFolder, .vietnamese): return "\(path): là thư mục; hãy chỉ ra các tệp trong đó"
        case (.notAFile, .english):
            return "\(path): is no file but a pipe, a socket or a device; to read a pipe: vanban convert - < PIPE"
        case (.notAFile, .vietnamese):
            return "\(path): không phải tệp mà là pipe, socket hoặc thiết bị; để đọc từ pipe: vanban convert - < PIPE"
        case (.tooLarge(let limit), _):
            return "\(path): " + ReadingError.tooLarge(bytes: limit + 1, limit: limit).message(in: language)
        }
    }
}
