import Foundation
import Testing
import VanBanArchive
import VanBanExport
import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

struct InputListTests {
    private func names(_ list: InputList, below folder: String) -> [String] {
        list.items.map { $0.name.replacingOccurrences(of: folder + "/", with: "") }
    }

    @Test("a folder gives all files below it by name, hidden ones left out, each once")
    func folder() throws {
        let folder = try TemporaryFolder()
        for name in ["b/2.txt", "b/10.txt", "a.txt", ".git/x.txt", "b/.hidden"] { try folder.file(name, "x") }
        let list = InputList([folder.path, folder.path + "/a.txt"])
        #expect(names(list, below: folder.path) == ["a.txt", "b/10.txt", "b/2.txt"])
        #expect(list.problems.isEmpty)
    }

    @Test("a pattern gives the files that match, and says when none does")
    func pattern() throws {
        let folder = try TemporaryFolder()
        for name in ["1.txt", "2.txt", "3.html"] { try folder.file(name, "x") }
        let list = InputList([folder.path + "/*.txt", folder.path + "/*.docx"])
        #expect(names(list, below: folder.path) == ["1.txt", "2.txt"])
        #expect(list.problems.map(\.reason) == ["notFound"])
    }

    @Test("what is left out by a pattern is not entered")
    func excluded() throws {
        let folder = try TemporaryFolder()
        for name in ["keep/1.txt", "drafts/2.txt", "keep/2.tmp"] { try folder.file(name, "x") }
        let list = InputList([folder.path], excluded: ["drafts", "*.tmp"])
        #expect(names(list, below: folder.path) == ["keep/1.txt"])
    }

    @Test("a link to a folder is not followed, so that a circle ends")
    func circle() throws {
        let folder = try TemporaryFolder()
        try folder.file("a/1.txt", "x")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/a/again", withDestinationPath: folder.path)
        #expect(names(InputList([folder.path]), below: folder.path) == ["a/1.txt"])
    }

    @Test(
        "outputs stay below their folder, whoever named the input",
        arguments: [
            (InputItem(path: "../../etc/passwd"), "%2E%2E/%2E%2E/etc/passwd"),
            (InputItem(path: "/srv/a.txt"), "srv/a.txt"), (InputItem(path: "./a//b.txt"), "a/b.txt"),
            (InputItem(path: "a.zip", entry: "../../b.docx"), "a.zip/%2E%2E/%2E%2E/b.docx"),
            (InputItem(path: "."), "document"),
        ])
    func outputs(item: InputItem, stem: String) {
        #expect(item.outputStem == stem)
    }

