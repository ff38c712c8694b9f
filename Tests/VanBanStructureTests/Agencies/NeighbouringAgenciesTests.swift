import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("agencies as cells hold them beside the usual ways")
struct NeighbouringAgenciesTests {
    private func read(_ cell: String, bracketsHelp: Bool = false) -> [Agency] {
        let text = SourceText.literal(cell)
        return AgencyReader(gazetteer: .standard).read(
            Stretch(0..<text.bytes.count), in: text, bracketsHelp: bracketsHelp
        ).agencies
    }

    private func names(_ cell: String) -> [String] { read(cell).map { $0.name ?? $0.text } }

    @Test(
        "one agency each",
        arguments: [
            ("P. Đào tạo, P. KHCN", 2), ("TT CNTT, P. Đào tạo", 2),
            ("P. KT&BĐCL, 03 khoa, P. HC-TH, các đơn vị liên quan", 4), ("P.ĐT, P.KHTC", 2),
            ("Khoa Toán và phòng KT&ĐBCL", 2), ("P. TCCB + Viện SPKT", 2), ("BGH, TTCM, GVCN", 3),
            ("Sở Tài chính cùng Sở Xây dựng", 2), ("a) Sở Tư pháp\nb) Sở Tài chính", 2),
            ("o Sở Tư pháp\no Sở Tài chính", 2), ("✓ Sở Tư pháp\n✓ Sở Tài chính", 2),
            ("ThS. Trần Thị Lan\nTS. Lê Văn Cường", 2), ("KS. Trần Thị Lan, CN. Lê Văn Cường", 2),
            ("BS.CKII Vũ Thị Mai\nBS. Lê Văn Nam", 2), ("Thượng tá Nguyễn Văn Hùng\nĐại úy Lê Văn Cường", 2),
            ("Sở NN&MT", 1),
        ])
    func count(cell: String, count: Int) { #expect(read(cell).count == count, "\(read(cell).map(\.text))") }

    @Test(
        "what the first of a list says holds for the others, and nothing else does",
        arguments: [
            (
                "UBND xã Mường Khương, UBND xã Bản Lầu, Cốc San",
                ["UBND xã Mường Khương", "UBND xã Bản Lầu", "UBND xã Cốc San"]
            ),
            ("UBND các xã: Mường Khương, Bản Lầu", ["UBND xã Mường Khương", "UBND xã Bản Lầu"]),
            (
                "UBND thành phố Lào Cai, thị xã Sa Pa, các huyện: Bảo Thắng, Bát Xát",
                ["UBND thành phố Lào Cai", "UBND thị xã Sa Pa", "UBND huyện Bảo Thắng", "UBND huyện Bát Xát"]
            ),
            ("Phòng QLCN, QLNL", ["Phòng QLCN", "Phòng QLNL"]),
        ])
    func shared(cell: String, expected: [String]) { #expect(read(cell).map(\.text) == expected) }

    @Test(
        "words of asking are no part of a name",
        arguments: ["Kính mời Sở Tài chính tham dự", "Yêu cầu Sở Tài chính", "Với sự phối hợp của Sở Tài chính"])
    func asking(cell: String) { #expect(names(cell) == ["Sở Tài chính"]) }

    @Test("brackets hold who helps, where they or the head say so")
    func brackets() {
        #expect(read("Sở Nội vụ (c/t), Sở Tài chính (p/h)").map(\.role) == ["chủ trì", "phối hợp"])
        let said = read("Phòng Kinh tế (phối hợp Công an xã)")
        #expect(said.map(\.text) == ["Phòng Kinh tế", "Công an xã"])
        #expect(said.map(\.role) == [nil, "phối hợp"])
        #expect(read("Phòng Tổ chức (Khoa Toán)").count == 1)
        #expect(read("Phòng Tổ chức (Khoa Toán)", bracketsHelp: true).map(\.role) == [nil, "phối hợp"])
    }

    @Test(
        "bodies behind commas and slashes, whether the gazetteer has them or not",
        arguments: [
            ("Khoa Nội, Khoa Ngoại, Phòng KHTH", ["Khoa Nội", "Khoa Ngoại", "Phòng KHTH"]),
            ("Đại học Quốc gia, Đại học Bách khoa", ["Đại học Quốc gia", "Đại học Bách khoa"]),
            ("BGH, TPT Đội", ["BGH", "TPT Đội"]), ("Phòng KHTH/ Phòng Điều dưỡng", ["Phòng KHTH", "Phòng Điều dưỡng"]),
            ("Ban tổ chức, các tiểu ban", ["Ban tổ chức", "các tiểu ban"]),
            ("Sở Tài chính, Sở Tư pháp v.v.", ["Sở Tài chính", "Sở Tư pháp"]),
            ("Cơ quan được giao chủ trì", ["Cơ quan được giao chủ trì"]),
        ])
    func separated(cell: String, expected: [String]) { #expect(read(cell).map(\.text) == expected) }

    @Test("places of one kind behind a noun for several, and of another behind them")
    func placesInLists() {
        #expect(
            read("UBND các phường Trần Phú, Lê Hồng Phong và xã Minh Khai").map(\.text)
                == ["UBND phường Trần Phú", "UBND phường Lê Hồng Phong", "UBND xã Minh Khai"])
    }

    @Test("signs of the roles before a colon or in brackets")
    func signs() {
        for cell in ["CT: Sở Nội vụ; PH: Sở Tài chính", "Sở Nội vụ (CT), Sở Tài chính (PH)"] {
            #expect(read(cell).map(\.text) == ["Sở Nội vụ", "Sở Tài chính"], "\(cell)")
            #expect(read(cell).map(\.role) == ["chủ trì", "phối hợp"], "\(cell)")
        }
    }
}
