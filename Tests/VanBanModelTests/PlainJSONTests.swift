import Testing
import VanBanModel

struct PlainJSONTests {
    @Test(
        "what is written says what was read",
        arguments: [
            (" { } ", "{}"), ("[1, -2.5e1 ,true,false,null]", "[1,-25,true,false,null]"),
            (#"{"b":"\u1ea1\ud83d\ude00\/\n\"","a":[[]]}"#, #"{"a":[[]],"b":"ạ😀/\u000a\""}"#),
            ("12345678901234567890", "1.2345678901234567e+19"), ("\"\"", "\"\""), ("-0", "0"),
            ("[5.0,0.1]", "[5,0.1]"), ("\u{FEFF}{}", "{}"),
        ])
    func same(text: String, written: String) throws {
        let value = try #require(PlainJSON.value(of: text.utf8))
        #expect(PlainJSON.bytes(of: value).map { String(decoding: $0, as: UTF8.self) } == written)
    }

    @Test(
        "what is no JSON is nothing",
        arguments: [
            "", "{", "[1,]", "{\"a\":}", "{\"a\" 1}", "{a:1}", "01", "1.", ".5", "+1", "tru", "nul", "\"a", "\"\\x\"",
            "\"\\ud800\"", "\"\\u12\"", "\"\t\"", "[] []", "1e999", "'a'", String(repeating: "[", count: 100_000),
        ])
    func none(text: String) { #expect(PlainJSON.value(of: text.utf8) == nil) }

    @Test("editors' UTF-16 is read by the mark that it begins with")
    func wide() {
        let units = Array("\u{FEFF}{\"Sở\":\"Y tế\"}".utf16)
        for bytes in [
            units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
        ] {
            #expect(PlainJSON.value(of: bytes) as? [String: String] == ["Sở": "Y tế"])
        }
    }

    @Test("bytes that are no UTF-8 are nothing, and so is what JSON does not have")
    func bytes() {
        #expect(PlainJSON.value(of: [0x22, 0xFF, 0x22]) == nil)
        #expect(PlainJSON.bytes(of: Double.nan) == nil)
        #expect(PlainJSON.bytes(of: ["a": Optional<Int>.none as Any]) == nil)
    }
}
