import Foundation
import Testing
import VanBanExport
import VanBanMessages
import VanBanModel
import VanBanStructure

/// Sheets for people who read Vietnamese have no code in a cell that they see.
struct ToldSheetTests {
    private static let codes: [(String, [String])] = [
        ("format", Source.Format.allCases.map(\.rawValue)), ("section", Section.Kind.allCases.map(\.rawValue)),
        ("level", Agency.Level.allCases.map(\.rawValue)), ("deadline", Deadline.Kind.allCases.map(\.rawValue)),
        ("bound", Deadline.Bound.allCases.map(\.rawValue)), ("frequency", Deadline.Frequency.allCases.map(\.rawValue)),
        ("direction", Deadline.Direction.allCases.map(\.rawValue) + IndexScore.Direction.allCases.map(\.rawValue)),
        ("group", IndexScore.Group.allCases.map(\.rawValue)), ("relation", Relation.Kind.allCases.map(\.rawValue)),
        ("comparator", Target.Comparator.allCases.map(\.rawValue)), ("severity", Severity.allCases.map(\.rawValue)),
        ("duty", ["lead", "coordinating"]),
    ]

    @Test("every code of the model has words in both languages", arguments: codes)
    func words(of name: String, codes: [String]) {
        for code in codes {
            for language in Language.allCases {
                #expect(Messages.known("code.\(name).\(code)", in: language) != nil, "\(name): \(code)")
            }
        }
    }

    private func record(_ name: String) throws -> Record {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples")
        let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
        return try DocumentConverter().convert(bytes, name: name).record
    }

    @Test("in Vietnamese codes are words, in English they are codes", arguments: SheetKind.allCases)
    func told(_ kind: SheetKind) throws {
        let sheets = try RecordSheets(record("provincial-papi-plan.txt"))
        let sheet = sheets.sheet(kind)
        #expect(sheet.told(in: .english) == sheet)
        let told = sheet.told(in: .vietnamese)
        for (column, place) in zip(told.columns, told.columns.indices) where column.codes != nil {
            for row in told.rows {
                let text = row.values[place].text
                // Relations name the parts of the record that they are between.
                let isCode = text.split(separator: "; ").contains { $0.wholeMatch(of: /[a-z][A-Za-z-]*/) != nil }
                #expect(!isCode, "\(kind).\(column.key): \(text)")
            }
        }
        for (place, column) in sheet.columns.enumerated() where column.codes == nil && kind != .diagnostics {
            #expect(told.rows.map { $0.values[place] } == sheet.rows.map { $0.values[place] })
        }
    }

    @Test("the messages of diagnostics are told in Vietnamese, with what they speak of")
    func diagnostics() throws {
        var record = try record("minimal-decision.txt")
        let place = Location(start: 0, end: 1, line: 1)
        record.diagnostics = [Diagnostic(.shortYear, at: place, arguments: ["30/6/24", "2024"])]
        let sheet = RecordSheets(record).sheet(.diagnostics).told(in: .vietnamese)
        let message = try #require(sheet.columns.firstIndex { $0.key == "message" })
        #expect(sheet.rows[0].values[message].text == "“30/6/24” ghi năm bằng hai chữ số; đã đọc là 2024.")
    }

    @Test("no cell of a Vietnamese sheet holds a code of records", arguments: Documents.samples)
    func cells(file: URL) throws {
        let codes = Set(Messages.keys(below: "code.").compactMap { $0.split(separator: ".").last.map(String.init) })
        let sheets = RecordSheets(try Documents.record(of: file))
        for kind in SheetKind.allCases {
            let sheet = sheets.sheet(kind).told(in: .vietnamese)
            for row in sheet.rows {
                for (column, value) in zip(sheet.columns, row.values) where !column.isTechnical {
                    guard case .text(let text) = value else { continue }
                    for piece in text.components(separatedBy: "; ") {
                        #expect(!codes.contains(piece), "\(kind) \(column.key): \(piece)")
                    }
                }
            }
        }
    }
}
