import Foundation
import Testing
import VanBanExport
import VanBanModel
import VanBanStructure

/// Places are told as people look them up.
struct PlaceNamesTests {
    private func record(_ name: String) throws -> Record {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Samples")
        return try DocumentConverter().convert(Array(Data(contentsOf: folder.appending(path: name))), name: name).record
    }

    @Test("a cell has its part, its table, its row by the number that is printed, and its column")
    func cell() throws {
        let record = try record("provincial-papi-plan.txt")
        let names = PlaceNames(record)
        let task = try #require(record.tasks.first { $0.number == "1" })
        let deadline = try #require(task.deadlines.first?.location)
        #expect(names.name(of: deadline, in: .vietnamese) == "Phụ lục, bảng 1, TT 1, cột Thời gian hoàn thành")
        #expect(names.name(of: deadline, in: .english) == "Phụ lục, table 1, no. 1, column Thời gian hoàn thành")
        #expect(names.name(of: task.location, in: .vietnamese) == "Phụ lục, bảng 1, TT 1")
    }

    @Test("what stands in no table has a line, and none of these names")
    func prose() throws {
        let record = try record("provincial-papi-plan.txt")
        let section = try #require(record.parts[1].sections.first)
        #expect(PlaceNames(record).name(of: section.location, in: .vietnamese) == nil)
    }

    @Test("a workbook's rows tell their places so, those of a database do not ask")
    func sheets() throws {
        let record = try record("provincial-papi-plan.txt")
        let named = RecordSheets(record, namesPlaces: true).sheet(.tasks)
        let place = try #require(named.rows.first?.place)
        #expect(place.text(in: .vietnamese) == "provincial-papi-plan.txt, Phụ lục, bảng 1, TT 1, dòng 228")
        #expect(RecordSheets(record).sheet(.tasks).rows.first?.place?.name == nil)
    }
}
