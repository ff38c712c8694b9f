import Testing

@testable import VanBanFuzzing

/// What mutations and the fuzzer found, made small. Each has a test of its own where the fault was, too.
@Suite struct FindingsTests {
    private static let head = "KẾ HOẠCH\nKiểm tra công vụ năm 2024\n\n1. Việc\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"

    @Test(
        "what was found once stays mended",
        arguments: [
            // A mark alone became an empty head.
            "TT\nNhiệm vụ\n¹\nChủ trì\nThời gian\n1\nKiểm tra công vụ\nSở Nội vụ\nQuý I\n2\nBáo cáo\nSở Tư pháp\nQuý II\n",
            // It became an empty heading and an empty text, too.
            "1. ¹\n\n- ¹\n\na) ¹\n",
            // A line left blank became an empty recipient.
            "1. Việc\n\nNơi nhận:\n- Sở Nội vụ;\n- .....;\n- Lưu: VT.\n",
            // A mark that calls nothing stands in no text, and is told.
            "a) Năm 2023¹\na)",
        ])
    func findings(_ text: String) throws {
        let faults = try Oracle().faults(of: Array((Self.head + text).utf8), isThorough: true)
        #expect(faults == [])
    }
}
