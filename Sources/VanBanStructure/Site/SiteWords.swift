import VanBanReading

/// The words of web sites that carry documents: menus, buttons, headings of lists, feet.
enum SiteWords {
    /// Lines that no document has.
    static let strong = keys([
        "Hệ thống pháp luật", "Hệ thống pháp luật Việt Nam", "Thư viện pháp luật", "Luật Việt Nam", "LuatVietnam",
        "Cơ sở dữ liệu văn bản pháp luật", "Cơ sở dữ liệu quốc gia về văn bản pháp luật", "Trang chủ", "Đăng nhập",
        "Đăng xuất", "Đăng ký thành viên", "Quên mật khẩu", "Tải về", "Tải văn bản", "Tải văn bản về", "Tải xuống",
        "Tải file", "Tải bản gốc", "Tải văn bản gốc", "Tải bản PDF", "Tải file Word", "Tải file PDF", "Lược đồ",
        "Lược đồ văn bản", "Thuộc tính văn bản", "Văn bản gốc/PDF", "Văn bản liên quan", "Văn bản cùng lĩnh vực",
        "Văn bản cùng cơ quan", "Văn bản cùng cơ quan ban hành", "Văn bản cùng người ký", "Văn bản cùng loại",
        "Văn bản mới", "Văn bản mới nhất", "Văn bản mới ban hành", "Văn bản xem nhiều", "Văn bản xem nhiều nhất",
        "Văn bản khác", "Các văn bản khác", "Văn bản được hướng dẫn", "Văn bản được dẫn chiếu", "Văn bản được căn cứ",
        "Văn bản bị sửa đổi bổ sung", "Văn bản sửa đổi bổ sung", "Văn bản bị thay thế", "Văn bản bị đính chính",
        "Văn bản tiếng Anh", "Văn bản được hợp nhất", "Bản án liên quan", "Bài viết liên quan", "Tin liên quan",
        "Tin bài liên quan", "Hiệu lực văn bản", "Liên quan hiệu lực", "Liên quan nội dung", "Tiếng Anh (English)",
        "Mục lục văn bản", "In mục lục", "In văn bản", "In trang này", "Lưu văn bản", "Theo dõi văn bản",
        "Theo dõi hiệu lực văn bản", "Gửi bình luận", "Gửi email", "Ý kiến bạn đọc", "Ý kiến độc giả",
        "So sánh văn bản", "Tra cứu văn bản", "Tra cứu văn bản pháp luật", "Tìm kiếm nâng cao", "Tìm kiếm văn bản",
        "Hướng dẫn sử dụng", "Sơ đồ website", "Sơ đồ trang", "Sơ đồ cổng thông tin", "Quy chế hoạt động",
        "Thỏa ước dịch vụ", "Chính sách bảo mật", "Chính sách bảo mật thông tin", "Điều khoản sử dụng",
        "Về đầu trang", "Lên đầu trang", "Đang tải văn bản", "Liên kết website", "Chia sẻ Facebook",
        "Chia sẻ qua Facebook", "Chia sẻ bài viết", "Chia sẻ văn bản", "Bản PDF", "Xem thêm văn bản", "Tải ứng dụng",
        "Các bản dự thảo", "Đánh giá bài viết", "Đánh giá văn bản", "Báo lỗi văn bản", "Phiên bản mobile",
        "Sign in", "Log in", "Sign up", "Hiểu luật", "Hieuluat", "Tải bản đầy đủ",
    ])

