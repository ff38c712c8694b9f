import Foundation
import VanBanCorrections
import VanBanModel
import VanBanStructure

/// Corrections that nobody made, put to a document that is always the same.
enum CorrectionFuzzing {
    private static let rows = [
        ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"],
        ["I", "Cải cách thể chế", "", "", "", ""],
        ["1", "Rà soát văn bản quy phạm pháp luật", "Báo cáo", "Sở Tư phập", "Sở Nội vụ", "Quý II/2024"],
        ["2", "Công khai thủ tục hành chính", "Danh mục", "Văn phòng UBND tỉnh", "UBND cấp xã", "Tháng 9/2024"],
        ["3", "Kiểm tra công vụ", "Kết luận", "Sở Nội vụ", "Thanh tra tỉnh", "Trước ngày 30/11/2024"],
    ]

    /// The document that is put right.
    static let document = Array(
        ("KẾ HOẠCH\nKiểm tra công vụ năm 2024\n\nI. MỤC ĐÍCH\n\nNâng cao kết quả.\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"
            + rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n").utf8)

    /// One file with a correction of each kind.
    static var seeds: [[UInt8]] {
        var seeds: [[UInt8]] = []
        var all: [Correction] = []
        for (index, kind) in Correction.Kind.allCases.enumerated() {
            var random = SplitMix(seed: UInt64(index))
            all.append(correction(kind, &random))
            seeds.append(bytes(of: all.suffix(1)))
        }
        return seeds + [bytes(of: all[...])]
    }

    /// Changes one thing in a file; other bytes become a file first.
    static func changed(_ bytes: [UInt8], seed: UInt64) -> [UInt8] {
        var random = SplitMix(seed: seed)
        var list = (try? CorrectionFile(bytes))?.corrections ?? []
        let kind = random.one(of: Correction.Kind.allCases, else: .cell)
        if list.isEmpty || random.once(in: 4) { list.append(correction(kind, &random)) }
        let index = random.below(list.count)
        switch random.below(9) {
        case 0: list[index].kind = kind
        case 1: list[index].value = text(&random)
        case 2: list[index].was = text(&random)
        case 3: list[index].place.words = text(&random)
        case 4: list[index].place.column = column(random.below(9) - 1, &random)
        case 5: list[index].with = text(&random)
        case 6: list[index].rows = (0...random.below(3)).map { _ in (0...random.below(7)).map { _ in text(&random) } }
        case 7: list.swapAt(index, random.below(list.count))
        default: list.remove(at: index)
        }
        return Self.bytes(of: list.prefix(40))
    }

    private static func bytes(of corrections: ArraySlice<Correction>) -> [UInt8] {
        struct File: Encodable {
            var schemaVersion = CorrectionFile.currentSchemaVersion
            var document = ["name": "input", "sha256": ""]
            var corrections: [Correction]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(File(corrections: Array(corrections)))).map { Array($0) } ?? []
    }

    private static func correction(_ kind: Correction.Kind, _ random: inout SplitMix) -> Correction {
        var place = Correction.Place()
        let row = 1 + random.below(rows.count - 1)
        place.table = 1
        place.row = row + 1
        place.words = rows[row].filter { !$0.isEmpty }.joined(separator: " ")
        place.headers = rows[0]
        place.column = column(random.below(rows[0].count), &random)
        if kind == .field {
            place.item = random.one(of: ["part-1", "part-2", "score-1"], else: "part-1")
            place.field = random.one(of: ["number", "title", "issuedOn", "signer", "previous.score"], else: "number")
        }
        var correction = Correction(kind, at: place, by: "A", on: "2026-11-29T08:00:00Z")
        correction.was = random.one(of: rows[row], else: "")
        correction.value = text(&random)
        correction.text = random.one(of: rows[row], else: "")
        if kind == .join { correction.with = rows[min(row + 1, rows.count - 1)].joined(separator: " ") }
        if kind == .part { correction.rows = [rows[row], rows[1 + random.below(rows.count - 1)]] }
        if kind == .move {
            correction.cells = (0...random.below(3)).map { _ in
                Correction.CellChange(
                    column: column(random.below(rows[0].count), &random), was: text(&random), value: text(&random))
            }
        }
        if kind == .dismiss {
            correction.code = random.one(of: DiagnosticCode.allCases.map(\.rawValue), else: "missingDate")
        }
        return correction
    }

    private static func column(_ number: Int, _ random: inout SplitMix) -> Correction.Column {
        Correction.Column(
            number: number + 1, header: random.one(of: rows[0], else: ""),
            role: ColumnRole.allCases.randomElement(using: &random))
    }

    private static func text(_ random: inout SplitMix) -> String {
        let words = [
            "", "1", "2", "IV", "task", "group", "none", "lead", "Sở Nội vụ", "so-noi-vu", "2024-07-01", "2024-02-30",
            "2024-07-01/2024-07-31", "9999-12-31/0001-01-01", "Quý I/2024", "\t", "\n", "a\u{B}b", "đ) ¹", "[1]", "…",
            "Sở Tư pháp; UBND cấp xã", "12/KH-UBND", "-1", "1e9",
        ]
        return random.one(of: words + rows.joined(), else: "")
    }
}
