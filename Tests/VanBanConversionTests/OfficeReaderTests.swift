import Foundation
import Testing
import VanBanExport
import VanBanModel
import VanBanReading
import VanBanStructure
import VanBanTools

@testable import VanBanConversion

@Suite("documents by way of LibreOffice")
struct OfficeReaderTests {
    /// The samples as LibreOffice writes them, made once for all tests.
    private static let made: [String: [UInt8]] = {
        var files: [String: [UInt8]] = [:]
        for name in ["minimal-decision", "provincial-papi-plan"] {
            guard let bytes = try? Samples.bytes("\(name).word.docx") else { continue }
            files[name + ".docx"] = bytes
        }
        let folder = try? PrivateFolder()
        for format in ["doc", "rtf", "odt"] {
            guard let folder else { continue }
            let run = ToolRun(
                .office,
                [
                    "-env:UserInstallation=file://" + folder.path(of: "profile"), "--headless", "--convert-to", format,
                    "--outdir", folder.path(of: "out"),
                ] + files.keys.filter { $0.hasSuffix(".docx") }.sorted(),
                files: files.filter { $0.key.hasSuffix(".docx") },
                limits: OfficeReader.usualLimits, folder: folder)
            _ = try? run.run()
        }
        guard let folder else { return files }
        for name in ["minimal-decision", "provincial-papi-plan"] {
            for format in ["doc", "rtf", "odt"] {
                files["\(name).\(format)"] = folder.bytes(of: "out/\(name).\(format)", limit: 1 << 24)
            }
        }
        return files
    }()

    private func reader(_ outer: OfficeReader = OfficeReader()) -> FileReader {
        var reader = FileReader()
        reader.further = [outer]
        return reader
    }

    private func error(_ bytes: [UInt8], _ outer: OfficeReader = OfficeReader()) -> ReadingError? {
        do throws(ReadingError) {
            _ = try reader(outer).read(bytes, name: "a")
            return nil
        } catch {
            return error
        }
    }

    // Word has a paragraph behind each table; the .doc that LibreOffice writes of a DOCX without one loses the table.
    @Test(
        "a document gives the same record as .doc, .rtf, .odt and DOCX",
        arguments: [
            ("minimal-decision", "rtf"), ("minimal-decision", "odt"), ("provincial-papi-plan", "doc"),
            ("provincial-papi-plan", "rtf"), ("provincial-papi-plan", "odt"),
        ])
    func sameRecord(name: String, format: String) throws {
        let file = try #require(Self.made["\(name).\(format)"])
        let original = try #require(Self.made[name + ".docx"])
        let record = try DocumentConverter(reader: reader()).convert(file, name: "a").record
        let expected = try DocumentConverter().convert(original, name: "a").record
        #expect(record.source.format.rawValue == format)
        #expect(record.source.bytes == file.count)
        #expect(record.source.sha256 == FileDigest.sha256(of: file))
        #expect(record.source.converter?.name == "LibreOffice")
        #expect(record.source.converter?.version == (try ExternalTool.office.version()))
        #expect(record.paths?.root == "converted.docx!/word")
        #expect(try Values.json(record) == (try Values.json(expected)))
    }

    @Test("without LibreOffice the package is named that brings it")
    func missing() throws {
        let outer = OfficeReader(tool: ExternalTool(program: "no-such-office", package: "some-package"))
        #expect(
            error(Array("{\\rtf1 a}".utf8), outer)
                == .needsConverter(program: "LibreOffice", package: "some-package"))
        #expect(outer.version == "LibreOffice -")
        let message = ReadingError.needsConverter(program: "LibreOffice", package: "some-package")
        #expect(message.message(in: .english).contains("apt install some-package"))
        #expect(message.message(in: .vietnamese).contains("apt install some-package"))
    }

    @Test("without a converter the kind of file is named as ever")
    func noConverter() {
        #expect(throws: ReadingError.unsupported("an RTF file")) {
            try FileReader().read(Array("{\\rtf1 a}".utf8), name: "a")
        }
    }

    @Test("a converter that hangs, crashes or makes nothing is a reason")
    func failures() throws {
        func office(_ script: String) throws -> (PrivateFolder, OfficeReader) {
            let folder = try PrivateFolder()
            let path = folder.path(of: "office")
            try Data(("#!/bin/bash\n" + script + "\n").utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            var limits = OfficeReader.usualLimits
            limits.wallSeconds = script.contains("sleep") ? 0.5 : 30
            return (folder, OfficeReader(tool: ExternalTool(program: path, package: "p"), limits: limits))
        }
        for (script, failure) in [
            ("sleep 60", ConverterFailure.tookTooLong), ("exit 0", .refused), ("exit 7", .refused),
            ("f() { f; }; f", .crashed),
        ] {
            let (folder, outer) = try office(script)
            withExtendedLifetime(folder) {
                #expect(
                    error(Array("{\\rtf1 a}".utf8), outer) == .converterFailed(program: "LibreOffice", failure))
            }
        }
        let (folder, outer) = try office("mkdir out; echo nothing >out/in.docx")
        withExtendedLifetime(folder) {
            #expect(error(Array("{\\rtf1 a}".utf8), outer)?.reason == "unsupported")
        }
    }

    @Test("a file that is damaged is refused, not hung upon")
    func damaged() throws {
        let file = try #require(Self.made["minimal-decision.odt"])
        #expect(error(Array(file.prefix(file.count / 2)))?.reason == "converterFailed")
    }

    @Test("formats are told from the content")
    func formats() throws {
        for format in ["doc", "rtf", "odt"] {
            #expect(FileReader.format(of: try #require(Self.made["minimal-decision." + format])).rawValue == format)
        }
    }
}

/// A record's values without its source and its places.
enum Values {
    static func json(_ record: Record) throws -> String {
        var collected = ByteCollector()
        try JSONSerializer(layout: .compact).write(record, to: &collected)
        let object = try JSONSerialization.jsonObject(with: Data(collected.bytes))
        let data = try JSONSerialization.data(
            withJSONObject: stripped(object), options: [.sortedKeys, .prettyPrinted])
        return String(decoding: data, as: UTF8.self)
    }

    private static func stripped(_ value: Any) -> Any {
        if let object = value as? [String: Any] {
            return object.filter { !["source", "location", "mentions", "related", "calls"].contains($0.key) }
                .mapValues { stripped($0) }
        }
        if let list = value as? [Any] { return list.map { stripped($0) } }
        return value
    }
}

enum Samples {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appendingPathComponent("Samples/" + name)))
    }
}
