extension FuzzTarget {
    /// What the fuzzer begins with: small pieces of the samples, and short texts that the target is about.
    public func seeds(from samples: [Sample]) -> [[UInt8]] {
        switch self {
        case .tabs: return Self.texts(samples) { !$0.name.contains(".aligned") && !Self.isLayout($0) }
        case .aligned, .pipes, .cells, .paragraphs:
            return Self.texts(samples) { $0.name.hasSuffix(".\(rawValue).txt") }
        case .html:
            return samples.filter { $0.form == .page && $0.bytes.count < 12_000 }.map(\.bytes)
                + Self.tables.map { Array($0.utf8) }
        case .document:
            return Self.parts(samples, named: "word/document.xml").map { Array($0.prefix(24_000)) }
        case .numbering: return Self.parts(samples, named: "word/numbering.xml")
        case .zip: return samples.filter { $0.form == .package && $0.bytes.count < 12_000 }.map(\.bytes)
        case .deadlines: return Self.deadlineLines.map { Array($0.utf8) }
        case .agencies: return Self.agencyLines.map { Array($0.utf8) }
        case .citations: return Self.citationLines.map { Array($0.utf8) }
        case .corrections: return CorrectionFuzzing.seeds
        case .pages: return PageFuzzing.seeds
        case .containers: return ContainerFuzzing.seeds
        }
    }

    private static func isLayout(_ sample: Sample) -> Bool {
        [".aligned.", ".pipes.", ".cells.", ".paragraphs."].contains { sample.name.contains($0) }
    }

    /// Stretches of some forty lines, each behind the head of its document.
    private static func texts(_ samples: [Sample], where isWanted: (Sample) -> Bool) -> [[UInt8]] {
        samples.filter { $0.form == .text && isWanted($0) }.flatMap { sample -> [[UInt8]] in
            let lines = sample.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            let head = lines.prefix(24)
            return stride(from: 24, to: lines.count, by: 40).map { start in
                let stretch = lines[start..<min(lines.count, start + 40)]
                return Array((start % 80 == 24 ? head + stretch : stretch).joined(separator: [0x0A]))
            }
        }
    }

    private static func parts(_ samples: [Sample], named name: String) -> [[UInt8]] {
        samples.filter { $0.form == .package }.compactMap { sample in
            PackageFile(sample.bytes)?.entries.first { $0.name == name }?.bytes
        }
    }

    private static let tables = [
        "<p>KẾ HOẠCH</p><p>Kiểm tra công vụ năm 2024</p><table><tr><th>TT<th>Nhiệm vụ<th>Chủ trì<th>Thời gian<tr><td>1<td>Kiểm tra"
            + "<td rowspan=2>Sở Nội vụ<td>Quý I<tr><td>2<td>Báo cáo<td>Tháng 6</table>",
        "<p>QUYẾT ĐỊNH</p><ol><li>Một<li>Hai<ol type=a><li>Ba</ol></ol><p>Nơi nhận:<br>- Như trên;<br>- Lưu: VT.</p>",
    ]
    private static let deadlineLines = [
        "Quý II/2024\nTháng 7/2024\nNăm 2024\n30/6/2024\nTrước ngày 15/12/2024",
        "Thường xuyên\nHằng tháng, hằng quý\nĐịnh kỳ 6 tháng, 9 tháng",
        "Từ tháng 3 đến tháng 9 năm 2024\nGiai đoạn 2024 - 2025\n2024-2025",
        "Trong 15 ngày sau khi ban hành\nTheo quy định\nSau Hội nghị",
        "Báo cáo quý: ngày 15 tháng cuối quý\nQuý I, III, IV\nTháng 3, 6, 9, 12/2024",
        "6 tháng (trước 30/6), năm (trước 31/12)\nNgày 5 hằng tháng",
    ]
    private static let agencyLines = [
        "Sở Nội vụ; Sở Tư pháp\nUBND cấp huyện, cấp xã\nCác sở, ban, ngành",
        "Ủy ban MTTQ Việt Nam tỉnh\nVăn phòng UBND tỉnh và các đơn vị liên quan",
        "Chủ trì: Sở Tài chính; phối hợp: Kho bạc Nhà nước\nCông an huyện (Đội QLHC)",
        "Sở NN&PTNT, Sở TN&MT\nBCH Quân sự huyện\nTrường Tiểu học số 2 Hòa Bình",
        "UBND các phường: Nông Trang, Vân Phú, Gia Cẩm\nPhòng Nội vụ - Lao động",
        "Giám đốc Sở Y tế; Chủ tịch UBND xã\nTổ công nghệ số cộng đồng",
    ]
    private static let citationLines = [
        "Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ ngày 22/11/2019",
        "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể",
        "Quyết định số 12/2023/QĐ-UBND ngày 01/3/2023 và số 15/QĐ-UBND của UBND tỉnh\nThông tư liên tịch số 5/2019/TTLT-BNV-BTC",
        "khoản 2 Điều 15 Nghị định số 30/2020/NĐ-CP\nchương trình, kế hoạch số 1, 2, 3/KH-UBND; các Công văn số 11, 12/SNV-CCHC",
    ]
}
