import Foundation
import Testing
import VanBanExport
import VanBanModel

@Suite struct JSONWriterTests {
    private func compact(_ value: some JSONWritable) -> String { written(value, .compact) }

    private func written(_ value: some JSONWritable, _ layout: JSONLayout) -> String {
        String(decoding: JSONWriter.bytes(layout: layout) { value.write(to: &$0) }, as: UTF8.self)
    }

    @Test(
        "only quotes, backslashes and control characters are escaped",
        arguments: [
            ("Hà Nội – “đ” / 😀", "Hà Nội – “đ” / 😀"),
            ("a\"b\\c", #"a\"b\\c"#),
            ("\n\r\t\u{8}\u{C}", #"\n\r\t\b\f"#),
            ("\u{0}\u{1}\u{B}\u{1F}", #"\u0000\u0001\u000b\u001f"#),
            ("\u{7F}\u{2028}", "\u{7F}\u{2028}"),
            ("", ""),
        ])
    func escapes(text: String, expected: String) {
        #expect(compact(text) == "\"" + expected + "\"")
    }

    @Test("every string reads back as it was")
    func stringsRoundTrip() throws {
        let texts =
            (0..<0x250).compactMap { UnicodeScalar($0).map { "a\($0)b\($0)" } } + [
                String(repeating: "ệ\n", count: 50_000)
            ]
        #expect(try JSONDecoder().decode([String].self, from: Data(compact(texts).utf8)) == texts)
    }

    @Test(
        "a number is written as people write it",
        arguments: [
            (4.8918, "4.8918"), (0.029, "0.029"), (42.85, "42.85"), (5, "5"), (0, "0"), (-0.0, "0"), (-1.5, "-1.5"),
            (100, "100"),
            (0.1 + 0.2, "0.30000000000000004"), (0.00001, "0.00001"), (-0.0000125, "-0.0000125"),
            (1e16, "10000000000000000"),
            (1.25e17, "125000000000000000"), (1e20, "100000000000000000000"),
        ])
    func writesNumbers(number: Double, expected: String) {
        #expect(compact(number) == expected)
    }

    @Test("every number reads back as it was, however small or large")
    func numbersRoundTrip() throws {
        var numbers = [
            1e300, Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude, 123456789.123, 1e-19, 1.5e-21,
            9_007_199_254_740_992,
        ]
        numbers += (0..<1000).map { Double($0) / 100 }
        numbers += (-24...24).flatMap { [pow(10, Double($0)), -3.7 * pow(10, Double($0))] }
        #expect(try JSONDecoder().decode([Double].self, from: Data(compact(numbers).utf8)) == numbers)
    }

    @Test("what JSON has no number for is null", arguments: [Double.nan, .infinity, -.infinity])
    func writesNoNumber(number: Double) {
        #expect(compact(number) == "null")
    }

    @Test("whole numbers have no fraction")
    func writesIntegers() {
        #expect(compact([0, -3, Int.max, Int.min]) == "[0,-3,9223372036854775807,-9223372036854775808]")
    }

    @Test(
        "absent values are null and empty arrays are brackets, on one line in either layout",
        arguments: JSONLayout.allCases)
    func writesAbsence(layout: JSONLayout) {
        #expect(written(String?.none, layout) == "null")
        #expect(written([String](), layout) == "[]")
        #expect(written([[Int]](), layout) == "[]")
    }

    @Test("a location stands on one line in the pretty layout")
    func writesLocationsOnOneLine() {
        let location = Location(start: 1, end: 2, line: 3)
        #expect(
            written(location, .pretty)
                == #"{ "start": 1, "end": 2, "line": 3, "path": null, "page": null, "box": null }"#)
        #expect(written(location, .compact) == #"{"start":1,"end":2,"line":3,"path":null,"page":null,"box":null}"#)
    }

    @Test("the pretty layout indents by two spaces a level")
    func indents() {
        let bytes = JSONWriter.bytes(layout: .pretty) { json in
            json.object { json in
                json.field("names", ["a", "b"])
                json.field("none", [Int]())
                json.field("collective", true)
                json.field("places", [Location(start: 0, end: 1, line: 1, path: "/p")])
            }
            json.endLine()
        }
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                {
                  "names": [
                    "a",
                    "b"
                  ],
                  "none": [],
                  "collective": true,
                  "places": [
                    { "start": 0, "end": 1, "line": 1, "path": "/p", "page": null, "box": null }
                  ]
                }

                """)
    }
}
