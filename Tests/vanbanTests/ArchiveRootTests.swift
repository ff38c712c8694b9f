import Foundation
import Testing

/// A document of an archive is known by its content and its path below the root, whatever way leads to it.
@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct ArchiveRootTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        _ = try shell(
            "mkdir -p kho/2024 && cp \"$SAMPLES/minimal-decision.txt\" kho/a.txt "
                + "&& cp \"$SAMPLES/provincial-papi-plan.txt\" kho/2024/b.txt && \(Self.batch) kho")
    }

    private static let batch = "$V batch --database \"$HOME/x.sqlite\" --progress none --lang en"

    private func shell(_ command: String) throws -> Program.Run {
        let program = try #require(Program.built).executable.path
        let samples = Program.root.appending(path: "Samples").path
        return try #require(
            try Program.run([
                "env", "sh", "-c", "cd \"$1\" && export HOME=$PWD && V=$2 && SAMPLES=$3 && \(command)", "-",
                folder.url.path, program, samples,
            ]))
    }

    private var documents: [String] {
        get throws {
            let run = try shell("$V query documents --database x.sqlite --format csv --columns document")
            return run.text.split(separator: "\r\n").dropFirst().map(String.init)
        }
    }

    @Test(
        "another way to a file is not another document",
        arguments: [
            "cd kho && \(batch) .", "\(batch) ./kho/../kho", "\(batch) \"$HOME/kho\"",
            "ln -s kho link && \(batch) link/a.txt link/2024/b.txt", "cd / && \(batch) \"$HOME/kho\"",
            "cd kho/2024 && \(batch) ../a.txt b.txt ./b.txt",
        ])
    func ways(_ command: String) throws {
        let run = try shell(command)
        #expect(run.errors.contains("2 documents: 0 converted, 2 unchanged"), "\(run.errors)")
        #expect(try documents == ["kho/2024/b.txt", "kho/a.txt"])
    }

    @Test("a file that was moved is followed, and its record is not made again")
    func moved() throws {
        let run = try shell("mv kho/2024 kho/2025 && \(Self.batch) kho")
        #expect(run.errors.contains("kho/2024/b.txt → kho/2025/b.txt"), "\(run.errors)")
        #expect(run.errors.contains("2 documents: 0 converted, 2 unchanged"))
        #expect(try documents == ["kho/2025/b.txt", "kho/a.txt"])
        let tasks = try shell("$V query tasks --document 2025 --database x.sqlite --format csv").text
        #expect(tasks.split(separator: "\r\n").count == 46)
    }

    @Test("a folder that is called otherwise now is followed, and so is one that was the root itself")
    func renamed() throws {
        #expect(try shell("mv kho lưu && \(Self.batch) lưu").errors.contains("2 unchanged"))
        #expect(try documents == ["lưu/2024/b.txt", "lưu/a.txt"])
        let root = try shell("cd / && $V batch $HOME/lưu --database $HOME/y.sqlite --progress none --lang en")
        #expect(root.errors.contains("2 converted"))
        let other = try shell(
            "mv lưu kho && cd / && $V batch $HOME/kho --database $HOME/y.sqlite --progress none --lang en")
        #expect(other.errors.contains("is not there"), "\(other.errors)")
        #expect(other.errors.contains("0 converted, 2 unchanged"))
        #expect(!other.errors.contains("→"))
    }

    @Test("a file that is gone is told, and taken out only when that is asked for")
    func gone() throws {
        let run = try shell("rm kho/a.txt && \(Self.batch) kho")
        #expect(run.errors.contains("kho/a.txt: the file is gone"), "\(run.errors)")
        #expect(try documents.count == 2)
        let pruned = try shell("\(Self.batch) kho --prune")
        #expect(pruned.errors.contains("kho/a.txt: the file is gone; its record was taken out"))
        #expect(try documents == ["kho/2024/b.txt"])
        #expect(try !shell("\(Self.batch) kho").errors.contains("gone"))
    }

    @Test("what a batch of one folder does not look at is not gone")
    func part() throws {
        #expect(try !shell("\(Self.batch) kho/2024 --prune").errors.contains("gone"))
        #expect(try documents.count == 2)
    }

    @Test("entries of an archive that is called otherwise are followed, and outputs go with their documents")
    func archives() throws {
        let first = try shell(
            """
            python3 -m zipfile -c kho/t.zip kho/a.txt && rm -r kho/a.txt kho/2024 && \
            $V batch kho -o out --progress none --lang en && find out -name '*.json'
            """)
        #expect(first.text == "out/kho/t.zip/a.txt.json\n", "\(first.errors)")
        let run = try shell(
            "mv kho/t.zip kho/u.zip && $V batch kho -o out --progress none --lang en && find out -name '*.json'")
        #expect(run.text == "out/kho/u.zip/a.txt.json\n", "\(run.errors)")
        #expect(run.errors.contains("kho/t.zip!/a.txt → kho/u.zip!/a.txt"))
    }

    @Test("the root can be set, as for an archive that was copied to another machine")
    func root() throws {
        let run = try shell(
            "mkdir neu && cp -r kho neu/kho && \(Self.batch) neu/kho --root neu && $V query documents --database x.sqlite "
                + "--format csv --columns document")
        #expect(run.errors.contains("0 converted, 2 unchanged"), "\(run.errors)")
        #expect(run.text == "document\r\nkho/2024/b.txt\r\nkho/a.txt\r\n")
    }
}
