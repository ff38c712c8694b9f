import FoundationEssentials
import VanBanExport
import VanBanReading

/// Requests by lines: an engine that runs the program beside its own workers gives one document a line and gets one
/// answer a line, in order.
///
/// A request is a path, or an object `{"path": "…"}` or `{"name": "a.docx", "content": "base64"}`; an `entry` names a
/// document within a ZIP archive at `path`, and `copy` (from 2) says which of several entries of that name. In objects
/// paths are as ``FileName`` writes them. The answer is the record as `convert --format ndjson` writes it, or
/// `{"error": {"reason", "message"}, "name"}`. Documents are read in a worker process: one that brings it down gets an
/// error, too, and the next one is answered as ever.
package struct LineProtocol {
    private struct Request: Decodable {
        var path: String?
        var entry: String?
        var copy: Int?
        var name: String?
        var content: String?
    }

    private struct Refusal: Encodable {
        struct Cause: Encodable {
            var reason: String
            var message: String
        }
        var error: Cause
        var name: String
    }

    private var pool: WorkerPool

    package init(_ settings: WorkerPool.Settings) {
        var settings = settings
        settings.workers = 1
        pool = WorkerPool(settings)
    }

    /// Answers every line until the end of the input.
    /// - Throws: ``BatchFailure`` when no worker can be started.
    /// - Returns: false where the reader of the answers is gone.
    package mutating func run(input: Int32, output: Int32) throws(BatchFailure) -> Bool {
        var lines = LineInput(descriptor: input)
        var sink = FileHandleSink(descriptor: output)
        var number = 0
        defer { pool.endAll() }
        while let line = lines.next() {
            number += 1
            let answer = try answer(line, number)
            do throws(OutputError) { try sink.write(answer) } catch { return false }
        }
        return true
    }

    private mutating func answer(_ line: [UInt8], _ number: Int) throws(BatchFailure) -> [UInt8] {
        guard let request = Self.request(line, number) else {
            return Self.refusal(
                "badRequest", "a request is a path, or an object with path, or with name and content",
                of: String(decoding: line.prefix(200), as: UTF8.self))
        }
        do throws(WorkerPool.StartFailure) {
            let (reply, record) = try pool.answer(request)
            guard reply.outcome == .failed else { return record }
            return Self.refusal(reply.reason ?? "unknown", reply.message ?? "", of: request.item.name)
        } catch {
            throw .start(error)
        }
    }

    /// The request for a document of a list: one line, with its line feed.
    package static func request(for item: InputItem) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return ((try? encoder.encode(item)).map { Array($0) } ?? []) + [0x0A]
    }

    private static func request(_ line: [UInt8], _ number: Int) -> WorkRequest? {
        guard line.first(where: { $0 != 0x20 }) == 0x7B else {
            guard !line.isEmpty else { return nil }
            let item = InputItem(path: FileName(bytes: line).text)
            return WorkRequest(number: number, item: item, wantsRecord: true)
        }
        guard let request = try? JSONDecoder().decode(Request.self, from: Data(line)) else { return nil }
        if let content = request.content {
            let item = InputItem(path: request.name ?? request.path ?? "-")
            return WorkRequest(number: number, item: item, content: content, wantsRecord: true)
        }
        guard let path = request.path else { return nil }
        let item = InputItem(path: path, entry: request.entry, copy: request.copy)
        return WorkRequest(number: number, item: item, wantsRecord: true)
    }

    private static func refusal(_ reason: String, _ message: String, of name: String) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let line = try? encoder.encode(Refusal(error: .init(reason: reason, message: message), name: name))
        return (line.map { Array($0) } ?? []) + [0x0A]
    }
}
