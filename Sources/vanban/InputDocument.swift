import ArgumentParser
import VanBanArchive
import VanBanModel
import VanBanReading
import VanBanStructure

/// An input of a command, read and converted, or a message that says why not.
struct InputDocument {
    /// As it is told: the path as given, an archive's entry behind its archive.
    let path: String
    private let item: InputItem

    init(path: String) {
        self.path = path
        item = InputItem(path: path)
    }

    private init(_ item: InputItem) {
        path = item.name
        self.item = item
    }

    /// The documents of paths: a ZIP archive of documents, or a letter, gives each that is in it. Archives that cannot be read are told.
    /// - Parameter couldNotRead: set where that is so.
    static func all(
        _ paths: [String], _ options: ReadingOptions, _ language: Language, _ couldNotRead: inout Bool
    ) -> [InputDocument] {
        var documents: [InputDocument] = []
        for path in paths {
            guard path != "-", DocumentArchive.isArchive(path: path) else {
                documents.append(InputDocument(path: path))
                continue
            }
            let list = InputList([path], limits: options.limits)
            documents += list.items.map { InputDocument($0) }
            for problem in list.problems {
                StandardError.print("vanban: \(problem.path): \(problem.cause.message(in: language))")
                couldNotRead = true
            }
            if list.items.isEmpty, list.problems.isEmpty {
                StandardError.print("vanban: \(path): " + told("input.emptyArchive"))
                couldNotRead = true
            }
        }
        return documents
    }

    var name: String {
        path == "-" ? "-" : item.fileName
    }

    private func archive(_ limits: ReadingLimits) throws(DocumentArchive.Failure) -> DocumentArchive {
        try DocumentArchive(path: item.path, limits: limits)
    }

    private func entry(_ name: String) -> DocumentArchive.Entry {
        DocumentArchive.Entry(name: FileName(name), copy: item.copy)
    }

    struct Failure: Error {
        var message: String
    }

    /// - Parameter lists: agencies that are known besides the program's own, and what people put right.
    func convert(
        _ options: ReadingOptions, _ lists: ReadingLists, _ language: Language
    ) throws(Failure) -> ConvertedDocument {
        try convert(try bytes(limits: options.limits, language), options, lists, language)
    }

    /// The same with the file's bytes, for whoever shows places of the file.
    func convertKeepingBytes(
        _ options: ReadingOptions, _ lists: ReadingLists, _ language: Language
    ) throws(Failure) -> (document: ConvertedDocument, bytes: [UInt8]) {
        let bytes = try bytes(limits: options.limits, language)
        return (try convert(bytes, options, lists, language), bytes)
    }

    /// The file's bytes.
    func bytes(limits: ReadingLimits, _ language: Language) throws(Failure) -> [UInt8] {
        if let name = item.entry {
            do throws(DocumentArchive.Failure) {
                return try archive(limits).bytes(of: entry(name))
            } catch {
                throw Failure(message: "\(path): \(error.message(in: language))")
            }
        }
        do {
            return try InputFile.bytes(of: path, limit: limits.fileBytes)
        } catch {
            throw Failure(message: "\(path): \(error.message(in: language))")
        }
    }

    private func convert(
        _ bytes: consuming [UInt8], _ options: ReadingOptions, _ lists: ReadingLists, _ language: Language
    ) throws(Failure) -> ConvertedDocument {
        var reader = options.reader
        if let name = item.entry, let allowance = try? archive(options.limits).allowance(of: entry(name)) {
            reader.limits.packageBytes = min(reader.limits.packageBytes, allowance)
        }
        do {
            let document = try DocumentConverter(
                reader: reader, agencies: lists.agencies, readsAny: options.readsAny
            )
            .convert(consume bytes, name: name, path: path == "-" ? nil : path, from: options.from)
            return lists.corrected(document)
        } catch {
            throw Failure(message: "\(path): \(error.message(in: language))")
        }
    }
}
