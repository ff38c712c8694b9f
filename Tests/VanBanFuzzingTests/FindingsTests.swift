import Testing

@testable import VanBanFuzzing

/// What mutations and the fuzzer found, made small. Each has a test of its own where the fault was, too.
@Suite struct FindingsTests {
    private static let head = "KẾ HOẠCH\nKiểm tra công vụ năm 2024\n\n1. Việc\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"

    @Test("no letter on a page is lost, however the output of other programs is changed", arguments: 0..<60)
    func pages(_ seed: Int) {
        for bytes in FuzzTarget.pages.seeds(from: []) {
            #expect(PageFuzzing.faults(of: bytes) == [])
            let changed = FuzzTarget.pages.changed(bytes, by: Mutator(samples: []), seed: UInt64(seed))
            #expect(PageFuzzing.faults(of: changed) == [])
        }
    }

    @Test(
        "what was found once stays mended",
        arguments: [
            // A mark alone became an empty head.
            "TT\nNhiệm vụ\n¹\nChủ trì\nThời gian\n1\nKiểm tra công vụ\nSở Nội vụ\nQuý I\n2\nBáo cáo\nSở Tư pháp\nQuý II\n",
            // It became an empty heading and an empty text, too.
            "1. ¹\n\n- ¹\n\na) ¹\n",
            // A line left blank became an empty recipient.
            "1. Việc\n\nNơi nhận:\n- Sở Nội vụ;\n- .....;\n- Lưu: VT.\n",
            // The label of a recital that is a line of a table was in no text, and a count of recitals neither.
            "Căn cứ Luật Tổ chức;\n\n2.3. Theo dõi việc ban hành;\n\n3. Căn cứ Nghị định số 12/2020/NĐ-CP;\n\nI. NỘI DUNG\n\nMột.\n",
            // A group whose title is a mark that calls nothing had an empty title.
            "TT\tNội dung\tNhiệm vụ\tChủ trì\tThời gian\n1\t¹\t1.1. Kiểm tra\tSở Nội vụ\tQuý I\n\t\t1.2. Báo cáo\tSở Tư pháp\tQuý II\n",
            // A page's number stood in a cell of a table without a header, too.
            "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tKiểm tra\tSở Nội vụ\tQuý I\n\n2\tBáo cáo:\n- Tại tỉnh;\n\nTrang 6\n"
                + "- Tại xã.\tSở Tư pháp\tQuý II\n3\tTổng kết\tSở Nội vụ\tQuý IV\n",
            // A header that came twice at once was counted twice.
            """
            TT   Nhiệm vụ              Sản phẩm        Chủ trì          Thời gian
            1    Kiểm tra công vụ      Báo cáo         Sở Nội vụ        Quý I/2024
            TT   Nhiệm vụ              Sản phẩm        Chủ trì          Thời gian
            TT   Nhiệm vụ              Sản phẩm        Chủ trì          Thời gian
            2    Rà soát thủ tục       Danh mục        Sở Tư pháp       Quý II/2024
            3    Tổng kết công tác     Báo cáo         Sở Nội vụ        Quý IV/2024
            """,
            // A letter of another alphabet behind a digit and before other letters became a digit.
            "Page 4оf 9\n\nTheo Trang 4оf 9 của xƣ\u{FFFD} này\n",
            // What was told to be a web site's was a column's head, too.
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\nIII. NHIỆM VỤ\nNội dung\nNhiệm vụ\nCơ quan chủ trì\nTháng 9/2026\n"
                + "Phiếu khảo sát;\nBáo cáo kết quả khảo sát\nSở Nội vụ\nTrung tâm Phục vụ hành chính công tỉnh\nQuý IV/2026\n"
                + "Bảng niêm yết\n\nVăn phòng UBND tỉnh\nPHỤ LỤC\n",
            // A mark that calls nothing stands in no text, and is told.
            "a) Năm 2023¹\na)",
        ])
    func findings(_ text: String) throws {
        let faults = try Oracle().faults(of: Array((Self.head + text).utf8), isThorough: true)
        #expect(faults == [])
    }

    @Test("a head that comes again takes nothing of the rows beside it")
    func repeatedHead() throws {
        let text = """
            TT   Nội dung   Nhiệm vụ            Sản phẩm           Cơ quan chủ trì   Cơ quan phối     Thời gian hoàn
                                                                                     hợp              thành
                            quản lý
                            3.2. Rà soát, đơn   Quyết định         Văn phòng         Các sở, ban,     Tháng 9/2026
            TT   Nội dung           Nhiệm vụ            Sản phẩm          Cơ quan chủ trì   Cơ quan phối     Thời gian hoàn
            - Thường trực Tỉnh ủy (b/c);
                                      việc làm
            TT     Nội dung       Nhiệm vụ            Sản phẩm           Cơ quan chủ trì   Cơ quan phối      Thời gian hoàn
                                                                                           hợp               thành
                                  5.2. Bồi dưỡng      10 lớp bồi dưỡng   Sở Khoa học và    Sở Nội vụ;        Từ tháng 3 đến
            7/9
            6    Cải cách tài   6.1. Giao quyền     Quyết định giao    Sở Tài chính      Các sở, ban,      Quý I/2026
                                6.2. Đẩy nhanh      Thông báo kết      Sở Tài chính      Sở Xây dựng;      Hằng tháng
            """
        #expect(try Oracle().faults(of: Array(text.utf8), isThorough: true) == [])
    }

    @Test("lines that bars leave out of the text's order have their own words; this was a trap")
    func unordered() throws {
        let text =
            "Nhiệm vụ Cơ phối hợp Thời hoàn\n| thành\n| gia┌──┬──┐\n| Hướng dẫn quy | |\ntrình bầu trưởng khu | UBND |\n"
            + "dân cư, tổ trưởng tổ |\ndân phố bảo đảm có |\n| số dư ngư\u{FFFD}2i ứng cử"
        #expect(try Oracle().faults(of: Array(text.utf8), isThorough: true) == [])
    }
}
