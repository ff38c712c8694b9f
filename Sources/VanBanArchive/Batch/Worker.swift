import FoundationEssentials
import VanBanCorrections
import VanBanExport
import VanBanMessages
import VanBanModel
import VanBanReading
import VanBanStructure

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Converts the documents that are asked for on its input, one after the other, and answers each on its output.
///
/// It runs in a process of its own, so that a document which brings it down takes no other with it.
package struct Worker {
    /// How documents are read and where results go.
    package struct Settings: Sendable {
        package var reader: FileReader
        /// The format of every document, where it is not to be told from the content.
        package var format: Source.Format?
        /// Agencies that are known besides the program's own.
        package var agencies: AgencyList?
        /// Whether what has nothing of the form of an administrative document is read, too.
        package var readsAny = false
        /// What people put right, looked up by a document's content.
        package var corrections: CorrectionStore?
        /// What files of output are written; nil for none.
        package var output: RecordOutput?
        /// Where it is kept what is done, and with ``keepsRecords`` the records.
        package var store: ArchiveStore?
        package var keepsRecords: Bool
        /// Names all of the program and its settings that results depend on.
        package var version: String

        package init(
            reader: FileReader, format: Source.Format? = nil, output: RecordOutput? = nil,
            store: ArchiveStore? = nil, keepsRecords: Bool = false, version: String = ""
        ) {
            self.reader = reader
            self.format = format
            self.output = output
            self.store = store
            self.keepsRecords = keepsRecords
            self.version = version
        }
    }

    let settings: Settings
    /// The archive that the last document was in: the next one mostly is, too.
    private var archive: (path: String, archive: DocumentArchive)?

    package init(_ settings: Settings) { self.settings = settings }

    /// Answers requests until their end.
    /// - Throws: ``OutputError`` when nobody reads the answers.
    package mutating func run(input: Int32, output: Int32) throws(OutputError) {
        var lines = LineInput(descriptor: input)
        var sink = FileHandleSink(descriptor: output)
        while let line = lines.next() {
            guard let request = try? JSONDecoder().decode(WorkRequest.self, from: Data(line)) else { continue }
            let (reply, record) = answer(request)
            var bytes = (try? Self.encoder.encode(reply)).map { Array($0) } ?? []
            bytes.append(0x0A)
            try sink.write(bytes)
            if let record { try sink.write(record) }
        }
    }

    /// A line before the answer that says a page was recognised: pages take seconds, and the time that a document may take
    /// begins anew with each.
    package static func tellPage(_ done: Int, of all: Int, on output: Int32) {
        var sink = FileHandleSink(descriptor: output)
        // Nobody reads the answers any more: the answer itself will say so.
        try? sink.write([WorkerProcess.sign] + Array("\(done)/\(all)\n".utf8))
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    mutating func answer(_ request: WorkRequest) -> (WorkReply, record: [UInt8]?) {
        if let items = request.together { return (answer(request, of: items), nil) }
        var reply = WorkReply(number: request.number, outcome: .converted)
        var version = settings.version
        do throws(FailureMessage) {
            let bytes = try content(of: request)
            let digest = FileDigest.sha256(of: bytes)
            reply.sha256 = digest
            reply.bytes = bytes.count
            if let known = request.known, known == digest, request.hadFailed || hasOutputs(request) {
                reply.outcome = .unchanged
                return (reply, nil)
            }
            version = self.version(of: bytes)
            let corrections = settings.corrections?.corrections(sha256: digest, name: request.item.fileName)
            version = settings.corrections.version(version, sha256: digest, name: request.item.fileName)
            let record = try record(of: consume bytes, request, corrections)
            try write(record, request)
            try keep(record, reply, request, version)
            let doubts = record.diagnostics.filter { $0.severity >= .warning }
            reply.codes = Set(doubts.map(\.code.rawValue)).sorted()
            guard request.wantsRecord else { return (reply, nil) }
            var collected = ByteCollector()
            try? JSONSerializer(layout: .compact).write(record, to: &collected)
            reply.recordBytes = collected.bytes.count
            return (reply, collected.bytes)
        } catch {
            reply.fail(error)
            removeOutputs(request)
            do throws(ArchiveStoreError) {
                try settings.store?.keepFailure(of: request.item.name, reply, version: version)
            } catch {
                reply.message = (reply.message ?? "") + "; and: " + error.description
            }
            return (reply, nil)
        }
    }

    /// What a result depends on: also the programs by way of which a file is read.
    private func version(of bytes: [UInt8]) -> String {
        let reader = settings.reader
        guard let (further, _) = reader.furtherReader(of: bytes, from: settings.format) else { return settings.version }
        return BatchRun.version(settings.version, with: further.version)
    }

    /// The document's bytes; nil where they cannot be had.
    mutating func bytes(of request: WorkRequest) -> [UInt8]? { try? content(of: request) }

    mutating func content(of request: WorkRequest) throws(FailureMessage) -> [UInt8] {
        if let content = request.content {
            guard let data = Data(base64Encoded: content, options: .ignoreUnknownCharacters) else {
                throw FailureMessage("badRequest")
            }
            return Array(data)
        }
        if let entry = request.item.entry {
            do throws(DocumentArchive.Failure) {
                return try opened(request.item.path)
                    .bytes(of: DocumentArchive.Entry(name: FileName(entry), copy: request.item.copy))
            } catch {
                throw FailureMessage(error)
            }
        }
        do throws(InputFile.Failure) {
            return try InputFile.bytes(of: request.item.path, limit: settings.reader.limits.fileBytes)
        } catch {
            switch error {
            case .system(let code): throw FailureMessage("unreadable", SystemReason(code: code).key)
            case .notAFile: throw FailureMessage("notAFile")
            case .isFolder: throw FailureMessage("isFolder")
            case .tooLarge(let limit): throw FailureMessage("tooLarge", key: "fileTooLarge", String(limit))
            }
        }
    }

    private mutating func opened(_ path: String) throws(DocumentArchive.Failure) -> DocumentArchive {
        if let archive, FileName(archive.path) == FileName(path) { return archive.archive }
        let opened = try DocumentArchive(path: path, limits: settings.reader.limits)
        archive = (path, opened)
        return opened
    }

    mutating func record(
        of bytes: consuming [UInt8], _ request: WorkRequest, _ corrections: CorrectionList?
    ) throws(FailureMessage) -> Record {
        let item = request.item
        var reader = settings.reader
        var allowance: Int?
        if request.content == nil, let entry = item.entry {
            do throws(DocumentArchive.Failure) {
                allowance = try opened(item.path)
                    .allowance(of: DocumentArchive.Entry(name: FileName(entry), copy: item.copy))
            } catch {
                throw FailureMessage(error)
            }
        }
        if let allowance { reader.limits.packageBytes = min(reader.limits.packageBytes, allowance) }
        do throws(ReadingError) {
            let document = try DocumentConverter(
                reader: reader, agencies: settings.agencies, readsAny: settings.readsAny
            )
            .convert(bytes, name: item.fileName, path: path(of: item), from: settings.format)
            guard let corrections, !corrections.isEmpty else { return document.record }
            return CorrectedDocument(document, corrections).document.record
        } catch {
            if let allowance, error == .beyondLimit(.packageBytes, limit: allowance) {
                throw FailureMessage(DocumentArchive.Failure.archiveTooTight(limit: reader.limits.archiveRatio))
            }
            throw FailureMessage(error)
        }
    }

    /// The document as it was given: a file's path as it is, an entry behind its archive.
    private func path(of item: InputItem) -> String? {
        if item.entry != nil { return item.name }
        return item.path == "-" ? nil : item.path
    }

    // MARK: Outputs

    private func files(_ request: WorkRequest) -> [(path: String, output: RecordOutput)] {
        guard let stem = request.outputStem, let output = settings.output else { return [] }
        return output.files(stem: stem)
    }

    private func hasOutputs(_ request: WorkRequest) -> Bool {
        files(request).allSatisfy { FileName.withPath($0.path) { access($0, F_OK) } == 0 }
    }

    func removeOutputs(_ request: WorkRequest) {
        // Files only: a folder that stands in their place is somebody else's.
        for (path, _) in files(request) { _ = FileName.withPath(path) { unlink($0) } }
    }

    func write(_ record: Record, _ request: WorkRequest) throws(FailureMessage) {
        let item = RecordOutput.Item(record, document: request.item.name)
        for (path, output) in files(request) {
            // Where it can't be made, the file can't be written, which says so.
            _ = OutputFolder.make(at: FileIdentity.folder(of: path))
            do throws(OutputError) {
                try output.write([item], toFile: path)
            } catch {
                throw FailureMessage("notWritten", path, error.reason)
            }
        }
    }

    private func keep(
        _ record: Record, _ reply: WorkReply, _ request: WorkRequest, _ version: String
    ) throws(FailureMessage) {
        guard let store = settings.store else { return }
        do throws(ArchiveStoreError) {
            try store.keep(
                settings.keepsRecords ? record : nil, of: request.item.name, reply, version: version)
        } catch {
            throw FailureMessage(reason: "notStored", parts: error.parts)
        }
    }
}
