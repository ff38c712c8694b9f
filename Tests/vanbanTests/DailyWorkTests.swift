import Foundation
import Testing

/// What people do with the program all day: archives given to any command, outputs in folders that are to be made, tables
/// in a terminal, long answers.
@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct DailyWorkTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func shell(_ command: String) throws -> Program.Run {
        let program = try #require(Program.built).executable.path
        let samples = Program.root.appending(path: "Samples").path
        return try #require(
            try Program.run([
                "env", "sh", "-c", "cd \"$1\" && V=$2 && SAMPLES=$3 && \(command)", "-", folder.url.path, program,
                samples,
            ]))
    }

    @Test("an archive of documents is read by every command that reads documents")
    func archive() throws {
        let made = try shell(
            """
            cp $SAMPLES/minimal-decision.word.docx qd.docx && cp $SAMPLES/provincial-papi-plan.txt kh.txt && \
            python3 -m zipfile -c x.zip qd.docx kh.txt && rm qd.docx kh.txt
            """)
        try #require(made.status == 0, "\(made.errors)")
        let records = try shell("$V convert x.zip --format ndjson --quiet")
        #expect(records.status == 0 && records.errors.isEmpty, "\(records.errors)")
        #expect(records.text.split(separator: "\n").count == 2)
        #expect(records.text.contains(#""path":"x.zip!/qd.docx""#))
        #expect(try shell("$V convert x.zip -o out/ -q && ls out").text == "kh.json\nqd.json\n")
        #expect(try shell("$V tables x.zip --lang en").errors.contains("x.zip!/qd.docx: the document has no tables"))
        #expect(try shell("$V validate x.zip --format json").text.split(separator: "\n").count == 2)
        #expect(try shell("$V review x.zip -o page.html --lang vi && grep -c 'kh.txt' page.html").status == 0)
        let empty = try shell(
            "python3 -c 'import zipfile; zipfile.ZipFile(\"e.zip\", \"w\").close()'; $V convert e.zip")
        #expect(empty.status == 2 && empty.errors.contains("e.zip"))
    }

    @Test("a dossier is one record with its files as a list, and is checked as one")
    func dossier() throws {
        let made = try shell(
            """
            grep -n '^Phụ lục$' $SAMPLES/provincial-papi-plan.txt | head -1 | cut -d: -f1 > n && \
            tail -n +$(cat n) $SAMPLES/provincial-papi-plan.txt > pl.txt && \
            head -n $(($(cat n) - 1)) $SAMPLES/provincial-papi-plan.txt > qd.txt && \
            $V convert --together pl.txt qd.txt -q -o hs.json && cat hs.json
            """)
        try #require(made.status == 0, "\(made.errors)")
        let record = try #require(try JSONSerialization.jsonObject(with: made.output) as? [String: Any])
        let sources = try #require(record["source"] as? [[String: Any]])
        #expect(sources.compactMap { $0["name"] as? String } == ["qd.txt", "pl.txt"])
        let tasks = try #require(record["tasks"] as? [[String: Any]])
        #expect(tasks.count == 45)
        #expect(tasks.allSatisfy { ($0["location"] as? [String: Any])?["source"] as? Int == 1 })
        let rows = try shell("$V convert --together pl.txt qd.txt -q --format csv")
        #expect(rows.text.contains("\r\npl.txt,"))
        let alone = try shell("$V validate qd.txt pl.txt --format json --show info")
        let together = try shell("$V validate --together qd.txt pl.txt --format json --show info")
        #expect(alone.text.contains("missingAppendix") || alone.text.contains("issuingDocumentAbsent"))
        #expect(!together.text.contains("missingAppendix") && !together.text.contains("issuingDocumentAbsent"))
        #expect(try shell("$V convert --together pl.txt").status == 64)
        #expect(try shell("$V convert --together pl.txt none.txt").status == 2)
    }

    @Test(
        "a batch writes one record a dossier besides the files' own, and writes it anew when one of its files changes")
    func dossiersOfABatch() throws {
        let made = try shell(
            """
            mkdir kho && n=$(grep -n '^Phụ lục$' $SAMPLES/provincial-papi-plan.txt | head -1 | cut -d: -f1) && \
            tail -n +$n $SAMPLES/provincial-papi-plan.txt > kho/pl.txt && \
            head -n $((n - 1)) $SAMPLES/provincial-papi-plan.txt > kho/qd.txt && cp $SAMPLES/minimal-decision.txt kho && \
            $V batch kho --database a.sqlite -o out --together --lang vi --progress none && ls out/kho
            """)
        try #require(made.status == 0, "\(made.errors)")
        #expect(made.errors.contains("đã ghi 1 bộ hồ sơ, mỗi bộ một bản ghi"), "\(made.errors)")
        #expect(
            made.text.split(separator: "\n")
                == ["minimal-decision.txt.json", "pl.txt.json", "qd.txt.dossier.json", "qd.txt.json"], "\(made.text)")
        let whole = try Data(contentsOf: URL(filePath: folder.path("out/kho/qd.txt.dossier.json")))
        let record = try #require(try JSONSerialization.jsonObject(with: whole) as? [String: Any])
        #expect((record["source"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["qd.txt", "pl.txt"])
        #expect((record["tasks"] as? [Any])?.count == 45)
        // Nothing changed; a file changed; the output was removed.
        let again = "$V batch kho --database a.sqlite -o out --together --lang vi --progress none"
        #expect(try !shell(again).errors.contains("bộ hồ sơ, mỗi bộ"))
        #expect(try shell("echo 'Ghi chú.' >> kho/pl.txt && " + again).errors.contains("đã ghi 1 bộ hồ sơ"))
        #expect(try shell("rm out/kho/qd.txt.dossier.json && " + again).errors.contains("đã ghi 1 bộ hồ sơ"))
        #expect(try shell("$V batch kho -o out --together").status == 64)
    }

    @Test("what the archive does is logged from the level on that is asked for, and not at all otherwise")
    func log() throws {
        let command = "$V batch $SAMPLES/minimal-decision.txt --database a.sqlite --progress none -q --jobs 1"
        #expect(try shell(command).errors.isEmpty)
        let logged = try shell("VANBAN_LOG=debug \(command) --retry-failed").errors
        for words in ["vanban.archive", "A batch begins.", "documents=1", "A worker was started.", "A batch ends."] {
            #expect(logged.contains(words), "\(words): \(logged)")
        }
        #expect(try !shell("rm a.sqlite; VANBAN_LOG=notice \(command)").errors.contains("A batch begins."))
    }

    @Test("a folder for outputs is made where its path ends with a slash, and CSV goes into it, too")
    func outputFolder() throws {
        let run = try shell(
            """
            $V convert -q $SAMPLES/minimal-decision.txt -o a/b/ && $V convert -q $SAMPLES/minimal-decision.txt --format csv \
            -o csv/ && $V batch $SAMPLES/minimal-decision.txt --database archive.sqlite -q && \
            $V query records -q --format csv -o rows/ && ls a/b csv rows
            """)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.isEmpty)
        for name in ["minimal-decision.json", "minimal-decision.tasks.csv", "tasks.csv", "references.csv"] {
            #expect(run.text.contains(name), "\(name)")
        }
    }

    @Test("a survey says what there is, and converts nothing")
    func survey() throws {
        let run = try shell(
            """
            mkdir kho && cp $SAMPLES/minimal-decision.txt $SAMPLES/minimal-decision.html $SAMPLES/minimal-decision.word.docx kho && \
            printf 'MZ\\000\\001\\002\\377\\376\\000' > kho/x.exe && $V batch kho/minimal-decision.txt --database a.sqlite --root . -q && \
            $V batch kho --survey --database a.sqlite --lang vi --jobs 2 && ls
            """)
        #expect(run.status == 0, "\(run.errors)")
        for words in [
            "4 tệp", "1  Word", "1  Trang web", "utf-8 2", "1 tệp đã làm rồi", "1  loại không đọc được",
            "với 2 tiến trình",
        ] { #expect(run.text.contains(words), "\(words): \(run.text)") }
        #expect(run.text.hasSuffix("a.sqlite\na.sqlite-lock\nkho\n"))
        let none = try shell("$V batch kho --survey --lang en && ls")
        #expect(none.text.contains("0 files are done already"))
    }

    @Test("the database is found: by its usual name, by the settings, by the environment; without any it is said")
    func database() throws {
        let none = try shell("$V query files --lang en")
        #expect(none.status == 64 && none.errors.contains("--database"))
        _ = try shell(
            "$V batch $SAMPLES/minimal-decision.txt --database archive.sqlite -q && mkdir sub "
                + "&& echo '{\"database\": \"../archive.sqlite\", \"show\": \"info\"}' > sub/.vanban.json && mkdir other"
        )
        for command in [
            "$V query files", "cd sub && $V query files",
            "cd other && VANBAN_DATABASE=../archive.sqlite $V query files",
        ] {
            let run = try shell(command)
            #expect(run.status == 0 && run.text.contains("minimal-decision.txt"), "\(command): \(run.errors)")
        }
        #expect(try shell("cd sub && $V validate $SAMPLES/minimal-decision.txt").status == 0)
    }

    @Test("at most so many rows are shown as are asked for, and how many more there are is told")
    func top() throws {
        let run = try shell(
            "$V batch $SAMPLES/provincial-papi-plan.txt --database archive.sqlite -q "
                + "&& $V query search 'cong khai' --top 2 --lang en")
        #expect(run.text.contains("2 rows"))
        #expect(run.errors.contains("more rows; --top"))
    }

    /// Runs a command in a terminal of 80 columns and gives what it wrote there.
    private func terminal(_ command: String) throws -> String? {
        let script = """
            import fcntl, os, pty, struct, sys, termios
            process, end = pty.fork()
            if process == 0:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
                os.environ["LC_ALL"] = "en_US.UTF-8"
                os.environ["TERM"] = "xterm"
                os.execvp("bash", ["bash", "-c", sys.argv[1]])
            written = b""
            while True:
                try: chunk = os.read(end, 65536)
                except OSError: break
                if not chunk: break
                written += chunk
            os.waitpid(process, 0)
            sys.stdout.buffer.write(written)
            """
        let program = try #require(Program.built).executable.path
        let samples = Program.root.appending(path: "Samples").path
        let whole = "cd '\(folder.url.path)' && V='\(program)' && SAMPLES='\(samples)' && \(command)"
        let run = try #require(try Program.run(["env", "python3", "-c", script, whole]))
        if run.status == 127 {
            print("Skipped: python3 was not found.")
            return nil
        }
        #expect(run.status == 0, "\(run.errors)")
        return run.text
    }

    @Test("a table that is read by way of a pipe is as wide as the terminal")
    func pipe() throws {
        guard let shown = try terminal("$V tables $SAMPLES/provincial-papi-plan.txt | cat") else { return }
        let widest = shown.split(whereSeparator: \.isNewline).filter { $0.contains("┼") || $0.contains("╪") }.map(
            \.count
        ).max()
        #expect(try #require(widest) <= 80)
        #expect(try #require(widest) > 60)
    }

    @Test("a long answer goes to the pager of whoever reads it, and none where none is wanted")
    func pager() throws {
        let ask = "$V batch $SAMPLES/provincial-papi-plan.txt --database archive.sqlite -q; "
        let shown = try terminal(ask + "PAGER='sed s/^/SEEN/' $V query tasks")
        #expect(shown?.contains("SEEN") != false)
        let plain = try terminal(ask + "PAGER=cat $V query tasks")
        #expect(plain?.contains("45 rows") != false)
    }

    @Test("a long answer to a file shows that it lives")
    func lifeSigns() throws {
        let run = try terminal(
            """
            for n in $(seq 40); do cp $SAMPLES/provincial-papi-plan.txt $n.txt; done; \
            $V batch *.txt --database archive.sqlite -q; $V query records --format xlsx -o all.xlsx
            """)
        #expect(run?.contains("rows so far") != false, "\(run ?? "")")
    }

    @Test("man pages have the letters of their language, though their maker leaves out what is not ASCII")
    func manPages() throws {
        let maker = Program.root.appending(path: ".packaging/man_pages.py").path
        let made = try shell(
            """
            printf '#!/bin/sh\n"$1" --experimental-dump-help | LC_ALL=C tr -d "\\200-\\377" > "$4/vanban.1"; \
            printf "\\n.Ex -std\\n.Xr vanban.validate 1 ,\\n.Xr vanban.worker 1" >> "$4/vanban.1"' > maker && \
            chmod +x maker && python3 -B '\(maker)' $V ./maker vi man && gzip -dc man/vanban.1.gz
            """)
        try #require(made.status == 0, "\(made.errors)")
        #expect(made.text.contains("Chuyển văn bản hành chính tiếng Việt thành dữ liệu."))
        #expect(made.text.contains("2 có đầu vào không đọc được") && !made.text.contains(".Ex -std"))
        #expect(!made.text.contains("vanban.worker") && made.text.hasSuffix(".Xr vanban.validate 1\n"))
        #expect(made.text.contains("Hiện phiên bản.") && !made.text.contains("Show the version."))
    }
}
