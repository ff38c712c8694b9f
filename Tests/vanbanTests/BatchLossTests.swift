import Foundation
import Testing

/// Every input of a batch is converted or named with its reason, and nothing that was done is lost without a word.
@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct BatchLossTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try FileManager.default.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: true)
    }

    private func shell(_ command: String) throws -> Program.Run {
        let program = try #require(Program.built).executable.path
        return try #require(
            try Program.run([
                "env", "bash", "-c", "cd \"$1\" && V=$2 && SAMPLE=$3 && \(command)", "-", folder.url.path, program,
                Program.minimal,
            ]))
    }

    private func python(_ script: String) throws -> Bool {
        let run = try #require(
            try Program.run(["env", "python3", "-c", script, folder.url.path, Program.minimal]))
        if run.status == 127 { print("Skipped: python3 was not found.") }
        #expect(run.status == 0 || run.status == 127, "\(run.errors)")
        return run.status == 0
    }

    /// The report: each document's outcome, or the reason why there is none.
    private var report: [String: String] {
        get throws {
            var outcomes: [String: String] = [:]
            for line in try String(contentsOfFile: folder.path("report"), encoding: .utf8).split(separator: "\n") {
                let fields = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                guard let document = fields?["document"] as? String else { continue }
                // Names that are equal as strings are told apart by their bytes.
                let isPlain = document.utf8.allSatisfy { $0 < 0x80 }
                let name = isPlain ? document : document.utf8.map { String($0, radix: 16) }.joined()
                outcomes[name] = fields?["reason"] as? String ?? fields?["outcome"] as? String
            }
            return outcomes
        }
    }

    private static let batch = "$V batch --progress none --jobs 2 --report report --lang en"

    @Test("names that are equal but for their bytes, and names that are no UTF-8, each give an output")
    func bytes() throws {
        let run = try shell(
            #"""
            for name in $'\xc3\xa9.txt' $'e\xcc\x81.txt' $'\xe9.txt' $'a\nb.txt' a_b.txt; do cp "$SAMPLE" "in/$name"; done
            mkdir out; \#(Self.batch) in -o out --database x.sqlite && ls -1b out/in | LC_ALL=C sort
            """#)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("5 documents: 5 converted"))
        for name in ["%E9.txt.json", "a%0Ab.txt.json", "a_b.txt.json"] { #expect(run.text.contains(name)) }
        #expect(run.text.split(separator: "\n").count == 5)
        let again = try shell("\(Self.batch) in -o out --database x.sqlite")
        #expect(again.errors.contains("5 unchanged"))
        let answered = try shell("$V query documents --database x.sqlite --format json")
        #expect(answered.text.contains(#"in/\\xE9.txt"#))
        let direct = try shell(#"$V convert -q in/$'\xe9.txt' --format ndjson"#)
        #expect(direct.text.contains(#""path":"in/\\xE9.txt""#))
        let listed = try shell("$V batch in --list | $V convert --stdin-protocol | grep -c schemaVersion")
        #expect(listed.text == "5\n")
        let named = try shell("printf 'in/\\xe9.txt\\n' | $V batch - --database y.sqlite --progress none --lang en")
        #expect(named.errors.contains("1 documents: 1 converted"))
    }

    @Test("ways that lead out of a folder do not share outputs with those that don't")
    func ways() throws {
        let run = try shell(
            """
            mkdir -p y/x x out && cp "$SAMPLE" x/k.txt && cp "$SAMPLE" y/x/k.txt && cd y && \
            \(Self.batch) x/k.txt ../x/k.txt -o ../out && find ../out -name '*.json' | LC_ALL=C sort
            """)
        #expect(run.text == "../out/x/k.txt.json\n../out/y/x/k.txt.json\n", "\(run.errors)")
    }

    @Test("an archive's entries of one name, in two writings, or without UTF-8 are all converted")
    func entries() throws {
        let made = try python(
            """
            import sys, warnings, zipfile, os
            warnings.simplefilter("ignore")
            text = open(sys.argv[2], "rb").read()
            with zipfile.ZipFile(sys.argv[1] + "/in/kho.zip", "w") as archive:
                for name in ("k.txt", "k.txt", "\\u00e9.txt", "e\\u0301.txt", "x/k.txt", "../x/k.txt", "/x/k.txt", "QQQ.txt"):
                    archive.writestr(name, text)
            path = sys.argv[1] + "/in/kho.zip"
            content = open(path, "rb").read().replace(b"QQQ.txt", b"Q\\xe9Q.txt")
            open(path, "wb").write(content)
            """)
        guard made else { return }
        let run = try shell("\(Self.batch) in/kho.zip -o out --database x.sqlite && find out -name '*.json' | wc -l")
        #expect(run.text == "8\n", "\(run.errors)")
        let documents = try shell("$V query documents --database x.sqlite --format csv --columns document").text
        #expect(documents.contains("kho.zip!2/k.txt") && documents.contains(#"kho.zip!/Q\xE9Q.txt"#))
        #expect(try shell("$V batch in --list | $V convert --stdin-protocol | grep -c schemaVersion").text == "8\n")
        #expect(try shell("\(Self.batch) in/kho.zip -o out --database x.sqlite").errors.contains("8 unchanged"))
    }

    @Test("an archive whose entries lie one over the other is refused by the limit that its message names")
    func tight() throws {
        let made = try python(
            """
            import sys, zipfile, struct
            path = sys.argv[1] + "/in/bom.zip"
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("0.txt", "a" * (8 << 20))
            content = open(path, "rb").read()
            begin, end = content.index(b"PK\\x01\\x02"), content.index(b"PK\\x05\\x06")
            entries = b"".join(content[begin:end].replace(b"0.txt", b"%d.txt" % n) for n in range(10))
            tail = content[end:end + 8] + struct.pack("<HHII", 10, 10, len(entries), begin) + content[end + 20:]
            open(path, "wb").write(content[:begin] + entries + tail)
            """)
        guard made else { return }
        let run = try shell("\(Self.batch) in -o out")
        #expect(run.status == 1)
        #expect(run.errors.contains("archiveRatio=N"))
        #expect(try report == ["in/bom.zip": "beyondLimit"])
        let raised = try shell("$V batch in --list --limit archiveRatio=1000000 | wc -l")
        #expect(raised.text == "10\n")
    }

    @Test("documents that are packed twice are held to the archive's limit all together, others are converted")
    func packedTwice() throws {
        let made = try python(
            """
            import sys, zipfile, io
            body = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
            head = ('<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
                    'wordprocessingml/2006/main"><w:body>')
            types = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                     '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
                     'officedocument.wordprocessingml.document.main+xml"/></Types>')
            rels = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                    'relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                    'relationships/officeDocument" Target="word/document.xml"/></Relationships>')
            def document(filling):
                stream = io.BytesIO()
                lines = ["QUYẾT ĐỊNH", "Về việc thử", "Điều 1. Thử./."]
                with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
                    package.writestr("[Content_Types].xml", types)
                    package.writestr("_rels/.rels", rels)
                    package.writestr("word/document.xml",
                                     head + "".join(body % line for line in lines) + filling + "</w:body></w:document>")
                return stream.getvalue()
            with zipfile.ZipFile(sys.argv[1] + "/in/kho.zip", "w", zipfile.ZIP_DEFLATED) as archive:
                for number in range(20): archive.writestr("%d.docx" % number, document(" " * (8 << 20)))
                archive.writestr("good.docx", document(""))
            """)
        guard made else { return }
        _ = try shell("\(Self.batch) in -o out")
        let outcomes = try report
        #expect(outcomes["in/kho.zip!/good.docx"] == "converted")
        #expect(outcomes.values.filter { $0 == "beyondLimit" }.count == 20)
        let raised = try shell("\(Self.batch) in -o out --limit archiveRatio=100000")
        #expect(raised.errors.contains("21 converted"))
    }

    @Test("links to nothing, pipes and patterns without a match are told, in the user's language")
    func told() throws {
        let run = try shell(
            """
            cp "$SAMPLE" in/a.txt && ln -s none in/gone.txt && mkfifo in/pipe && \
            \(Self.batch) in 'in/**/*.docx' --database x.sqlite
            """)
        #expect(run.status == 1)
        #expect(run.errors.contains("in/gone.txt: is a link that leads to nothing"))
        #expect(
            try report == [
                "in/a.txt": "converted", "in/gone.txt": "danglingLink", "in/pipe": "notAFile",
                "in/**/*.docx": "notFound",
            ])
        #expect(try shell("$V batch in --database x.sqlite --lang vi").errors.contains("không trỏ tới đâu"))
    }

    @Test("outputs, database and report among the documents are no documents in the next run")
    func own() throws {
        let batch = "\(Self.batch.replacing("--report report", with: "--report in/report")) in"
        _ = try shell("cp \"$SAMPLE\" in/a.txt; cp \"$SAMPLE\" in/b.txt")
        for _ in 0..<2 {
            let run = try shell("\(batch) -o in/out --database in/x.sqlite")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errors.contains("2 documents"))
        }
        for number in 0..<3 {
            let run = try shell(
                "cd in && $V batch . -o . --exclude out --exclude 'x.sqlite*' --exclude report --lang en")
            #expect(run.status == 0, "\(number): \(run.errors)")
            #expect(run.errors.contains("2 documents"))
        }
        #expect(FileManager.default.fileExists(atPath: folder.path("in/a.txt.json")))
    }

    @Test(
        "a report that cannot be written ends with 2",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullReport() throws {
        let run = try shell(
            "cp \"$SAMPLE\" in/a.txt; $V batch in --database x.sqlite --report /dev/full --progress none")
        #expect(run.status == 2)
        #expect(run.errors.contains("/dev/full"))
        #expect(run.errors.contains("1 converted"))
    }

    @Test("a link to the database does not get round its lock")
    func lock() throws {
        let run = try shell(
            """
            cp "$SAMPLE" in/a.txt && $V batch in --database x.sqlite --progress none && ln -s x.sqlite link.sqlite && \
            flock x.sqlite-lock $V batch in --database link.sqlite --lang en
            """)
        #expect(run.status == 2)
        #expect(run.errors.contains("another batch"))
    }

    @Test("a database that is removed while it is written to is told, and the run does not pass for done")
    func removed() throws {
        let run = try shell(
            """
            for n in $(seq 60); do cp "$SAMPLE" in/$n.txt; done
            \(Self.batch) in --database x.sqlite & pid=$!
            while [ ! -s report ] && kill -0 $pid 2>/dev/null; do sleep 0.02; done; rm -f x.sqlite; wait $pid
            """)
        #expect(run.status == 2, "\(run.errors)")
        #expect(run.errors.contains("removed or replaced"))
    }

    @Test("what is beyond a process's limit of size is told, and brings nothing down")
    func fileLimit() throws {
        let run = try shell(
            """
            cp "$SAMPLE" in/a.txt; cp "${SAMPLE%/*}/provincial-papi-plan.txt" in/b.txt
            ulimit -f 64; \(Self.batch) in -o out
            """)
        #expect(run.status == 1 || run.status == 2, "\(run.errors)")
        #expect(!run.errors.contains("crashed"))
    }
}
