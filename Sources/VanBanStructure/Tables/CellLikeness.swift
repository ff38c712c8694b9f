import VanBanModel
import VanBanReading

/// How much a cell looks like what a column holds: 1 it plainly is, 0 it says nothing, below 0 it plainly is not.
struct CellLikeness {
    private let text: SourceText
    private let agencies: AgencyGazetteer

    init(_ text: SourceText, agencies: AgencyGazetteer) {
        self.text = text
        self.agencies = agencies
    }

    private static let outputs = Phrase.list([
        "Báo cáo", "Kế hoạch", "Quyết định", "Công văn", "Văn bản", "Tờ trình", "Nghị quyết", "Thông báo", "Đề án",
        "Danh sách", "Bộ tài liệu", "Tài liệu", "Hội nghị", "Lớp", "Các lớp", "Quy trình", "Biên bản", "Chương trình",
        "Hướng dẫn", "Kết quả", "Các chuyên mục", "Các bản tin", "Phiếu", "Quy chế", "Dự thảo", "Hồ sơ", "Các văn bản",
    ])
    private static let times = Phrase.list([
        "Tháng", "Quý", "Năm", "Thường xuyên", "Trước", "Trong", "Hằng", "Hàng", "Định kỳ", "Chậm nhất", "Ngày",
        "Sau khi",
        "Khi có", "Theo kế hoạch", "Theo quy định", "Giai đoạn", "Từ", "Đến", "Cả năm", "Triển khai thường xuyên",
        "Thực hiện thường xuyên", "Ban hành kế hoạch", "6 tháng", "Theo Kế hoạch",
    ])
    private static let agencies = Phrase.list([
        "Sở", "UBND", "Ủy ban", "Ban", "Phòng", "Văn phòng", "Công an", "Trung tâm", "Đài", "Báo", "Các sở",
        "Các ngành",
        "Các cơ quan", "Các đơn vị", "Thanh tra", "Hội", "Đoàn", "Công ty", "Tòa án", "Cục", "Chi cục", "Kho bạc",
        "Bảo hiểm xã hội", "Công chức", "CC", "Trạm", "Trường", "Các trường", "Các ban", "Các doanh nghiệp", "Bộ phận",
        "Các phòng", "Bộ Chỉ huy", "HĐND", "Hội đồng",
    ])

    /// What of a cell tells whose column it is.
    struct Features {
        fileprivate var isBlank = true
        fileprivate var isShort = false
        fileprivate var isNumber = false
        fileprivate var isLabelled = false
        fileprivate var opensTask = false
        fileprivate var isOutput = false
        fileprivate var isAgency = false
        fileprivate var isTime = false
    }

    func score(_ cell: Stretch, as role: ColumnRole?) -> Double { score(features(of: cell), as: role) }

    func features(of cell: Stretch) -> Features {
        var features = Features()
        guard !cell.isEmpty else { return features }
        let head = TokenText(text.head(of: cell.first, bytes: 120), in: text)
        var start = 0
        while start < head.tokens.count, head.tokens[start].isSign("-") || head.tokens[start].isSign("+") { start += 1 }
        guard start < head.tokens.count else { return features }
        let label = OutlineLabel.at(cell.first, in: text)
        features.isBlank = false
        features.isShort = cell.length <= 8
        features.isNumber = features.isShort && isOnlyLabel(cell, label, head)
        features.isLabelled = label != nil
        features.opensTask = label.map { $0.series != .bullet } ?? false
        features.isOutput = head.firstMatch(Self.outputs, at: start) != nil
        // `Báo cáo` is no newspaper.
        features.isAgency = !features.isOutput && head.firstMatch(Self.agencies, at: start) != nil
        features.isTime = head.firstMatch(Self.times, at: start) != nil && cell.length < 260
        return features
    }

    func score(_ cell: Features, as role: ColumnRole?) -> Double {
        if cell.isBlank { return 0 }
        switch role {
        case .number: return cell.isNumber ? 1 : (cell.isShort ? 0 : -1)
        case .task:
            return cell.isNumber ? -1 : (cell.opensTask ? 1 : (cell.isAgency || cell.isTime ? -0.4 : 0.3))
        case .group:
            return cell.isNumber ? -1 : (!cell.isLabelled && !cell.isAgency && !cell.isTime ? 0.2 : -0.5)
        case .lead, .coordinating, .responsibility:
            return cell.isAgency ? 1 : (cell.isNumber || cell.isTime || cell.isOutput ? -1 : -0.2)
        case .outputs: return cell.isOutput ? 1 : (cell.isNumber || cell.isAgency || cell.isTime ? -0.6 : 0.1)
        case .deadline: return cell.isTime ? 1 : (cell.isNumber ? -0.5 : -0.8)
        case .funding, .note: return cell.isNumber || cell.isAgency ? -0.2 : 0
        case nil: return 0
        }
    }

    private func isOnlyLabel(_ cell: Stretch, _ label: OutlineLabel?, _ head: TokenText) -> Bool {
        if let label, text.trimmed(label.range.upperBound..<cell.first.upperBound).isEmpty { return true }
        guard head.tokens.count == 1 else { return false }
        return head.tokens[0].kind == .number || RomanNumeral.value(text.string(cell)) != nil || cell.length <= 2
    }
}
