import VanBanReading

/// The indexes by which provinces and agencies are measured, told from the words of a title or sentence.
enum IndexNames {
    private static let names: [(phrase: Phrase, index: String)] = [
        ("PAPI", "PAPI"), ("Hiệu quả Quản trị và Hành chính công", "PAPI"),
        ("PAR INDEX", "PAR INDEX"), ("PAR-INDEX", "PAR INDEX"), ("PARINDEX", "PAR INDEX"),
        ("Chỉ số cải cách hành chính", "PAR INDEX"), ("Chỉ số CCHC", "PAR INDEX"),
        ("SIPAS", "SIPAS"), ("Chỉ số hài lòng", "SIPAS"),
        ("PCI", "PCI"), ("Chỉ số năng lực cạnh tranh cấp tỉnh", "PCI"),
        ("DDCI", "DDCI"), ("ICT Index", "ICT Index"), ("DTI", "DTI"), ("Chỉ số chuyển đổi số", "DTI"),
    ].map { (Phrase($0), $1) }

    /// The first index that the tokens name.
    static func index(in text: TokenText) -> String? {
        for position in text.tokens.indices {
            for name in names where text.matches(name.phrase, at: position) { return name.index }
        }
        return nil
    }
}
