import Testing

@testable import VanBanValidation

struct WordFormTests {
    private func form(_ text: String, _ forms: inout WordForms) -> WordForm {
        Array(text.utf8).withUnsafeBufferPointer { forms.form(of: $0) }
    }

    @Test("a word has one form, however often it stands, and knows the first that differs in case alone")
    func forms() {
        var forms = WordForms()
        let first = form("Sở", &forms)
        let second = form("sở", &forms)
        for number in 0..<1000 { _ = form("từ\(number)", &forms) }
        #expect(form("Sở", &forms) === first)
        #expect(first.lower == "sở" && first.key == second.key && first.letters == "so")
        #expect(second.caseless == first.caseless && form("số", &forms).caseless != first.caseless)
        #expect(first.startsUpper && !first.isPlain && second.startsLower)
        #expect(forms.all.map(\.number) == Array(forms.all.indices))
    }

    @Test("text in lower case has its bytes where they were, and is the same by bytes and by letters")
    func lowercased() {
        for value in UInt32(1)...0x2FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array(("A" + String(Character(scalar)) + "Đ").utf8)
            let whole = Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
            #expect(
                Passage.lowercased(bytes) == (whole.count == bytes.count ? whole : bytes),
                "U+\(String(value, radix: 16))")
        }
    }
}
