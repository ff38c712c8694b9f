/// Words and rows of the right document that tests put others in place of.
extension Documents {
    /// The ends of two sentences of the plan.
    static let firstEnd = "ở các xã, phường."
    static let secondEnd = "của từng cơ quan."

    /// The rows of its table, and two more that may follow.
    static let firstRow =
        "1\tTập huấn cho công chức bộ phận một cửa\tLớp tập huấn\tSở Nội vụ\tVăn phòng UBND tỉnh\tTháng 6/2024"
    static let secondRow =
        "2\tKhảo sát mức độ hài lòng của người dân\tBáo cáo\tSở Nội vụ\tUBND cấp huyện\tQuý IV/2024"
    static let thirdRow =
        "\n3\tCông khai kết quả giải quyết thủ tục hành chính\tBáo cáo\tSở Tư pháp\tUBND cấp huyện\tQuý IV/2024"
    static let fourthRow =
        "\n4\tRà soát hồ sơ quá hạn của các cơ quan\tBáo cáo\tSở Tài chính\tUBND cấp huyện\tQuý IV/2024"
}
