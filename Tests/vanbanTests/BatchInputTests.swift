import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where a batch takes its documents from, and what it does with a place that is not its own.
@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct BatchInputTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try FileManager.default.createDirectory(atPath: folder.path("in/2024"), withIntermediateDirectories: true)
        for name in ["in/a.txt", "in/2024/b.txt", "in/2024/c.text"] {
            try FileManager.default.copyItem(atPath: Program.minimal, toPath: folder.path(name))
        }
    }

    private func batch(_ more: String..., input: String = "") throws -> Program.Run {
        try #require(
            try Program.run(
                ["vanban", "batch", "--progress", "none", "--jobs", "1"] + more, input: Data(input.utf8)))
    }

    /// The outputs, by their paths below the folder of outputs.
    private var outputs: [String] {
        let all = FileManager.default.enumerator(atPath: folder.path("out"))?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".json") }.sorted()
    }

    @Test("paths on standard input are taken for a dash, one a line")
    func list() throws {
        let input = folder.path("in/a.txt") + "\n\n" + folder.path("in/2024/b.txt") + "\r\n"
        let run = try batch("-", "-o", folder.path("out"), input: input)
        #expect(run.status == 0)
        #expect(outputs == ["2024/b.txt.json", "a.txt.json"])
    }

    @Test("a document in the place of a list of paths is told, and every line of it, too")
    func noList() throws {
        let run = try batch("-", "-o", folder.path("out"), "--lang", "en", input: "KẾ HOẠCH\n\nI. MỤC ĐÍCH\n")
        #expect(run.status == 1)
        #expect(run.errors.contains("list of paths, one a line"))
        #expect(run.errors.contains("KẾ HOẠCH: cannot be opened: there is no such file or folder"))
        #expect(outputs == [])
    }

    @Test("files of corrections among the documents are none of them")
    func corrections() throws {
        for name in ["in/a.txt.corrections.json", "in/2024/b.txt.corrections (1).json"] {
            try FileManager.default.copyItem(atPath: Program.minimal, toPath: folder.path(name))
        }
        for paths in [folder.path("in"), folder.path("in/**/*")] {
            let run = try batch(paths, "-o", folder.path("out"))
            #expect(run.status == 0, "\(run.errors)")
            #expect(outputs == ["2024/b.txt.json", "2024/c.text.json", "a.txt.json"])
        }
    }

    @Test("a pattern that the shell has left as it is takes the files that match, and one without any is a failure")
    func pattern() throws {
        let run = try batch(folder.path("in/*/*.txt"), folder.path("in/*.docx"), "-o", folder.path("out"))
        #expect(run.status == 1)
        #expect(run.errors.contains("notFound"))
        #expect(outputs == ["2024/b.txt.json"])
    }

    @Test("a ZIP archive gives its documents, one that does not unpack a failure, and its outputs stay in the folder")
    func archive() throws {
        let script = """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], "w") as archive:
                for name in ("tập 1/a.txt", "../../b.txt", "__MACOSX/a.txt", "x/.hidden"):
                    archive.write(sys.argv[2], name)
                archive.writestr("hỏng.txt", "văn bản hành chính")
            content = open(sys.argv[1], "rb").read()
            place = content.index("văn bản hành chính".encode())
            open(sys.argv[1], "wb").write(content[:place] + b"V" + content[place + 1:])
            """
        let made = try #require(
            try Program.run(["env", "python3", "-c", script, folder.path("in/kho.zip"), Program.minimal]))
        if made.status == 127 {
            print("Skipped: python3 was not found.")
            return
        }
        #expect(made.status == 0, "\(made.errors)")
        let run = try batch(folder.path("in/kho.zip"), "-o", folder.path("out"), "--report", folder.path("report"))
        #expect(run.status == 1)
        #expect(outputs == ["kho.zip/%2E%2E/%2E%2E/b.txt.json", "kho.zip/tập 1/a.txt.json"])
        let report = try String(contentsOfFile: folder.path("report"), encoding: .utf8)
        let broken = try #require(report.split(separator: "\n").first { $0.contains("hỏng.txt") })
        #expect(broken.contains(#""reason":"damaged""#))
        #expect(run.errors.contains("1  damaged"))
    }

    @Test("a letter gives its text and what is attached, archives within it theirs; what is not read is named")
    func letter() throws {
        let script = """
            import email.message, io, sys, zipfile
            letter = email.message.EmailMessage()
            letter["To"], letter["Message-ID"] = "a@b.vn", "<1@b.vn>"
            letter.set_content("Kính gửi quý cơ quan.")
            plan = open(sys.argv[2], "rb").read()
            buffer = io.BytesIO()
            with zipfile.ZipFile(buffer, "w") as archive:
                archive.writestr("kế hoạch.txt", plan)
            for name, content in (("Quyết định.txt", plan), ("kho.zip", buffer.getvalue()), ("ảnh.bin", bytes(99))):
                letter.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
            open(sys.argv[1], "wb").write(letter.as_bytes())
            """
        let made = try #require(
            try Program.run(["env", "python3", "-c", script, folder.path("in/thư.eml"), Program.minimal]))
        if made.status == 127 {
            print("Skipped: python3 was not found.")
            return
        }
        #expect(made.status == 0, "\(made.errors)")
        let run = try batch(folder.path("in/thư.eml"), "-o", folder.path("out"), "--report", folder.path("report"))
        #expect(run.status == 1)
        #expect(outputs == ["thư.eml/Quyết định.txt.json", "thư.eml/kho.zip%21/kế hoạch.txt.json"])
        let report = try String(contentsOfFile: folder.path("report"), encoding: .utf8)
        for (name, reason) in [("message.txt", "notAdministrative"), ("ảnh.bin", "notText")] {
            let line = try #require(report.split(separator: "\n").first { $0.contains("thư.eml!/" + name) })
            #expect(line.contains("\"reason\":\"\(reason)\""), "\(line)")
        }
        let converted = try #require(
            try Program.run("convert", folder.path("in/thư.eml"), "--format", "ndjson"))
        let records = String(decoding: converted.output, as: UTF8.self)
        #expect(converted.status == 2)
        #expect(records.split(separator: "\n").count == 2)
        #expect(records.contains(#"thư.eml!/kho.zip!/kế hoạch.txt""#))
        #expect(converted.errors.contains("thư.eml!/message.txt: "))
    }

    @Test("--list gives the documents as requests that the line protocol answers in their order, and converts nothing")
    func listed() throws {
        let listed = try batch(folder.path("in"), folder.path("in/none.txt"), "--list", "--exclude", "*.text")
        #expect(listed.status == 1)
        #expect(listed.errors.contains("none.txt"))
        #expect(
            listed.text.split(separator: "\n").map { String($0) }
                == ["in/a.txt", "in/2024/b.txt"].map { #"{"path":"\#(folder.path($0))"}"# })
        let answered = try #require(try Program.run("convert", "--stdin-protocol", input: listed.output))
        #expect(answered.text.split(separator: "\n").map { $0.contains(#""name":"a.txt""#) } == [true, false])
        #expect(try batch(folder.path("in"), "--list", "-o", folder.path("out")).status == 64)
    }

    @Test("a second batch on the same database is refused, and the first one's is left alone")
    func locked() throws {
        let database = folder.path("a.sqlite")
        let descriptor = open(database + "-lock", O_RDWR | O_CREAT, 0o644)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        let run = try batch(folder.path("in"), "--database", database)
        #expect(run.status == 2)
        #expect(run.errors.contains("another batch is writing to it"))
        #expect(!FileManager.default.fileExists(atPath: database))
    }

    @Test("what a killed run left unfinished is cleared away, but not what somebody is writing")
    func unfinished() throws {
        try FileManager.default.createDirectory(atPath: folder.path("out/in"), withIntermediateDirectories: true)
        let left = try folder.file("out/in/.vanban-unfinished-AbCdEf", "{")
        let written = try folder.file("out/.vanban-unfinished-GhIjKl", "{")
        let descriptor = open(written, O_RDWR)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        #expect(try batch(folder.path("in/a.txt"), "-o", folder.path("out")).status == 0)
        #expect(!FileManager.default.fileExists(atPath: left))
        #expect(FileManager.default.fileExists(atPath: written))
    }

    @Test("progress for programs counts up to the number of documents, and the summary names each reason")
    func told() throws {
        _ = try folder.file("in/rỗng.txt", "")
        let run = try batch(folder.path("in"), "--database", folder.path("a.sqlite"), "--lang", "en")
        #expect(run.status == 1)
        #expect(run.errors == "4 documents: 3 converted, 0 unchanged, 1 failed\n  1  empty: empty\n")
    }
}
