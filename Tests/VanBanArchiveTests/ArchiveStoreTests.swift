import Foundation
import Testing
import VanBanArchive

struct ArchiveStoreTests {
    @Test("a document put in again takes the place of what it gave before")
    func again() throws {
        let folder = try TemporaryFolder()
        let store = try ArchiveStore(path: folder.path + "/a.sqlite")
        let record = try Samples.record("provincial-papi-plan.txt")
        for _ in 0..<2 { try store.keep(record, of: "a.txt", Samples.reply(), version: "1") }
        let entries = try store.entries()
        #expect(entries.count == 1)
        #expect(entries["a.txt"]?.version == "1")
        #expect(entries["a.txt"]?.isFailure == false)
    }

    @Test("a failure takes an earlier record away, and keeps its reason")
    func failure() throws {
        let folder = try TemporaryFolder()
        let store = try ArchiveStore(path: folder.path + "/a.sqlite")
        try store.keep(try Samples.record("minimal-decision.txt"), of: "a.txt", Samples.reply(), version: "1")
        try store.keepFailure(of: "a.txt", Samples.reply(.failed, reason: "damaged"), version: "1")
        #expect(try store.entries()["a.txt"]?.isFailure == true)
        #expect(try store.entries()["a.txt"]?.reason == "damaged")
    }

    @Test("a file that is no database is refused with its name")
    func noDatabase() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("a.sqlite", String(repeating: "no database ", count: 200))
        let error = #expect(throws: ArchiveStoreError.self) { try ArchiveStore(path: path) }
        #expect(error?.description.contains(path) == true)
    }
}
