import Testing
import VanBanModel
import VanBanStructure

@testable import VanBanValidation

/// Documents for tests: a right one, and what becomes of it with other words in some places.
enum Documents {
    /// A decision of a department with a plan and its appendix; nothing is wrong with it.
    static let right = """
        ỦY BAN NHÂN DÂN
        TỈNH BẮC GIANG
        -------

        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        ---------------

        Số: 318/QĐ-UBND

        Bắc Giang, ngày 08 tháng 4 năm 2024

        QUYẾT ĐỊNH
        Ban hành Kế hoạch nâng cao chất lượng phục vụ người dân năm 2024

        CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH

        Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

        Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ;

        Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 41/TTr-SNV ngày 02 tháng 4 năm 2024.

        QUYẾT ĐỊNH:

        Điều 1. Ban hành kèm theo Quyết định này Kế hoạch nâng cao chất lượng phục vụ người dân năm 2024.

        Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

        Điều 3. Giám đốc Sở Nội vụ và các cơ quan có liên quan chịu trách nhiệm thi hành Quyết định này./.

        Nơi nhận:
        - Như Điều 3;
        - Thường trực Tỉnh ủy;
        - Lưu: VT, NC.

        CHỦ TỊCH



        Nguyễn Thu Trang

        KẾ HOẠCH
        Nâng cao chất lượng phục vụ người dân năm 2024
        (Kèm theo Quyết định số 318/QĐ-UBND ngày 08 tháng 4 năm 2024 của Chủ tịch Ủy ban nhân dân tỉnh)

        I. MỤC ĐÍCH, YÊU CẦU

        1. Nâng cao chất lượng phục vụ người dân ở các xã, phường.

        2. Xác định rõ trách nhiệm của từng cơ quan.

        II. NHIỆM VỤ

        1. Các cơ quan thực hiện nhiệm vụ được giao tại Phụ lục kèm theo Kế hoạch này.

        2. Gửi báo cáo kết quả trước ngày 15 tháng 11 năm 2024./.

        PHỤ LỤC
        DANH MỤC NHIỆM VỤ NĂM 2024
        (Kèm theo Quyết định số 318/QĐ-UBND ngày 08 tháng 4 năm 2024 của Chủ tịch Ủy ban nhân dân tỉnh)

        TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành
        1\tTập huấn cho công chức bộ phận một cửa\tLớp tập huấn\tSở Nội vụ\tVăn phòng UBND tỉnh\tTháng 6/2024
        2\tKhảo sát mức độ hài lòng của người dân\tBáo cáo\tSở Nội vụ\tUBND cấp huyện\tQuý IV/2024
        """

    /// The right document with words put in place of others.
    /// - Parameter changes: what is replaced, each of which must be there, and by what.
    static func right(with changes: [(String, String)]) throws -> String {
        var text = right
        for (old, new) in changes {
            try #require(text.contains(old), "the document does not hold “\(old)”")
            text = text.replacing(old, with: new)
        }
        return text
    }

    static func convert(_ text: String) throws -> ConvertedDocument {
        try DocumentConverter().convert(Array(text.utf8), name: "document.txt")
    }

    /// Everything that is told of a text, notes too.
    static func findings(in text: String, show: Severity = .warning) throws -> [Finding] {
        Validator(ValidationOptions(show: show)).findings(in: try convert(text))
    }

    /// What a rule finds in a text.
    static func findings(of rule: any Rule.Type, in text: String) throws -> [Finding] {
        rule.findings(in: ValidatedDocument(try convert(text)))
    }

    /// The words that a finding points at.
    static func words(at finding: Finding, in text: String) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[finding.location.start..<finding.location.end], as: UTF8.self)
    }
}
