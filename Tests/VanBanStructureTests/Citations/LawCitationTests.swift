import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("laws cited by name")
struct LawCitationTests {
    func found(_ words: String) -> [Citation] {
        let text = SourceText.literal(words)
        return CitationFinder().citations(in: Stretch(0..<text.bytes.count), of: text).citations
    }

    @Test(
        "the title ends where the name ends",
        arguments: [
            ("theo Luật Tiếp cận thông tin lồng ghép trong kiểm tra", "Tiếp cận thông tin"),
            ("phổ biến Luật phòng chống tham nhũng tới người dân", "phòng chống tham nhũng"),
            ("Luật Thực hiện dân chủ ở cơ sở, phổ biến", "Thực hiện dân chủ ở cơ sở"),
            ("Pháp lệnh thực hiện dân chủ ở xã, phường, thị trấn và các", "thực hiện dân chủ ở xã, phường, thị trấn"),
            ("Pháp lệnh về thực hiện dân chủ ở xã, phường, thị trấn", "thực hiện dân chủ ở xã, phường, thị trấn"),
            ("Theo quy định Luật ngân sách", "ngân sách"), ("Bộ luật Tố tụng dân sự và", "Tố tụng dân sự"),
            ("theo luật đất đai của", "đất đai"), ("Luật Khoa học và công nghệ năm 2013", "Khoa học và công nghệ"),
            ("Luật Giáo dục đại học; Luật", "Giáo dục đại học"),
            ("Luật Kinh tế biển được ban hành", "Kinh tế biển"), ("Luật kinh tế biển năm 2030", "kinh tế biển"),
        ])
    func titleEnds(words: String, title: String) {
        #expect(found(words).first?.title == title)
        #expect(found(words).first?.number == nil)
    }

    @Test(
        "words with “luật” that are no law",
        arguments: [
            "thi hành pháp luật đất đai", "kỷ luật lao động", "luật sư và luật gia", "theo quy định của Luật.",
            "Luật này có hiệu lực", "Trường Đại học Luật Hà Nội", "quy luật giá trị", "văn bản quy phạm pháp luật",
            "Pháp luật thực hiện dân chủ ở cơ sở",
        ])
    func noLaws(words: String) {
        #expect(found(words).isEmpty)
    }

    @Test("date and year follow the name")
    func dates() {
        let citations = found("Luật Đất đai ngày 18 tháng 01 năm 2024; Luật Đầu tư năm 2020; Luật Xây dựng 2014")
        #expect(citations.map(\.date) == [CalendarDate(iso: "2024-01-18"), nil, nil])
        #expect(citations.map(\.year) == [nil, 2020, 2014])
    }

    @Test("an amending law is one law, and what it amends is part of its title")
    func amendingLaw() {
        let title = "sửa đổi, bổ sung một số điều của Luật Đất đai và Luật Nhà ở"
        let citations = found("Luật \(title) ngày 22 tháng 11 năm 2019; Luật Giá")
        #expect(citations.map(\.title) == [title, "Giá"])
        #expect(citations.first?.date == CalendarDate(iso: "2019-11-22"))
    }

    @Test("a law with a number is numbered, and its name is no second law")
    func numberedLaw() {
        let before = found("Luật số 4/2019/QH14 của Quốc hội về sửa đổi, bổ sung một số điều của Luật Đất đai;")
        #expect(before.map(\.number) == ["4/2019/QH14"])
        #expect(before.map(\.issuer) == ["Quốc hội"])
        #expect(before.map(\.title) == ["sửa đổi, bổ sung một số điều của Luật Đất đai"])
        let after = found("Bộ luật Lao động số 5/2019/QH14 ngày 20/11/2019")
        #expect(after.map(\.number) == ["5/2019/QH14"])
        #expect(after.map(\.title) == ["Lao động"])
        #expect(after.map(\.date) == [CalendarDate(iso: "2019-11-20")])
    }

    @Test("a list of laws gives a citation each")
    func lists() {
        #expect(found("các Luật: Đất đai, Nhà ở và Đầu tư").map(\.title) == ["Đất đai", "Nhà ở", "Đầu tư"])
        #expect(found("Luật Khiếu nại, Luật Tố cáo, đối thoại").map(\.title) == ["Khiếu nại", "Tố cáo"])
    }

    @Test("a law in a decree's subject is cited too")
    func lawInSubject() {
        let citations = found("Nghị định số 9/2019/NĐ-CP của Chính phủ quy định chi tiết thi hành Luật Cư trú.")
        #expect(citations.map(\.type) == ["Nghị định", "Luật"])
    }

    @Test("the constitution is cited by its year")
    func constitution() {
        #expect(found("Căn cứ Hiến pháp năm 2013;").map(\.type) == ["Hiến pháp"])
        #expect(found("tôn trọng Hiến pháp và pháp luật").isEmpty)
    }
}