    /// Lines that a document may have, too: they are a site's only among others of a site.
    static let weak = keys([
        "In", "Lưu", "Lưu trữ", "Chia sẻ", "Theo dõi", "Danh mục", "Giới thiệu", "Liên hệ", "Tìm kiếm", "Email",
        "Gmail", "Google", "Facebook", "Twitter", "Zalo", "Youtube", "English", "Mục lục", "Góp ý", "Bình luận",
        "Phản hồi", "Toàn văn", "Nội dung", "Nội dung văn bản", "Pháp luật", "Tin tức", "Hỏi đáp",
        "Hỏi đáp pháp luật", "Biểu mẫu", "Văn bản thay thế", "Văn bản gốc", "Văn bản hướng dẫn", "Văn bản hợp nhất",
        "Thuộc tính", "Đăng ký", "Xem thêm", "Xem chi tiết", "Quay lại", "Trang trước", "Trang sau", "Từ khóa", "Tags",
        "Tiếng Anh", "Tiếng Việt", "Bản dịch", "Thông tin văn bản", "Văn bản pháp luật", "Văn bản", "Dịch vụ", "RSS",
        "Quảng cáo", "Báo lỗi", "Gửi", "Sao chép", "Đóng", "Word", "PDF", "Luật sư", "Công báo", "Download", "Print",
        "Share", "Home", "Thủ tục hành chính", "Dịch vụ công", "Tải", "Xem", "Trở về", "Trợ giúp",
        "Tình trạng hiệu lực",
        "Kết nối", "Tin mới", "Cỡ chữ",
    ])

    /// Beginnings of lines that no document has.
    static let openings = Phrase.list([
        "Copyright", "Bản quyền", "Hotline", "Đường dây nóng", "Tổng đài hỗ trợ", "Hỗ trợ trực tuyến",
        "Hỗ trợ dịch vụ", "Đơn vị chủ quản", "Chịu trách nhiệm nội dung", "Chịu trách nhiệm chính",
        "Giấy phép thiết lập trang", "Giấy phép số", "Lượt xem", "Số lượt xem", "Lượt tải", "Lượt truy cập", "Đã xem",
        "Đang truy cập", "Đang online", "Tổng số lượt truy cập", "Cập nhật lần cuối", "Ghi rõ nguồn",
        "Vui lòng ghi rõ nguồn", "Mọi hành vi sao chép", "Đăng nhập", "Quý khách", "Bạn chưa", "Xin chào Quý khách",
        "Xin chào Bạn", "Cảm ơn bạn đã", "Tải ứng dụng", "Bạn đang xem", "Bạn phải đăng nhập", "Bạn cần đăng nhập",
        "Chưa có bình luận", "Hãy là người đầu tiên", "Click vào", "Click để", "Nhấn vào đây", "Bấm vào đây",
        "Theo dõi chúng tôi", "Kết nối với chúng tôi", "Nguồn thuvienphapluat", "Phát triển bởi", "Thiết kế bởi",
        "Powered by", "Mã số thuế", "Quảng cáo", "IP", "Tải về file", "Tải toàn văn", "Tải trọn bộ", "Bình luận về",
        "Nội dung toàn văn", "Đang tải nội dung", "Để sử dụng toàn bộ tiện ích", "Vui lòng đăng nhập", "Tải bản đầy đủ",
        "Văn bản gốc đang được cập nhật", "Văn bản tiếng Việt đang được cập nhật", "Xem và tải ngay",
    ])

    /// Beginnings that the foot of a letterhead may have as well (NĐ 30/2020/NĐ-CP, Phụ lục I, III.5).
    static let contacts = Phrase.list([
        "Điện thoại", "ĐT", "Tel", "Fax", "Địa chỉ", "Email", "E-mail", "Website", "Trụ sở", "Tổng đài", "Hỗ trợ",
        "Liên hệ", "Nguồn", "Từ khóa", "Tags", "Chủ đề", "Văn phòng đại diện", "Xem thêm",
    ])

    static let home = Phrase.list(["Trang chủ", "Home"])

    /// Whether words of a site may begin with a token; signs and numbers may stand before any.
    static func mayBegin(with token: Token) -> Bool { token.kind != .word || openingMarks.mayContain(token.mark) }

    private static let openingMarks: KeyMarks = {
        let lines = strong.union(weak).compactMap { $0.split(separator: " ").first.map { String($0) } }
        let phrases = (openings + contacts + home).map(\.mark)
        return KeyMarks(lines.map { KeyBytes($0.utf8).mark } + phrases)
    }()

    private static func keys(_ lines: [String]) -> Set<String> {
        Set(lines.map { Phrase($0).keys.joined(separator: " ") })
    }
}