    @Test("no two documents share an output, however much alike their names are")
    func apart() {
        let items = [
            InputItem(path: "x/k"), InputItem(path: "../x/k"), InputItem(path: "x/../k"), InputItem(path: "a\nb.txt"),
            InputItem(path: "a_b.txt"), InputItem(path: "a\\b.txt"), InputItem(path: "a%0Ab.txt"),
            InputItem(path: "a%250Ab.txt"), InputItem(path: "\\xE9.txt"), InputItem(path: "%E9.txt"),
            InputItem(path: "\u{E9}.txt"), InputItem(path: "e\u{301}.txt"), InputItem(path: "100%.txt"),
            InputItem(path: "z.zip", entry: "k"), InputItem(path: "z.zip", entry: "k", copy: 2),
            InputItem(path: "z.zip", entry: "/k"), InputItem(path: "z.zip", entry: "./k"),
            InputItem(path: "z.zip", entry: "../k"), InputItem(path: "z.zip!2/k"), InputItem(path: "z.zip%212/k"),
            InputItem(path: "z.zip!/k"), InputItem(path: "z.zip", entry: "i.zip!/k"),
            InputItem(path: "z.zip", entry: "i.zip!2/k"), InputItem(path: "z.zip", entry: #"i.zip\x21/k"#),
            InputItem(path: "z.zip", entry: "i.zip/k"), InputItem(path: "z.zip", entry: "i.zip!/k", copy: 2),
        ]
        #expect(Set(items.map { FileName($0.outputStem) }).count == items.count)
        #expect(Set(items.map { FileName($0.name) }).count == items.count)
        for item in items {
            let bytes = Array(item.outputStem.utf8)
            #expect(!bytes.contains { $0 < 0x20 || $0 == 0x5C })
            #expect(!bytes.split(separator: 0x2F).contains { $0.elementsEqual("..".utf8) })
        }
    }

    @Test("names that differ in their bytes alone are two documents: composed and decomposed letters, and no UTF-8")
    func bytes() throws {
        let folder = try TemporaryFolder()
        let names: [[UInt8]] = [Array("\u{E9}.txt".utf8), Array("e\u{301}.txt".utf8), [0xE9] + Array(".txt".utf8)]
        for name in names { try folder.file(bytes: name) }
        let list = InputList([folder.path])
        #expect(Set(list.items.map { FileName($0.fileName).bytes }) == Set(names))
        #expect(list.items.contains { $0.fileName == "\\xE9.txt" })
        let again = InputList([folder.path + "/*.txt", folder.path])
        #expect(again.items.count == 3)
    }

    @Test("what is no document in a folder is told with its reason, and nothing waits for a pipe")
    func special() throws {
        let folder = try TemporaryFolder()
        try folder.file("a.txt", "x")
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        let links = FileManager.default
        try links.createSymbolicLink(atPath: folder.path + "/gone.txt", withDestinationPath: "none.txt")
        try links.createSymbolicLink(atPath: folder.path + "/null", withDestinationPath: "/dev/null")
        try links.createSymbolicLink(atPath: folder.path + "/b.txt", withDestinationPath: "a.txt")
        let other = try TemporaryFolder()
        try links.createSymbolicLink(atPath: folder.path + "/other", withDestinationPath: other.path)
        let list = InputList([folder.path, folder.path + "/pipe"])
        #expect(names(list, below: folder.path) == ["a.txt", "b.txt"])
        let problems = list.problems.map { $0.path.replacing(folder.path + "/", with: "") + ": " + $0.reason }
        #expect(
            problems.sorted() == [
                "gone.txt: danglingLink", "null: notAFile", "other: linkToFolder", "pipe: notAFile", "pipe: notAFile",
            ])
    }

    @Test("two stars stand for any number of folders, and none is entered by a link or twice")
    func folders() throws {
        let folder = try TemporaryFolder()
        for name in ["1.txt", "a/2.txt", "a/b/3.txt", "a/b/4.html", ".git/5.txt", "a/.hidden.txt"] {
            try folder.file(name, "x")
        }
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/a/again", withDestinationPath: folder.path)
        func found(_ pattern: String) -> [String] { names(InputList([folder.path + pattern]), below: folder.path) }
        #expect(found("/**/*.txt") == ["1.txt", "a/2.txt", "a/b/3.txt"])
        #expect(found("/a/**/**/*.txt") == ["a/2.txt", "a/b/3.txt"])
        #expect(found("/**/b/*") == ["a/b/3.txt", "a/b/4.html"])
        #expect(found("/a/**") == ["a/2.txt", "a/b/3.txt", "a/b/4.html"])
        #expect(found("/**/none/*.txt") == [])
        #expect(InputList([folder.path + "/**/*.docx"]).problems.map(\.reason) == ["notFound"])
    }

    @Test("the batch's own files are no documents where they lie among them")
    func own() throws {
        let folder = try TemporaryFolder()
        for name in ["a.txt", "out/a.txt.json", "archive.sqlite", "report"] { try folder.file(name, "x") }
        let own = ["out", "archive.sqlite", "report"].compactMap { FileIdentity(of: folder.path + "/" + $0) }
        let list = InputList([folder.path], own: Set(own))
        #expect(names(list, below: folder.path) == ["a.txt"])
        #expect(list.problems.isEmpty)
        #expect(list.metOwn == Set(own))
    }

