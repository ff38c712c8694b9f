import Foundation
import Testing
import VanBanArchive
import VanBanReading

/// Workers that behave badly, so that what the pool makes of it is seen.
struct WorkerPoolTests {
    private func run(
        _ script: String, documents: Int = 1, timeout: Double = 300
    ) throws -> (summary: BatchSummary, entries: [FileName: ArchiveStore.Entry]) {
        let folder = try TemporaryFolder()
        let store = try ArchiveStore(path: folder.path + "/a.sqlite")
        for number in 0..<documents { try folder.file("in/\(number).txt", "x") }
        let list = InputList([folder.path + "/in"])
        let run = BatchRun(
            list: list,
            settings: BatchRun.Settings(
                pool: WorkerPool.Settings(
                    command: ["/bin/sh", "-c", script], workers: 1, timeout: timeout, memory: 1 << 30),
                folder: nil, version: "1"))
        let summary = try run.convertAll(store: store, control: { .goOn }, progress: { _, _ in })
        return (summary, try store.entries())
    }

    @Test("a worker that ends at a document is replaced, tried once more, and the rest go on")
    func crashed() throws {
        let (summary, entries) = try run("read request; exit 3", documents: 2)
        #expect(summary.failures == ["crashed": 2])
        #expect(summary.isComplete)
        #expect(entries.count == 2)
        #expect(entries.values.allSatisfy { $0.isFailure && $0.reason == "crashed" })
        #expect(entries.values.first?.message?.contains("status 3, twice") == true)
    }

    @Test("the signal that ended a worker is told")
    func signal() throws {
        let (_, entries) = try run("read request; kill -SEGV $$")
        #expect(entries.values.first?.message?.contains("signal 11") == true)
    }

    @Test("a worker that takes too long is ended, and that is kept")
    func timedOut() throws {
        let (summary, entries) = try run("read request; exec sleep 60", timeout: 0.4)
        #expect(summary.failures == ["timedOut": 1])
        #expect(entries.values.first?.reason == "timedOut")
    }

    @Test("a program that is not there is said, and nothing is taken for done")
    func noProgram() throws {
        let folder = try TemporaryFolder()
        try folder.file("in/a.txt", "x")
        let store = try ArchiveStore(path: folder.path + "/a.sqlite")
        let run = BatchRun(
            list: InputList([folder.path + "/in"]),
            settings: BatchRun.Settings(
                pool: WorkerPool.Settings(
                    command: [folder.path + "/no-such-program"], workers: 1, timeout: 5, memory: 1 << 30),
                folder: nil, version: "1"))
        #expect(throws: BatchFailure.self) {
            try run.convertAll(store: store, control: { .goOn }, progress: { _, _ in })
        }
        #expect(try store.entries().isEmpty)
    }
}
