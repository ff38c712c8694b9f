import FoundationEssentials
import VanBanMessages
import VanBanModel
import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why corrections could not be read.
package enum CorrectionError: Error, Hashable, Sendable {
    /// No JSON of the schema; what is wrong, and where.
    case malformed(String)
    case unknownVersion(String)
    case tooMany(limit: Int)
    case tooLarge(limit: Int)
    case unreadable(InputFile.Failure)
    /// There is no such file or folder, or it cannot be gone through: the system's error number (`errno`).
    case system(code: Int32)

    package func message(in language: Language) -> String {
        switch self {
        case .malformed(let what): return Messages.text("corrections.malformed", in: language, [what])
        case .unknownVersion(let version): return Messages.text("corrections.unknownVersion", in: language, [version])
        case .tooMany(let limit): return Messages.text("corrections.tooMany", in: language, [String(limit)])
        case .tooLarge(let limit): return Messages.text("corrections.tooLarge", in: language, [String(limit)])
        case .unreadable(let failure): return failure.message(in: language)
        case .system(let code):
            return Messages.text("corrections.system", in: language, [SystemReason(code: code).message(in: language)])
        }
    }
}

extension CorrectionFile {
    /// Reads the bytes of a file.
    /// - Throws: ``CorrectionError`` where they are not of the schema.
    package init(_ bytes: [UInt8]) throws(CorrectionError) {
        guard bytes.count <= Self.byteLimit else { throw .tooLarge(limit: Self.byteLimit) }
        let data = Data(bytes)
        struct Head: Decodable { var schemaVersion: String? }
        do {
            if let version = try JSONDecoder().decode(Head.self, from: data).schemaVersion,
                version.split(separator: ".").first != Self.currentSchemaVersion.split(separator: ".").first
            {
                throw CorrectionError.unknownVersion(version)
            }
            self = try JSONDecoder().decode(CorrectionFile.self, from: data)
        } catch let error as CorrectionError {
            throw error
        } catch let error as DecodingError {
            throw .malformed(Self.words(of: error))
        } catch {
            throw .malformed("\(error)")
        }
        guard corrections.count <= Self.limit else { throw .tooMany(limit: Self.limit) }
    }

    private static func words(of error: DecodingError) -> String {
        let context: DecodingError.Context
        switch error {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found): context = found
        case .keyNotFound(let key, let found):
            let path = (found.codingPath + [key]).map(name).joined(separator: ".")
            return "\(path) is missing"
        @unknown default: return "\(error)"
        }
        let path = context.codingPath.map(name).joined(separator: ".")
        return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
    }

    private static func name(_ key: any CodingKey) -> String { key.intValue.map { "[\($0)]" } ?? key.stringValue }
}

