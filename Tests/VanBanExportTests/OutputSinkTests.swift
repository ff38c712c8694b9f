import Foundation
import Testing
import VanBanExport
import VanBanModel

@Suite struct OutputSinkTests {
    /// Counts what it is given, and refuses after so many chunks.
    private struct Gauge: OutputSink {
        var chunks = 0
        var bytes = 0
        var longest = 0
        var refusesAfter = Int.max

        mutating func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
            guard chunks < refusesAfter else { throw .refused(reason: "full") }
            chunks += 1
            self.bytes += bytes.count
            longest = max(longest, bytes.count)
        }
    }

    private func largeRecord() -> Record {
        var record = SampleRecords.full()
        record.tasks = (1...500).map(SampleRecords.task(sequence:))
        record.tasks[0].note = String(repeating: "dài ", count: 60_000)
        return record
    }

    @Test("a record goes out in chunks of at most 64 KiB, even with a cell longer than that")
    func writesInChunks() throws {
        let record = largeRecord()
        var gauge = Gauge()
        try JSONSerializer(layout: .compact).write(record, to: &gauge)
        #expect(gauge.longest <= 64 * 1024)
        #expect(gauge.chunks > 10)
        #expect(gauge.bytes == JSONSerializer(layout: .compact).string(record).utf8.count)
    }

    @Test("chunks put together are the same bytes as the string", arguments: JSONLayout.allCases)
    func chunksAreTheString(layout: JSONLayout) throws {
        let record = largeRecord()
        var collected = ByteCollector()
        try JSONSerializer(layout: layout).write(record, to: &collected)
        #expect(collected.text == JSONSerializer(layout: layout).string(record))
    }

    @Test("the first failure of a sink is thrown and nothing more is written")
    func stopsAtTheFirstFailure() {
        var gauge = Gauge(refusesAfter: 2)
        #expect(throws: OutputError.refused(reason: "full")) {
            try JSONSerializer(layout: .pretty).write(largeRecord(), to: &gauge)
        }
        #expect(gauge.chunks == 2)
    }

    @Test("bytes can be written as an array")
    func writesArrays() throws {
        var collected = ByteCollector()
        try collected.write(Array("Kế ".utf8))
        try collected.write(Array("hoạch".utf8))
        #expect(collected.text == "Kế hoạch")
    }

    @Test("a pipe that takes little at a time gets every byte")
    func survivesShortWrites() async throws {
        let pipe = Pipe()
        let descriptor = pipe.fileHandleForWriting.fileDescriptor
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        let reading = pipe.fileHandleForReading
        async let received = Self.readSlowly(reading)
        let sent = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var sink = FileHandleSink(descriptor: descriptor)
        try sink.write(sent)
        try pipe.fileHandleForWriting.close()
        #expect(await Array(received) == sent)
    }

    private static func readSlowly(_ handle: FileHandle) async -> Data {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                Thread.sleep(forTimeInterval: 0.05)
                continuation.resume(returning: handle.readDataToEndOfFile())
            }
        }
    }

    @Test("a closed pipe is a reader that has gone, not the end of the process")
    func reportsClosedPipes() throws {
        FileHandleSink.reportClosedPipes()
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        var sink = FileHandleSink(descriptor: pipe.fileHandleForWriting.fileDescriptor)
        #expect(throws: OutputError.readerGone) { try sink.write([1, 2, 3]) }
    }

    @Test("an error of the system is told in words")
    func reportsSystemErrors() {
        var sink = FileHandleSink(descriptor: -1)
        #expect {
            try sink.write([1])
        } throws: { error in
            guard let error = error as? OutputError, error == .system(code: EBADF) else { return false }
            return error.message(in: .vietnamese) == "không ghi được kết quả: đã bị đóng"
        }
    }
}
