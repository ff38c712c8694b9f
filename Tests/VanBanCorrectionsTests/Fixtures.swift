import Foundation
import VanBanModel
import VanBanReading
import VanBanStructure

@testable import VanBanCorrections

/// Small documents, and what is put right in them.
enum Fixture {
    static let rows = [
        ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"],
        ["I", "Cải cách thể chế", "", "", "", ""],
        ["1", "Rà soát văn bản quy phạm pháp luật", "Báo cáo", "Sở Tư phập", "Sở Nội vụ", "Quý II/2024"],
        ["2", "Công khai thủ tục hành chính", "Danh mục", "Văn phòng UBND tỉnh", "UBND cấp xã", "Tháng 9/2024"],
        [
            "3", "Kiểm tra công vụ đột xuất", "Kết luận kiểm tra", "Sở Nội vụ", "Thanh tra tỉnh",
            "Trước ngày 30/11/2024",
        ],
    ]

    static func text(_ rows: [[String]], above: String = "") -> String {
        "KẾ HOẠCH\nThực hiện công tác thử năm 2024\n\n\(above)I. MỤC ĐÍCH\n\nNâng cao kết quả công tác.\n\nPHỤ LỤC\n"
            + "DANH MỤC NHIỆM VỤ\n\n" + rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"
    }

    static func page(_ rows: [[String]]) -> String {
        let cells = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
        return "<html><body><p>KẾ HOẠCH</p><p>Thực hiện công tác thử năm 2024</p><p>I. MỤC ĐÍCH</p>"
            + "<p>Nâng cao kết quả công tác.</p><p>PHỤ LỤC</p><p>DANH MỤC NHIỆM VỤ</p><table>\(cells)</table></body></html>"
    }

    static func document(_ text: String) throws -> ConvertedDocument {
        try DocumentConverter().convert(Array(text.utf8), name: "plan.txt")
    }

    /// Where a row of the first table stands, as the page says it.
    static func place(_ record: Record, row: Int, column: Int? = nil, table number: Int = 0) -> Correction.Place {
        let table = record.parts.flatMap(\.tables)[number]
        func words(_ row: Int) -> String {
            table.rows.indices.contains(row)
                ? table.rows[row].map(\.text).filter { !$0.isEmpty }.joined(separator: " ") : ""
        }
        var place = Correction.Place()
        place.table = number + 1
        place.row = row + 1
        place.line = table.rows[row].lazy.compactMap(\.location).first?.line
        place.words = words(row)
        place.above = words(row - 1)
        place.headers = table.columns.map(\.header)
        place.column = column.map {
            Correction.Column(number: $0 + 1, header: table.columns[$0].header, role: table.columns[$0].role)
        }
        return place
    }

    static func correction(
        _ kind: Correction.Kind, _ place: Correction.Place, by: String = "Lan", on: String = "2026-11-29T08:00:00Z",
        _ change: (inout Correction) -> Void = { _ in }
    ) -> Correction {
        var correction = Correction(kind, at: place, by: by, on: on)
        change(&correction)
        return correction
    }

    static func cell(
        _ record: Record, row: Int, column: Int, to value: String, by: String = "Lan",
        on: String = "2026-11-29T08:00:00Z",
        table: Int = 0
    ) -> Correction {
        correction(.cell, place(record, row: row, column: column, table: table), by: by, on: on) {
            $0.was = record.parts.flatMap(\.tables)[table].rows[row][column].text
            $0.value = value
        }
    }

    /// The document with corrections, which go through their file's form.
    static func corrected(_ document: ConvertedDocument, _ corrections: [Correction]) throws -> CorrectedDocument {
        let file = CorrectionFile(
            schemaVersion: "1.0",
            document: .init(name: document.record.source.name, sha256: document.record.source.sha256),
            corrections: corrections)
        let read = try CorrectionFile([UInt8](JSONEncoder().encode(file)))
        let source = document.record.source
        return CorrectedDocument(
            document, CorrectionStore(read).corrections(sha256: source.sha256, name: source.name, isOnly: true))
    }

    static func codes(_ record: Record) -> Set<DiagnosticCode> { Set(record.diagnostics.map(\.code)) }
}
