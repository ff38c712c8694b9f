import Testing

@testable import VanBanFuzzing

/// The oracle itself: what it must notice.
@Suite struct OracleTests {
    private static let record = #"""
        {"parts":[{"typeName":"KẾ HOẠCH","number":"12/KH-UBND","issuedOn":"2024-03-05","title":"Kiểm tra công vụ",
        "letterhead":["ỦY BAN NHÂN DÂN"],"sections":[{"kind":"article","label":"1","text":"Làm đúng hạn","children":[]}],
        "tables":[{"columns":[{"header":"TT"}],"rows":[[{"text":"Sở Nội vụ"}]]}],"recipients":["Lưu: VT"]}]}
        """#

    private func missing(_ source: String, furniture: [String] = []) throws -> [String] {
        WordCount.missing(from: try JSONValue(Array(Self.record.utf8)), furniture: furniture, source: source)
    }

    @Test("words that stand in the record, or that it says otherwise, are not missing")
    func present() throws {
        #expect(
            try missing(
                """
                ỦY BAN NHÂN DÂN
                Số: 12/KH-UBND, ngày 05 tháng 3 năm 2024
                KẾ HOẠCH
                Kiểm tra công vụ
                Điều 1. Làm đúng hạn
                TT
                Sở Nội vụ
                - Lưu: VT.
                """) == [])
    }

    @Test("a word that stands nowhere, or more often in the source, is missing")
    func absent() throws {
        #expect(try missing("Sở Nội vụ; Sở Tư pháp") == ["pháp", "sở", "tư"])
        #expect(try missing("Làm đúng hạn, đúng hạn") == ["hạn", "đúng"])
        #expect(try missing("Trang 3", furniture: ["Trang 3"]) == [])
    }

    @Test("a word cut by a line's end, composed otherwise, within markup or with capitals is not missing")
    func otherwise() throws {
        #expect(try missing("Kiểm tra công\nv\u{75}\u{323}") == [])
        #expect(try missing("Làm đú\nng hạn") == [])
        #expect(try missing("<b>Làm</b>&nbsp;ĐÚNG hạn") == [])
        #expect(try missing("Nội vụTT") == [])
        #expect(try missing("vụTT, vụTT") == ["vụtt"])
        #expect(try missing("Điều1. Làm đúng hạn") == [])
        #expect(try missing("Sở N\u{AD}ội v\u{200B}ụ") == [])
    }

    @Test(
        "what is not of the schema is a fault, with its place",
        arguments: [
            (#"{"a":1}"#, "$: lacks schemaVersion"), (#"{"schemaVersion":"2"}"#, "$.schemaVersion: is not"),
            (#"{"parts":{}}"#, "$.parts: is not of type"), (#"{"other":null}"#, "$.other: is not wanted"),
            (#"{"parts":[{"recipients":[""]}]}"#, "$.parts[0].recipients[0]: “” is too short"),
            (#"{"parts":[{"issuedOn":"2024-02-30"}]}"#, "$.parts[0].issuedOn: “2024-02-30” is not of the form"),
            (#"{"coverage":{"characters":-1}}"#, "$.coverage.characters: -1.0 is beyond"),
        ])
    func schema(_ text: String, _ fault: String) throws {
        let faults = try SchemaCheck().faults(of: JSONValue(Array(text.utf8)))
        #expect(faults.contains { $0.hasPrefix(fault) }, "\(faults)")
    }

    @Test(
        "what is no JSON is refused",
        arguments: ["{", "[1,]", #"{"a":1,"a":2}"#, "\"\u{1}\"", "NaN", "{} {}", #""\ud800""#])
    func noJSON(_ text: String) {
        #expect(throws: JSONValue.Fault.self) { try JSONValue(Array(text.utf8)) }
    }

    @Test("JSON is read as it is written")
    func json() throws {
        let value = try JSONValue(Array(#" {"a":[1.5,true,null,"\u1ee7\ud83d\ude42\n"]} "#.utf8))
        #expect(
            value == .object([.init(key: "a", value: .array([.number("1.5"), .bool(true), .null, .string("ủ🙂\n")]))]))
    }
}
