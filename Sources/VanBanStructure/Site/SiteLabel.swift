import VanBanReading

/// What a line of a web site's list says of a document: `Số hiệu`, `Loại văn bản`, `Người ký`, …
///
/// The labels are those of the legal sites (thuvienphapluat.vn, vbpl.vn, luatvietnam.vn, hethongphapluat.com) and of
/// the portals of offices.
enum SiteLabel: Sendable, Hashable, CaseIterable {
    case number, type, issuer, signer, position, issuedOn, effectiveOn, gazetteDate, gazetteNumber, status, title
    /// `Cơ quan ban hành/ Chức danh / Người ký`: three values behind one label.
    case issuerPositionSigner
    /// Field of law, scope, day of expiry and whatever else a site tells.
    case other

    private static let phrases: [(label: SiteLabel, phrase: Phrase)] = {
        let table: [(SiteLabel, [String])] = [
            (
                .number,
                [
                    "Số hiệu", "Số ký hiệu", "Số/Ký hiệu", "Số, ký hiệu", "Số và ký hiệu", "Số hiệu văn bản",
                    "Số ký hiệu văn bản", "Số văn bản", "Ký hiệu",
                ]
            ),
            (.type, ["Loại văn bản", "Loại VB", "Hình thức văn bản", "Thể loại văn bản"]),
            (
                .issuer,
                [
                    "Nơi ban hành", "Cơ quan ban hành", "Đơn vị ban hành", "Nơi ban hành/Cơ quan ban hành",
                    "Cơ quan, đơn vị ban hành", "Cơ quan ban hành văn bản",
                ]
            ),
            (.signer, ["Người ký", "Người ký duyệt", "Người ký văn bản", "Họ tên người ký"]),
            (.position, ["Chức danh", "Chức vụ", "Chức vụ người ký", "Chức danh người ký"]),
            (.issuedOn, ["Ngày ban hành", "Thời gian ban hành", "Ngày ký", "Ngày ban hành văn bản"]),
            (
                .effectiveOn,
                [
                    "Ngày hiệu lực", "Ngày có hiệu lực", "Hiệu lực từ", "Hiệu lực từ ngày", "Có hiệu lực từ",
                    "Ngày áp dụng",
                ]
            ),
            (.gazetteDate, ["Ngày công báo", "Ngày đăng công báo"]),
            (.gazetteNumber, ["Số công báo"]),
            (.status, ["Tình trạng", "Tình trạng hiệu lực", "Trạng thái", "Tình trạng văn bản"]),
            (.title, ["Trích yếu", "Trích yếu nội dung", "Tên văn bản", "Tiêu đề văn bản"]),
            (
                .issuerPositionSigner,
                ["Cơ quan ban hành/ Chức danh / Người ký", "Cơ quan ban hành / Chức danh người ký / Người ký"]
            ),
            (
                .other,
                [
                    "Lĩnh vực", "Lĩnh vực, ngành", "Lĩnh vực/Ngành", "Ngành", "Ngành, lĩnh vực", "Phạm vi",
                    "Nguồn thu thập", "Thông tin áp dụng", "Ngày cập nhật", "Cập nhật", "Ban hành", "Hiệu lực",
                    "Áp dụng", "Thuộc tính", "Ngày đăng", "Từ khóa", "Cơ quan soạn thảo", "Đơn vị soạn thảo",
                    "Ngày hết hiệu lực", "Ngày hết hạn", "Tệp đính kèm", "File đính kèm", "Tệp tin", "Người đăng",
                    "Ngày hết hiệu lực một phần", "Lý do hết hiệu lực", "Ngôn ngữ", "Định dạng",
                ]
            ),
        ]
        return table.flatMap { entry in entry.1.map { (entry.0, Phrase($0)) } }
            .sorted { $0.1.keys.count > $1.1.keys.count }
    }()

    private static let byFirstKey: [String: [(label: SiteLabel, phrase: Phrase)]] =
        Dictionary(grouping: phrases) { $0.phrase.keys.first ?? "" }

    /// The label that stands at a token, and how many tokens it takes.
    static func at(_ index: Int, in tokens: TokenText) -> (label: SiteLabel, length: Int)? {
        guard tokens.tokens.indices.contains(index), tokens.tokens[index].startsUpper,
            let entry = byFirstKey[tokens.tokens[index].key]?.first(where: { tokens.matches($0.phrase, at: index) })
        else { return nil }
        return (entry.label, entry.phrase.keys.count)
    }

    /// Whether a label may begin with a token.
    static func mayBegin(with token: Token) -> Bool { token.startsUpper && byFirstKey[token.key] != nil }

    /// Whether the label says a day.
    var isDay: Bool { self == .issuedOn || self == .effectiveOn || self == .gazetteDate }
}
