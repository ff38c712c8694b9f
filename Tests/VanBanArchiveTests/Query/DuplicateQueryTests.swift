import Foundation
import Testing
import VanBanArchive
import VanBanExport
import VanBanModel

struct DuplicateQueryTests {
    private func groups(_ records: [(String, VanBanModel.Record)], likeness: Double = 0.9) throws -> [[String]] {
        let folder = try TemporaryFolder()
        var query = DuplicateQuery()
        query.likeness = likeness
        return try query.sheet(in: try Samples.archive(records, in: folder)).rows.map { row in
            row.values[..<4].map(\.text)
        }
    }

    @Test("different documents are no duplicates")
    func none() throws {
        #expect(
            try groups([
                ("a", try Samples.record("minimal-decision.txt")),
                ("b", try Samples.record("provincial-papi-plan.txt")),
            ]).isEmpty)
    }

    @Test("the same content, under whatever name, is one document")
    func sameContent() throws {
        let record = try Samples.record("minimal-decision.txt")
        let found = try groups([("b", record), ("a", record)])
        #expect(
            found == [
                ["a", "1", "sameContent; sameNumber; nearText", ""],
                ["b", "1", "sameContent; sameNumber; nearText", "1"],
            ])
    }

    @Test("a copy with another number and a word changed is told by its text alone")
    func nearText() throws {
        let text = try Samples.text("provincial-papi-plan.txt")
        let other = text.replacing("1245/QĐ-UBND", with: "1246/QĐ-UBND").replacing("hỏi đáp", with: "hỏi và đáp")
        #expect(text != other)
        let found = try groups([
            ("a", try Samples.record(of: text, name: "a")), ("b", try Samples.record(of: other, name: "b")),
        ])
        #expect(found.map(\.[2]) == ["nearText", "nearText"])
        #expect(try #require(Double(found[1][3])) >= 0.9)
    }

    @Test("the same number, issuer and day with another text is told with how little they are alike")
    func sameNumber() throws {
        var short = try Samples.record("minimal-decision.txt")
        let long = try Samples.record("provincial-papi-plan.txt")
        short.parts[0].number = long.parts[0].number?.replacing("Đ", with: "đ")
        short.parts[0].issuer = long.parts[0].issuer?.lowercased()
        short.parts[0].issuedOn = long.parts[0].issuedOn
        let found = try groups([("a", short), ("b", long)])
        #expect(found.map(\.[2]) == ["sameNumber", "sameNumber"])
        #expect(try #require(Double(found[1][3])) < 0.5)
    }
}
