import Foundation
import Testing

@testable import VanBanArchive

struct FoldedTextTests {
    @Test("letters lose their marks as Unicode takes them apart, whatever the script")
    func letters() {
        for value in UInt32(1)...0x2FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a" + String(Character(scalar)) + "b"
            var expected = String.UnicodeScalarView()
            for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars
            where !(0x0300...0x036F).contains(scalar.value) {
                expected.append(scalar == "đ" ? "d" : scalar == "Đ" ? "D" : scalar)
            }
            #expect(FoldedText.of(text).utf8.elementsEqual(String(expected).utf8), "U+\(String(value, radix: 16))")
        }
    }

    @Test("Vietnamese is read without its marks, with signs and figures as they are")
    func vietnamese() {
        #expect(FoldedText.of("Sở Nội vụ – “Đề án” 06/2022…") == "So Noi vu – “De an” 06/2022…")
        #expect(FoldedText.hasDiacritics("Sở"))
        #expect(!FoldedText.hasDiacritics("So"))
    }
}