/// Corrections of many documents, or of one, looked up by a document's content.
package struct CorrectionStore: Sendable {
    /// A file of corrections as read.
    package struct Entry: Sendable {
        package var path: String
        package var file: CorrectionFile
        /// SHA-256 of the file of corrections.
        package var digest: String
    }

    package private(set) var entries: [Entry] = []
    /// Files that could not be read, and why.
    package private(set) var problems: [(path: String, error: CorrectionError)] = []
    private var bySHA256: [String: [Int]] = [:]
    private var byName: [String: [Int]] = [:]
    /// Whether one file was named, which is then for whatever document it is used with.
    private let isOneFile: Bool

    /// Whether a file of a folder is one of corrections: `plan.docx.corrections.json`, or `plan.docx.corrections (1).json`, as a
    /// browser calls what is saved a second time.
    package static func isNamed(_ name: String) -> Bool {
        guard name.hasSuffix(".json") else { return false }
        let stem = name.dropLast(".json".count)
        let number = stem.reversed().prefix { $0.isASCII && $0.isNumber || " ()-".contains($0) }
        return stem.dropLast(number.count).hasSuffix(".corrections")
    }

    /// - Parameter path: a file, or a folder whose files `*.corrections.json` are taken, those of its folders, too (``isNamed(_:)``).
    /// - Throws: ``CorrectionError`` where a file that is named cannot be read. What cannot be read in a folder is in
    ///   ``problems``.
    package init(path: String) throws(CorrectionError) {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .system(code: ENOENT)
        }
        isOneFile = !isFolder
        if isOneFile {
            try add(path)
            return
        }
        for file in files(in: path, depth: 0) {
            do throws(CorrectionError) { try add(file) } catch { problems.append((file, error)) }
        }
    }

    /// Corrections that are no file: what a program made.
    package init(_ file: CorrectionFile) {
        isOneFile = true
        entries = [Entry(path: "", file: file, digest: "")]
        bySHA256[file.document.sha256] = [0]
        byName[file.document.name] = [0]
    }

    private mutating func files(in folder: String, depth: Int) -> [String] {
        guard depth < 32 else { return [] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            problems.append((folder, .system(code: EACCES)))
            return []
        }
        var files: [String] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder + "/" + name
            var isFolder = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
            if isFolder {
                files += self.files(in: path, depth: depth + 1)
            } else if Self.isNamed(name) {
                files.append(path)
            }
        }
        return files
    }

    private mutating func add(_ path: String) throws(CorrectionError) {
        let bytes: [UInt8]
        do throws(InputFile.Failure) {
            bytes = try InputFile.bytes(of: path, limit: CorrectionFile.byteLimit)
        } catch .tooLarge(let limit) {
            throw .tooLarge(limit: limit)
        } catch {
            throw .unreadable(error)
        }
        let file = try CorrectionFile(bytes)
        bySHA256[file.document.sha256, default: []].append(entries.count)
        byName[file.document.name, default: []].append(entries.count)
        entries.append(Entry(path: path, file: file, digest: FileDigest.sha256(of: bytes)))
    }

    /// What was put right in a document: by its content, else, since it may have been changed since then, by its name.
    /// - Parameter isOnly: whether it is the only document there is: a file that was named is then for it, whatever it is.
    package func corrections(sha256: String, name: String, isOnly: Bool = false) -> CorrectionList {
        let found = entries(sha256: sha256, name: name, isOnly: isOnly)
        return CorrectionList(found.entries, isOfName: found.isOfName)
    }

    private func entries(sha256: String, name: String, isOnly: Bool) -> (entries: [Entry], isOfName: Bool) {
        if isOneFile, isOnly { return (entries, false) }
        if let found = bySHA256[sha256] { return (found.map { entries[$0] }, false) }
        let found = byName[name] ?? []
        // Several documents of that name: whose it is can't be told.
        let contents = Set(found.map { entries[$0].file.document.sha256 })
        return (contents.count == 1 ? found.map { entries[$0] } : [], true)
    }
}

extension CorrectionStore {
    /// The files themselves of a document's corrections, for whoever goes on with them.
    package func files(sha256: String, name: String, isOnly: Bool = false) -> [[UInt8]] {
        entries(sha256: sha256, name: name, isOnly: isOnly).entries.compactMap { entry in
            FileManager.default.contents(atPath: entry.path).map { [UInt8]($0) }
        }
    }
}

/// What was put right in one document, from one file or several, in the order in which people did it.
package struct CorrectionList: Sendable {
    package let corrections: [Correction]
    /// Names what stands in the files; empty where there is nothing.
    package let digest: String
    /// Whether they are of a document of this name, whose content was another.
    package let isOfName: Bool

    init(_ entries: [CorrectionStore.Entry], isOfName: Bool) {
        let all = entries.flatMap(\.file.corrections).enumerated()
        corrections = all.sorted { ($0.element.on ?? "", $0.offset) < ($1.element.on ?? "", $1.offset) }.map(\.element)
        digest = entries.map(\.digest).joined(separator: "+")
        self.isOfName = isOfName
    }

    package var isEmpty: Bool { corrections.isEmpty }
}
