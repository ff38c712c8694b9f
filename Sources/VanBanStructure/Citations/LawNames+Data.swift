extension LawNames {
    /// Laws; a line an act.
    static let laws = """
        An ninh mạng
        An ninh quốc gia
        An toàn, vệ sinh lao động
        An toàn thông tin mạng
        An toàn thực phẩm
        Ban hành văn bản quy phạm pháp luật|ban hành văn bản qui phạm pháp luật|ban hành văn bản QPPL|ban hành VBQPPL
        Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân|ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân và Ủy ban nhân dân|ban hành văn bản QPPL của HĐND, UBND
        Bảo hiểm tiền gửi
        Bảo hiểm xã hội|BHXH
        Bảo hiểm y tế|BHYT
        Bảo vệ bí mật nhà nước
        Bảo vệ, chăm sóc và giáo dục trẻ em
        Bảo vệ dữ liệu cá nhân
        Bảo vệ môi trường|BVMT
        Bảo vệ quyền lợi người tiêu dùng
        Bảo vệ sức khỏe nhân dân
        Bảo vệ và kiểm dịch thực vật
        Bảo vệ và phát triển rừng
        Bầu cử đại biểu Hội đồng nhân dân
        Bầu cử đại biểu Quốc hội
        Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân|Bầu cử ĐBQH và đại biểu HĐND
        Biên phòng Việt Nam
        Biển Việt Nam
        Biên giới quốc gia
        Bình đẳng giới
        Bưu chính
        Cán bộ, công chức|CBCC
        Các công cụ chuyển nhượng
        Các tổ chức tín dụng
        Căn cước
        Căn cước công dân
        Cảnh sát biển Việt Nam
        Cảnh sát cơ động
        Cảnh vệ
        Cạnh tranh
        Chăn nuôi
        Chất lượng sản phẩm, hàng hóa
        Chính quyền địa phương
        Chuyển giao công nghệ
        Chuyển đổi số
        Chứng khoán
        Công an nhân dân
        Công chứng
        Công đoàn
        Công nghệ cao
        Công nghệ thông tin|CNTT
        Công nghiệp công nghệ số
        Công nghiệp quốc phòng, an ninh và động viên công nghiệp
        Cơ quan đại diện nước Cộng hòa xã hội chủ nghĩa Việt Nam ở nước ngoài
        Cơ yếu
        Cư trú
        Dân quân tự vệ
        Dầu khí
        Di sản văn hóa
        Dữ liệu
        Dược
        Doanh nghiệp
        Doanh nghiệp nhà nước
        Du lịch
        Dự trữ quốc gia
        Đặc xá
        Đất đai
        Đa dạng sinh học
        Đấu giá tài sản
        Đấu thầu
        Đầu tư
        Đầu tư công
        Đầu tư theo phương thức đối tác công tư
        Đê điều
        Địa chất và khoáng sản
        Điện ảnh
        Điện lực
        Đo đạc và bản đồ
        Đo lường
        Đường bộ
        Đường sắt
        Giá
        Giám định tư pháp
        Giáo dục
        Giáo dục đại học
        Giáo dục nghề nghiệp
        Giáo dục quốc phòng và an ninh|giáo dục quốc phòng - an ninh|giáo dục quốc phòng, an ninh
        Giao dịch điện tử
        Giao thông đường bộ
        Giao thông đường thủy nội địa
        Hải quan
        Hàng không dân dụng Việt Nam|Hàng không dân dụng
        Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác
        Hoà giải, đối thoại tại Tòa án
        Hòa giải ở cơ sở
        Hoạt động chữ thập đỏ
        Hoạt động giám sát của Quốc hội và Hội đồng nhân dân
        Hóa chất
        Hộ tịch
        Hôn nhân và gia đình
        Hợp tác xã|HTX
        Kế toán
        Khám bệnh, chữa bệnh
        Khí tượng thủy văn
        Khiếu nại
        Khiếu nại, tố cáo
        Khoa học và công nghệ
        Khoa học, công nghệ và đổi mới sáng tạo
        Khoáng sản
        Kiểm toán độc lập
        Kiểm toán nhà nước
        Kiến trúc
        Kinh doanh bảo hiểm
        Kinh doanh bất động sản
        Lâm nghiệp
        Lưu trữ
        Luật sư
        Lý lịch tư pháp
        Lực lượng dự bị động viên
        Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở
        Mặt trận Tổ quốc Việt Nam|MTTQ Việt Nam
        Năng lượng nguyên tử
        Ngân hàng Nhà nước Việt Nam
        Ngân sách nhà nước|Ngân sách|NSNN
        Nghĩa vụ quân sự
        Người cao tuổi
        Người khuyết tật
        Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng
        Nhà giáo
        Nhà ở
        Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam
        Nuôi con nuôi
        Phá sản
        Phí và lệ phí
        Phòng bệnh
        Phòng cháy, chữa cháy|phòng cháy và chữa cháy|PCCC
        Phòng cháy, chữa cháy và cứu nạn, cứu hộ
        Phòng, chống bạo lực gia đình
        Phòng, chống bệnh truyền nhiễm
        Phòng, chống khủng bố
        Phòng, chống ma túy|Phòng, chống ma tuý
        Phòng, chống mua bán người
        Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS)|Phòng, chống HIV/AIDS
        Phòng, chống rửa tiền
        Phòng, chống tác hại của rượu, bia|Phòng, chống tác hại rượu, bia
        Phòng, chống tác hại của thuốc lá|Phòng, chống tác hại thuốc lá
        Phòng, chống tham nhũng|PCTN
        Phòng, chống tham nhũng, lãng phí, tiêu cực
        Phòng, chống thiên tai
        Phòng không nhân dân
        Phòng thủ dân sự
        Phổ biến, giáo dục pháp luật|Phổ biến và giáo dục pháp luật|PBGDPL
        Quảng cáo
        Quản lý ngoại thương
        Quản lý nợ công
        Quản lý, sử dụng tài sản công|Quản lý và sử dụng tài sản công
        Quản lý, sử dụng tài sản nhà nước
        Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ
        Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp
        Quản lý và đầu tư vốn nhà nước tại doanh nghiệp
        Quản lý thuế
        Quốc phòng
        Quốc tịch Việt Nam
        Quy hoạch
        Quy hoạch đô thị
        Quy hoạch đô thị và nông thôn
        Sĩ quan Quân đội nhân dân Việt Nam
        Quân nhân chuyên nghiệp, công nhân và viên chức quốc phòng
        Sở hữu trí tuệ
        Sử dụng năng lượng tiết kiệm và hiệu quả
        Tài nguyên, môi trường biển và hải đảo
        Tài nguyên nước
        Tham gia lực lượng gìn giữ hòa bình của Liên hợp quốc
        Tần số vô tuyến điện
        Tạm giữ, tạm giam|Thi hành tạm giữ, tạm giam
        Thanh niên
        Thanh tra
        Thể dục, thể thao
        Thi đua, khen thưởng|Thi đua - Khen thưởng|Thi đua khen thưởng
        Thi hành án dân sự
        Thi hành án hình sự
        Thỏa thuận quốc tế
        Thống kê
        Thủ đô
        Thú y
        Thuế bảo vệ môi trường
        Thuế giá trị gia tăng
        Thuế sử dụng đất nông nghiệp
        Thuế sử dụng đất phi nông nghiệp
        Thuế tài nguyên
        Thuế thu nhập cá nhân
        Thuế thu nhập doanh nghiệp
        Thuế tiêu thụ đặc biệt
        Thuế xuất khẩu, thuế nhập khẩu|Thuế xuất khẩu, nhập khẩu
        Thủy lợi
        Thủy sản
        Thực hành tiết kiệm, chống lãng phí|Thực hành tiết kiệm và chống lãng phí
        Thực hiện dân chủ ở cơ sở
        Thương mại
        Tiếp cận thông tin
        Tiếp công dân
        Tiêu chuẩn và quy chuẩn kỹ thuật
        Tín ngưỡng, tôn giáo
        Tố cáo
        Tố tụng hành chính
        Tổ chức chính quyền địa phương|Tổ chức CQĐP
        Tổ chức Chính phủ
        Tổ chức cơ quan điều tra hình sự
        Tổ chức Hội đồng nhân dân và Ủy ban nhân dân|Tổ chức HĐND và UBND
        Tổ chức Quốc hội
        Tổ chức Tòa án nhân dân
        Tổ chức Viện kiểm sát nhân dân
        Trách nhiệm bồi thường của Nhà nước
        Trẻ em
        Trật tự, an toàn giao thông đường bộ
        Trí tuệ nhân tạo
        Trọng tài thương mại
        Trồng trọt
        Trợ giúp pháp lý
        Trưng cầu ý dân
        Trưng mua, trưng dụng tài sản
        Tư pháp người chưa thành niên
        Tương trợ tư pháp
        Việc làm
        Viên chức
        Viễn thông
        Xây dựng
        Xử lý vi phạm hành chính|XLVPHC
        Xuất bản
        Xuất cảnh, nhập cảnh của công dân Việt Nam
        Ký kết, gia nhập và thực hiện điều ước quốc tế|Điều ước quốc tế
        Hỗ trợ doanh nghiệp nhỏ và vừa
        Báo chí
        Hội
        Cấp, thoát nước
        """

    /// Codes.
    static let codes = """
        Dân sự
        Hàng hải Việt Nam|Hàng hải
        Hình sự
        Lao động
        Tố tụng dân sự
        Tố tụng hình sự
        """

    /// Ordinances.
    static let ordinances = """
        Án phí, lệ phí Tòa án
        Bảo vệ bí mật nhà nước
        Bảo vệ công trình quan trọng liên quan đến an ninh quốc gia
        Cán bộ, công chức
        Chi phí giám định, định giá; chi phí cho người làm chứng, người phiên dịch trong tố tụng
        Công an xã
        Cựu chiến binh
        Dân quân tự vệ
        Dân số
        Động viên công nghiệp
        Giá
        Giống cây trồng
        Giống vật nuôi
        Khai thác và bảo vệ công trình thủy lợi
        Lưu trữ quốc gia
        Ngoại hối
        Phí và lệ phí
        Phòng, chống tham nhũng
        Quản lý thị trường
        Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ
        Quy định danh hiệu vinh dự Nhà nước Bà mẹ Việt Nam anh hùng
        Thực hành tiết kiệm, chống lãng phí
        Thực hiện dân chủ ở xã, phường, thị trấn|Dân chủ ở xã, phường, thị trấn|Thực hiện dân chủ cơ sở
        Tín ngưỡng, tôn giáo
        Tình trạng khẩn cấp
        Ưu đãi người có công với cách mạng|Ưu đãi người có công
        Xử lý vi phạm hành chính
        Thủ đô Hà Nội
        Cảnh sát môi trường
        Trình tự, thủ tục xem xét, quyết định áp dụng các biện pháp xử lý hành chính tại Tòa án nhân dân
        Hợp nhất văn bản quy phạm pháp luật
        Pháp điển hệ thống quy phạm pháp luật
        """
}
