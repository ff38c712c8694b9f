import Foundation
import Testing

@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct ConvertCommandTests {
    private func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("a record goes to standard output and the report to standard error")
    func standardOutput() throws {
        let run = try #require(try Program.run("convert", Program.sample))
        #expect(run.status == 0)
        #expect(try object(run.output)["schemaVersion"] as? String == "1.0")
        #expect((try object(run.output)["tasks"] as? [Any])?.count == 45)
        #expect(run.errors.contains("45 task(s)"))
    }

    @Test("with -o the record goes to a file, byte for byte the same")
    func outputFile() throws {
        let folder = try Folder()
        let run = try #require(try Program.run("convert", Program.sample, "-o", folder.path("record.json"), "--quiet"))
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(run.errors == "")
        let plain = try #require(try Program.run("convert", Program.sample))
        #expect(try Data(contentsOf: URL(filePath: folder.path("record.json"))) == plain.output)
        #expect(folder.names == ["record.json"])
    }

    @Test("two conversions of one file give the same bytes, whatever the language")
    func deterministic() throws {
        let first = try #require(try Program.run("convert", Program.sample))
        let second = try #require(try Program.run("convert", Program.sample, language: "vi_VN.UTF-8"))
        #expect(first.output == second.output)
        #expect(first.errors != second.errors)
    }

    @Test("a dash reads standard input, and gives the same record")
    func standardInput() throws {
        let bytes = try Data(contentsOf: URL(filePath: Program.minimal))
        let piped = try object(try #require(try Program.run("convert", "-", input: bytes)).output)
        let named = try object(try #require(try Program.run("convert", Program.minimal)).output)
        #expect((piped["source"] as? [String: Any])?["name"] as? String == "-")
        #expect(NSDictionary(dictionary: piped).value(forKey: "parts") as? NSArray == named["parts"] as? NSArray)
    }

    @Test("of one code five are printed and how many more there are; all of them stand in the record")
    func alike() throws {
        let folder = try Folder()
        let rows = (1...8).map { "\($0)\tViệc thứ \($0)\tBáo cáo\t\tTháng 3/2026" }.joined(separator: "\n")
        let text =
            "KẾ HOẠCH\nThử năm 2026\n\nI. MỤC ĐÍCH\n\nLàm đúng hạn.\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"
            + "TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n\(rows)\n"
        try Data(text.utf8).write(to: URL(filePath: folder.path("plan.txt")))
        let run = try #require(try Program.run("convert", folder.path("plan.txt")))
        #expect(run.errors.split(separator: "\n").count { $0.hasSuffix("[missingLead]") } == 6)
        #expect(run.errors.contains("and 3 more alike [missingLead]"))
        let told = try #require(try object(run.output)["diagnostics"] as? [[String: Any]])
        #expect(told.count { $0["code"] as? String == "missingLead" } == 8)
        let vietnamese = try #require(
            try Program.run("convert", folder.path("plan.txt"), language: "vi_VN.UTF-8"))
        #expect(vietnamese.errors.contains("và 3 chỗ nữa tương tự [missingLead]"))
    }

    @Test("several records go out one a line")
    func lines() throws {
        let run = try #require(try Program.run("convert", Program.sample, Program.minimal, "--format", "ndjson"))
        let lines = run.text.split(separator: "\n")
        #expect(run.status == 0)
        #expect(lines.count == 2)
        let names = try lines.map { (try object(Data($0.utf8))["source"] as? [String: Any])?["name"] as? String }
        #expect(names == ["provincial-papi-plan.txt", "minimal-decision.txt"])
    }

    @Test("several records go into a folder, one file each")
    func folder() throws {
        let folder = try Folder()
        let run = try #require(try Program.run("convert", Program.sample, Program.minimal, "-o", folder.url.path))
        #expect(run.status == 0)
        #expect(folder.names == ["minimal-decision.json", "provincial-papi-plan.json"])
    }

    @Test("several records into one JSON file is a mistake of usage")
    func oneFile() throws {
        let folder = try Folder()
        let run = try #require(
            try Program.run("convert", Program.sample, Program.minimal, "-o", folder.path("all.json")))
        #expect(run.status == 64)
        #expect(folder.names == [])
    }

    @Test(
        "a missing file says which, why and what to do, in the user's language",
        arguments: [("en_US.UTF-8", "cannot be opened"), ("vi_VN.UTF-8", "không mở được")])
    func missingFile(_ language: String, _ words: String) throws {
        let run = try #require(try Program.run("convert", "no-such-file.txt", language: language))
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("no-such-file.txt"))
        #expect(run.errors.contains(words))
    }

    @Test("the language of messages can be told")
    func languageOption() throws {
        #expect(
            try Program.run("convert", "no-such-file.txt", "--lang", "vi")?.errors.contains("không mở được") == true)
        #expect(
            try Program.run("convert", "no-such-file.txt", "--lang", "en", language: "vi_VN.UTF-8")?.errors
                .contains("cannot be opened") == true)
    }

    private static let notDocuments: [(String, [UInt8])] = [
        ("empty", []), ("blank", Array("\n \n\t\n".utf8)), ("pdf", Array("%PDF-1.7\n1 0 obj".utf8)),
        ("zip", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]), ("picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]),
        ("binary", (0..<600).map { UInt8(($0 * 7919) % 256) }),
        ("prose", Array("The quick brown fox jumps over the lazy dog.\n\nIt was a fine day.\n".utf8)),
    ]

    @Test("what is no document ends with 2, says why, and writes nothing", arguments: notDocuments.map(\.0))
    func refused(_ name: String) throws {
        let folder = try Folder()
        let bytes = try #require(Self.notDocuments.first { $0.0 == name }).1
        let run = try #require(
            try Program.run("convert", try folder.file(name, bytes), "-o", folder.path("record.json")))
        #expect(run.status == 2)
        #expect(run.errors.contains(name))
        #expect(folder.names == [name])
    }

    @Test("a folder in place of a file ends with 2")
    func folderAsInput() throws {
        #expect(try Program.run("convert", try Folder().url.path)?.status == 2)
    }

    @Test("one file that cannot be read does not keep the others from being converted")
    func oneBad() throws {
        let run = try #require(try Program.run("convert", "no-such-file.txt", Program.minimal, "--format", "ndjson"))
        #expect(run.status == 2)
        #expect(run.text.split(separator: "\n").count == 1)
    }

    @Test("a file over the limit ends with 2 and names the limit")
    func limit() throws {
        let run = try #require(try Program.run("convert", Program.sample, "--max-bytes", "100"))
        #expect(run.status == 2)
        #expect(run.errors.contains("100"))
    }

    @Test(
        "mistakes of usage end with 64",
        arguments: [
            ["convert"], ["convert", "a", "--format", "csvv"], ["nonsense"], ["convert", "--nonsense"],
            ["convert", "a", "--max-bytes", "0"], ["explain", "nonsense"], ["convert", "a", "--lang", "fr"],
            ["convert", "a", "--encoding", "latin1"],
            ["ledger", "a", "--encoding", "tcvn3-capitals"],
        ])
    func usage(_ arguments: [String]) throws {
        let executable = try #require(Program.built).executable
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 64)
    }

    @Test("an unknown encoding is told with those that there are")
    func unknownEncoding() throws {
        let run = try #require(try Program.run("convert", Program.minimal, "--encoding", "latin1"))
        #expect(run.status == 64)
        for name in ["utf-8", "utf-16le", "utf-16be", "tcvn3", "vni", "viscii", "windows-1258", "double-utf-8"] {
            #expect(run.errors.contains(name))
        }
    }

    @Test("the encoding can be told, and the record names it", arguments: ["convert", "ledger"])
    func encoding(command: String) throws {
        let folder = try Folder()
        let file = try folder.file("old.txt", Self.old)
        let run = try #require(try Program.run(command, file, "--encoding", "TCVN3"))
        #expect(run.status == 0)
        #expect(run.text.contains("Tổ chức thực hiện"))
        if command == "convert" {
            #expect((try object(run.output)["source"] as? [String: Any])?["encoding"] as? String == "tcvn3")
        }
    }

    /// "Điều 1. Tổ chức thực hiện" in TCVN3.
    private static let old: [UInt8] = "§iÒu 1. Tæ chøc thùc hiÖn".unicodeScalars.map { UInt8($0.value) }

    private static let contradiction = """
        KẾ HOẠCH
        Nâng cao Chỉ số PAPI năm 2024

        1. Năm 2023, chỉ số nội dung 1 đạt 4,5 điểm, tăng 0,9 điểm so với năm 2022 (năm 2022 đạt 4,0 điểm).

        """
    private static let invalidDate = "QUYẾT ĐỊNH\nVề việc thử\n\nSơn La, ngày 31 tháng 02 năm 2024\n\nĐiều 1. Thử./.\n"

    @Test("with --fail-on a document with a fault that bad ends with 1, and its record is written all the same")
    func failOn() throws {
        let folder = try Folder()
        let file = try folder.file("date.txt", Self.invalidDate)
        let run = try #require(try Program.run("convert", file, "--fail-on", "error"))
        #expect(run.status == 1)
        #expect(try object(run.output)["schemaVersion"] != nil)
        #expect(try Program.run("convert", file)?.status == 0)
        #expect(try Program.run("convert", Program.minimal, "--fail-on", "error")?.status == 0)
    }

    @Test("a contradiction is a warning: it fails on warning and not on error")
    func failOnWarning() throws {
        let folder = try Folder()
        let file = try folder.file("scores.txt", Self.contradiction)
        let run = try #require(try Program.run("convert", file, "--fail-on", "warning"))
        #expect(run.status == 1)
        #expect(run.errors.contains("[changeMismatch]"))
        #expect(try Program.run("convert", file, "--fail-on", "error")?.status == 0)
    }

    @Test("an output that cannot be written ends with 2 and leaves no half file")
    func unwritable() throws {
        let folder = try Folder()
        let run = try #require(try Program.run("convert", Program.minimal, "-o", folder.path("none/record.json")))
        #expect(run.status == 2)
        #expect(run.errors.contains("none/record.json"))
        #expect(folder.names == [])
    }

    @Test("a full disk ends with 2 and says so", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() throws {
        let executable = try #require(Program.built).executable
        let process = Process()
        process.executableURL = executable
        process.arguments = ["convert", Program.sample, "--quiet"]
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
    }

    @Test("what stood in the output file stays when the new record cannot be made")
    func keepsOld() throws {
        let folder = try Folder()
        let file = try folder.file("record.json", "old")
        #expect(try Program.run("convert", "no-such-file.txt", "-o", file)?.status == 2)
        #expect(try String(contentsOf: URL(filePath: file), encoding: .utf8) == "old")
    }
}
