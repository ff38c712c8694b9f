import Foundation
import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// A decision, its plan and the appendix of that, each in a file of its own, are what they are in one.
struct DossierTests {
    private static let whole: Record? = try? DossierTests.record(of: DossierTests.text, "whole.txt")

    private static var text: String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples")
        return (try? String(contentsOf: folder.appending(path: "provincial-papi-plan.txt"), encoding: .utf8)) ?? ""
    }

    private static func record(of text: String, _ name: String) throws -> Record {
        try DocumentConverter().convert(Array(text.utf8), name: name, path: name).record
    }

    /// The files: each part of the sample alone.
    private func files() throws -> [(name: String, text: String, record: Record)] {
        let whole = try #require(Self.whole)
        let bytes = Array(Self.text.utf8)
        let starts = whole.parts.map(\.location.start) + [bytes.count]
        return try zip(["qd.txt", "kh.txt", "pl.txt"], zip([0] + starts.dropFirst(), starts.dropFirst())).map {
            name, ends in
            let text = String(decoding: bytes[ends.0..<ends.1], as: UTF8.self)
            return (name, text, try Self.record(of: text, name))
        }
    }

    @Test(
        "in whatever order they are given, the order is that of the documents",
        arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
    func order(given: [Int]) throws {
        let files = try files()
        let whole = try #require(Self.whole)
        let dossier = try #require(Dossier(given.map { files[$0].record }))
        let record = dossier.record
        #expect(record.sources.map(\.name) == ["qd.txt", "kh.txt", "pl.txt"])
        #expect(record.parts.map(\.kind) == whole.parts.map(\.kind))
        #expect(record.parts.map(\.id) == ["part-1", "part-2", "part-3"])
        #expect(record.tasks.map(\.task) == whole.tasks.map(\.task))
        #expect(record.tasks.map(\.sequence) == Array(1...whole.tasks.count))
        #expect(Set(record.tasks.map(\.part)) == ["part-3"])
        #expect(record.indexScores.map(\.score) == whole.indexScores.map(\.score))
        #expect(Set(record.references.map(\.number)) == Set(whole.references.map(\.number)))
        #expect(record.references.map(\.id) == record.references.indices.map { "reference-\($0 + 1)" })
        #expect(record.coverage.unaccounted == 0)
        // The plan promises an appendix, which was issued with the decision.
        #expect(files[1].record.diagnostics.contains { $0.code == .missingAppendix })
        #expect(!record.diagnostics.contains { $0.code == .missingAppendix })
    }

    @Test("each place is in the source that it names, and its text stands there")
    func places() throws {
        let files = try files()
        let record = try #require(Dossier(files.map(\.record))).record
        for task in record.tasks {
            #expect(task.location.source == 2)
            let bytes = Array(files[2].text.utf8)[task.location.start..<task.location.end]
            let text = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
            #expect(text.contains(try #require(task.task)))
        }
        #expect(record.parts.map(\.location.source) == [0, 1, 2])
        for reference in record.references { #expect(reference.mentions.allSatisfy { $0.source != nil }) }
    }

    @Test("ids that point somewhere point into the whole")
    func ids() throws {
        let files = try files()
        let record = try #require(Dossier(files.map(\.record))).record
        let parts = Set(record.parts.map(\.id))
        let tables = Set(record.parts.flatMap(\.tables).map(\.id))
        let references = Set(record.references.map(\.id))
        #expect(record.tasks.allSatisfy { parts.contains($0.part) && tables.contains($0.table) })
        #expect(record.targets.allSatisfy { parts.contains($0.part) })
        for basis in record.parts.flatMap(\.legalBases) { #expect(references.isSuperset(of: basis.references)) }
        for reference in record.references {
            for relation in reference.relations { #expect(relation.part.map(parts.contains) ?? true) }
        }
    }

    @Test("what one file lacks and another brings is no doubt any more")
    func settled() throws {
        let plan = try Self.record(
            of: """
                KẾ HOẠCH
                Kiểm tra công vụ năm 2024

                (Kèm theo Quyết định số 15/QĐ-UBND ngày 20/01/2024 của Ủy ban nhân dân tỉnh Phú Thọ)

                I. MỤC TIÊU
                Thực hiện các nhiệm vụ tại Phụ lục kèm theo Kế hoạch này.
                """, "kh.txt")
        let appendix = try Self.record(
            of: """
                PHỤ LỤC
                DANH MỤC NHIỆM VỤ
                (Kèm theo Quyết định số 15/QĐ-UBND ngày 21/01/2024 của Ủy ban nhân dân tỉnh Phú Thọ)

                TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn
                1\tKiểm tra công vụ\tSở Nội vụ\tQuý II/2024
                """, "pl.txt")
        let decision = try Self.record(
            of: """
                ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ
                Số: 15/QĐ-UBND
                Phú Thọ, ngày 20 tháng 01 năm 2024

                QUYẾT ĐỊNH
                Ban hành Kế hoạch kiểm tra công vụ năm 2024

                Điều 1. Ban hành kèm theo Quyết định này Kế hoạch kiểm tra công vụ năm 2024.
                """, "qd.txt")
        let codes = { (record: Record) in record.diagnostics.map(\.code) }
        try #require(codes(plan).contains(.issuingDocumentAbsent))
        let dossier = try #require(Dossier([appendix, plan, decision]))
        #expect(dossier.record.sources.map(\.name) == ["qd.txt", "kh.txt", "pl.txt"])
        #expect(!codes(dossier.record).contains(.issuingDocumentAbsent))
        // The appendix names another day than the decision has.
        let mismatch = try #require(dossier.record.diagnostics.first { $0.code == .attachmentMismatch })
        #expect(mismatch.location.source == 2)
        #expect(dossier.settles(code: "missingAttachment", arguments: ["Kế hoạch"], of: 2))
        #expect(!dossier.settles(code: "promisedAppendixAbsent", arguments: ["Phụ lục II"], of: 2))
    }

    @Test("an appendix that does not say where it belongs stands behind the others, and that is told")
    func unattached() throws {
        let files = try files()
        let stray = try Self.record(
            of: "PHỤ LỤC II\nBIỂU MẪU\n\nTT\tNội dung\tĐơn vị\n1\tSố hồ sơ\tSở Nội vụ\n", "x.txt")
        let record = try #require(Dossier([stray] + files.map(\.record))).record
        #expect(record.sources.last?.name == "x.txt")
        let told = record.diagnostics.filter { $0.code == .unattachedDocument }
        #expect(told.map(\.location.source) == [3])
    }
}
