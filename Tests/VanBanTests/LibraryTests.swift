import Foundation
import Testing
import VanBan

/// The library as a program uses it that imports nothing else.
@Suite struct LibraryTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let plan = root.appending(path: "Samples/provincial-papi-plan.txt").path

    private func temporary(_ name: String) -> String {
        FileManager.default.temporaryDirectory.appending(path: "vanban-library-\(UUID().uuidString)-\(name)").path
    }

    @Test("a file is read, with what is wrong in it and who owns its text")
    func reading() throws {
        let document = try DocumentReader().read(Self.plan)
        #expect(document.record.tasks.count == 45)
        #expect(document.record.source.name == "provincial-papi-plan.txt" && document.record.source.path == Self.plan)
        #expect(document.findings().isEmpty)
        let title = try #require(document.record.parts.first?.title)
        let stretch = try #require(document.stretches.first { $0.owner == "part-1.title" })
        #expect(title.hasPrefix(stretch.text))
        #expect(document.text(at: stretch.location).hasPrefix(stretch.text))
        #expect(!document.stretches.contains { $0.owner == "unaccounted" })
    }

    @Test("findings have codes, places and words in both languages, and can be left out")
    func findings() throws {
        let text = try String(contentsOfFile: Self.plan, encoding: .utf8).replacing(
            "Tháng 7/2024", with: "Tháng 13/2024")
        let document = try DocumentReader().read(Array(text.utf8), name: "plan.txt")
        let finding = try #require(document.findings().first { $0.code == "impossiblePeriod" })
        #expect(finding.severity == .error && finding.location.line > 200)
        #expect(finding.message(in: .english) != finding.message(in: .vietnamese))
        #expect(!finding.hint(in: .vietnamese).isEmpty)
        #expect(!document.findings(except: ["impossiblePeriod"]).contains { $0.code == "impossiblePeriod" })
        #expect(document.findings(.error).allSatisfy { $0.severity == .error })
    }

    @Test("options are taken, and those that cannot be are errors")
    func options() throws {
        var options = DocumentReader.Options()
        options.agencies = "id,name\nquy-xanh,Quỹ Xanh\n"
        let text =
            "KẾ HOẠCH\nNăm 2024\n\nTT\tNhiệm vụ\tSản phẩm\tChủ trì\tPhối hợp\tThời hạn\n1\tKiểm tra\tBáo cáo\tQuỹ Xanh\t\tQuý II/2024\n"
        let document = try DocumentReader(options).read(Array(text.utf8), name: "plan.txt")
        #expect(document.record.tasks.first?.leadAgencies.first?.id == "quy-xanh")
        options.agencies = "id,name\nquy-xanh,\n"
        #expect(throws: DocumentError.self) { try DocumentReader(options) }
        options = DocumentReader.Options()
        options.encoding = "klingon"
        #expect { try DocumentReader(options) } throws: { ($0 as? DocumentError)?.code == "unknownEncoding" }
        options = DocumentReader.Options()
        options.readsAny = true
        #expect(try DocumentReader(options).read(Array("Chiều nay trời mưa.".utf8), name: "a.txt").record.tasks.isEmpty)
    }

    @Test(
        "what cannot be read is an error with a code and words in both languages",
        arguments: [("no-such-file.txt", "unreadable"), ("/", "isFolder")])
    func errors(_ path: String, _ code: String) throws {
        let error = try #require(throws: DocumentError.self) { try DocumentReader().read(path) }
        #expect(error.code == code && error.description.hasPrefix(code + ": "))
        #expect(error.message(in: .english) != error.message(in: .vietnamese))
        let other = try #require(throws: DocumentError.self) {
            try DocumentReader().read(Array("Chiều nay trời mưa.".utf8), name: "a.txt")
        }
        #expect(other.code == "notAdministrative")
    }

    @Test("records are written in every form, rows of every kind")
    func output() throws {
        let record = try DocumentReader().read(Self.plan).record
        #expect(record.text(as: .json).hasPrefix("{\n") && record.text(as: .line).split(separator: "\n").count == 1)
        #expect(
            record.text(as: .markdown).contains("Nhiệm vụ") && record.text(as: .calendar).hasPrefix("BEGIN:VCALENDAR"))
        for kind in RowKind.allCases { #expect(record.text(as: .csv(kind)).hasPrefix("document,"), "\(kind)") }
        #expect(Set(RowKind.allCases.map { record.text(as: .csv($0)) }).count == RowKind.allCases.count)
        let file = temporary("plan.csv")
        let workbook = temporary("plan.xlsx")
        defer { for path in [file, workbook] { try? FileManager.default.removeItem(atPath: path) } }
        try record.write(.csv(.tasks), to: file)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == record.text(as: .csv(.tasks)))
        try Record.writeWorkbook([record], to: workbook, [.tasks])
        #expect(try DocumentReader().read(workbook).record.tasks.count == 45)
        #expect { try record.write(.json, to: "/no/such/folder/a.json") } throws: {
            ($0 as? DocumentError)?.code == "notWritten"
        }
    }

    @Test("files of a dossier are one record")
    func dossier() throws {
        let decision = temporary("decision.txt")
        defer { try? FileManager.default.removeItem(atPath: decision) }
        let minimal = Self.root.appending(path: "Samples/minimal-decision.txt").path
        try FileManager.default.copyItem(atPath: minimal, toPath: decision)
        let record = try DocumentReader().readTogether([decision, Self.plan])
        #expect(record.sources.count == 2 && record.tasks.count == 45)
        #expect { try DocumentReader().readTogether([]) } throws: { ($0 as? DocumentError)?.code == "noFiles" }
    }

    @Test("whoever reads documents builds no database and no parser of command lines")
    func dependencies() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "swift", "package", "--package-path", Self.root.path, "--scratch-path", temporary("manifest"),
            "dump-package",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            print("Skipped: swift package was not found.")
            return
        }
        let manifest = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let targets = try #require(manifest["targets"] as? [[String: Any]])
        var needed = Set(["VanBan"])
        var others: Set<String> = []
        while true {
            let before = needed.count
            for target in targets where needed.contains(target["name"] as? String ?? "") {
                for dependency in target["dependencies"] as? [[String: [Any?]]] ?? [] {
                    if let name = dependency["byName"]?.first as? String { needed.insert(name) }
                    if let name = dependency["product"]?.first as? String { others.insert(name) }
                }
            }
            if needed.count == before { break }
        }
        #expect(needed.count > 8 && others.isEmpty, "\(others)")
    }
}
