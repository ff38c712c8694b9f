import Foundation
import Testing
import VanBanArchive

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
            (InputItem(path: "../../etc/passwd"), "etc/passwd"), (InputItem(path: "/srv/a.txt"), "srv/a.txt"),
            (InputItem(path: "a.zip", entry: "../../b.docx"), "a.zip/b.docx"), (InputItem(path: ".."), "document"),
        ])
    func outputs(item: InputItem, stem: String) {
        #expect(item.outputStem == stem)
    }
}
