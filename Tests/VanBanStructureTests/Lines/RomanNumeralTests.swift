import Testing
import VanBanReading

@testable import VanBanStructure

@Suite struct RomanNumeralTests {
    @Test("every number from 1 to 99 is read back from its own numeral")
    func roundTrip() {
        for value in 1...99 { #expect(RomanNumeral.value(RomanNumeral.numeral(value)) == value) }
    }

    @Test(
        "forms that nobody writes are no numerals",
        arguments: ["IIII", "VX", "IC", "VV", "IXX", "", "i", "ABC", "XIVA"])
    func malformed(_ text: String) {
        #expect(RomanNumeral.value(text) == nil)
    }

    @Test("the numeral at the beginning of bytes ends where its letters end")
    func prefix() {
        let bytes = Array("XIV. Tổ chức".utf8)
        let found = RomanNumeral.prefix(of: bytes, in: 0..<bytes.count)
        #expect(found?.value == 14)
        #expect(found?.length == 3)
    }
}
