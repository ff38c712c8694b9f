import Foundation
import Testing
import VanBanReading

struct CanonicalFormTests {
    @Test("the forms of Unicode are Foundation's, for every letter of the first planes")
    func foundation() {
        var text = String.UnicodeScalarView()
        for value in (0xA0..<0x3400).lazy.compactMap(Unicode.Scalar.init) where value.properties.age != nil {
            // Of letters that came lately, one of them may know less.
            guard let age = value.properties.age, age.major < 13 else { continue }
            text.append(value)
            text.append(" ")
        }
        let letters = String(text) + "e\u{323}\u{302} a\u{301}\u{302} ườ\u{309} Å \u{1100}\u{1161}"
        #expect(Array(letters.composed.utf8) == Array(letters.precomposedStringWithCanonicalMapping.utf8))
        #expect(Array(letters.decomposed.utf8) == Array(letters.decomposedStringWithCanonicalMapping.utf8))
    }
}