    @Test("beside their documents, outputs are told from documents, and none takes a document's place")
    func beside() throws {
        let folder = try TemporaryFolder()
        for name in ["a.txt", "a.txt.json", "b.txt", "b.txt.json"] { try folder.file(name, "x") }
        var list = InputList([folder.path])
        list.place(below: ArchiveRoot(folder.path))
        list.leaveOutputs(of: RecordOutput(.json), in: folder.path, known: ["a.txt"])
        #expect(list.items.map(\.name) == ["a.txt", "b.txt.json"])
        #expect(list.problems.map(\.reason) == ["outputIsInput"])
        #expect(list.problems.first?.path == "b.txt")
    }

    @Test("an output that a killed run had not noted is told by its content, and its document is done again")
    func notNoted() throws {
        let folder = try TemporaryFolder()
        try folder.file("a.txt", "x")
        try folder.file("a.txt.json", "{\n  \"schemaVersion\": \"1.0\",\n")
        var list = InputList([folder.path])
        list.leaveOutputs(of: RecordOutput(.json), in: "/", known: [])
        #expect(names(list, below: folder.path) == ["a.txt"])
        #expect(list.problems.isEmpty)
    }

    @Test("a link to a hidden folder is told, one to a folder that is gone through is not")
    func links() throws {
        let folder = try TemporaryFolder()
        for name in [".hidden/a.txt", "plain/b.txt"] { try folder.file(name, "x") }
        for (link, target) in [("c", ".hidden"), ("d", "plain")] {
            try FileManager.default.createSymbolicLink(atPath: folder.path + "/" + link, withDestinationPath: target)
        }
        let list = InputList([folder.path])
        #expect(names(list, below: folder.path) == ["plain/b.txt"])
        #expect(list.problems.map(\.path) == [folder.path + "/c"])
    }

    @Test("whatever way leads to a file, it is one document, told by its path below the root")
    func placed() throws {
        let folder = try TemporaryFolder()
        for name in ["in/a.txt", "in/x/b.txt", "other/c.txt"] { try folder.file(name, "x") }
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: folder.path + "/in")
        let ways = ["in", "in/../in/x/./b.txt", "link/a.txt", "other/c.txt"].map { folder.path + "/" + $0 }
        var list = InputList(ways)
        list.place(below: ArchiveRoot(folder.path + "/link"))
        let root = ArchiveRoot(folder.path).path
        #expect(list.items.map(\.name) == ["a.txt", "x/b.txt", root + "/other/c.txt"])
        #expect(list.items.map(\.outputStem) == ["a.txt", "x/b.txt", "%2F" + root + "/other/c.txt"])
    }

    @Test(
        "the root of a new archive is the folder that all of its paths share, of a pattern that before its first star")
    func root() throws {
        let folder = try TemporaryFolder()
        for name in ["in/a.txt", "in/x/b.txt"] { try folder.file(name, "x") }
        let own = ArchiveRoot(folder.path).path
        let path = { folder.path + "/" + $0 }
        #expect(ArchiveRoot(of: [path("in")]).path == own + "/in")
        #expect(ArchiveRoot(of: [path("in/a.txt"), path("in/x/b.txt")]).path == own + "/in")
        #expect(ArchiveRoot(of: [path("in/**/*.txt")]).path == own + "/in")
        #expect(ArchiveRoot(of: [path("in/x"), path("gone.txt")]).path == own)
        #expect(ArchiveRoot(of: ["Package.swift"]).path == ArchiveRoot(".").path)
    }

    @Test(
        "a document's name tells its file, and its entry of an archive",
        arguments: ["a/b.txt", "kho.zip!/x/k.txt", "kho.zip!2/k.txt", #"a\x21/b.txt"#, "a!b.zip!/c!/d.txt"])
    func named(name: String) {
        let item = InputItem(name: name, root: ArchiveRoot("/"))
        #expect(item.name == name)
        #expect((item.entry == nil) == (name == "a/b.txt" || name.contains(#"\x21"#)))
        #expect(item.copy == (name.contains("!2/") ? 2 : nil))
    }
}
