import Foundation
import Testing
import VanBanModel

@testable import VanBanReading

@Suite("characters that only look like those of Vietnamese")
struct LookAlikeTests {
    /// Cyrillic and Greek letters that no reader can tell from the Latin ones beside them.
    private static let twins: [(String, String)] = [
        ("А", "A"), ("В", "B"), ("Е", "E"), ("К", "K"), ("М", "M"), ("Н", "H"), ("О", "O"), ("Р", "P"), ("С", "C"),
        ("Т", "T"), ("У", "Y"), ("Х", "X"), ("І", "I"), ("а", "a"), ("е", "e"), ("о", "o"), ("р", "p"), ("с", "c"),
        ("у", "y"), ("х", "x"), ("і", "i"), ("Α", "A"), ("Β", "B"), ("Ε", "E"), ("Η", "H"), ("Κ", "K"), ("Μ", "M"),
        ("Ν", "N"), ("Ο", "O"), ("Ρ", "P"), ("Τ", "T"), ("ο", "o"),
    ]

    @Test("a letter of another script within a word is the letter that it looks like, wherever it stands")
    func withinWords() {
        for (foreign, latin) in Self.twins {
            for word in ["ủ\(foreign)", "\(foreign)ủ", "nhâ\(foreign)n", "TỈ\(foreign)H", "NĐ-\(foreign)"] {
                let seen = word.replacingOccurrences(of: foreign, with: latin)
                #expect(plain("Theo \(word) này") == "Theo \(seen) này", "\(word)")
            }
        }
    }

    @Test("a word of such letters alone is one of Vietnamese, unless the line holds another script's words")
    func wholeWords() {
        #expect(plain("các сhính, со quan") == "các chính, co quan")
        #expect(plain("NĐ-СР") == "NĐ-CP")
        #expect(plain("ТТ\tNhiệm vụ") == "TT\tNhiệm vụ")
        let russian = "Tên tiếng Nga: Правительство города Москва, СССР"
        #expect(plain(russian) == russian)
        let paper = "Tờ báo (Коммерсант), Комета"
        #expect(plain(paper) == paper)
        #expect(plain("hệ số α và góc β") == "hệ số α và góc β")
    }

    @Test(
        "beside digits a letter is the digit that it looks like",
        arguments: [
            ("6З tỉnh", "63 tỉnh"), ("1О/63", "10/63"), ("О6/2026", "06/2026"), ("7б/NQ-CP", "76/NQ-CP"),
            ("30/б/2026", "30/6/2026"), ("1ОО%", "100%"), ("４2,1５", "42,15"), ("12а/QĐ", "12a/QĐ"),
            ("Page 4оf 9", "Page 4of 9"), ("1Оa", "10a"),
        ])
    func digits(printed: String, seen: String) {
        #expect(plain(printed) == seen)
    }

    @Test(
        "other forms of letters, figures and signs are the plain ones",
        arguments: [
            ("Ðiều ðất Ɖề", "Điều đất Đề"), ("Ⅰ. MỤC", "I. MỤC"), ("Quý Ⅳ/2026", "Quý IV/2026"), ("ⅲ)", "iii)"),
            ("15⁄63", "15/63"), ("ＵＢＮＤ", "UBND"), ("（３）", "(3)"), ("П. TỔ CHỨC", "II. TỔ CHỨC"),
            ("Ш. KINH", "III. KINH"),
            ("QĐÐ-HVM", "QĐ-HVM"),
        ])
    func forms(printed: String, seen: String) {
        #expect(plain(printed) == seen)
    }

    @Test("a code of a symbol font at the beginning of an item is a bullet, and within words what it is")
    func bullets() {
        for code in ["\u{F02D}", "\u{F0B7}", "\u{F0A7}", "\u{F076}", "\u{F0D8}"] {
            #expect(
                plain("\(code) Việc một\n  \(code)\tViệc hai\nA\t\(code) Ba") == "• Việc một\n  •\tViệc hai\nA\t• Ba")
        }
        #expect(plain("a\u{F061}b") == "a\u{F061}b")
    }

    @Test("what was read so is told once, and its places lead into the file")
    func told() throws {
        let document = try read("KẾ HOẠCH\nTheo ðề nghị của Ủy bаn\nNĂM 2О26")
        let diagnostic = try #require(document.diagnostic(.lookAlikeLetters))
        #expect(document.diagnostics.count { $0.code == .lookAlikeLetters } == 1)
        #expect(diagnostic.arguments == ["3", "U+00F0 → đ, U+0430 → a, U+041E → 0"])
        #expect(diagnostic.severity == .info)
        #expect(diagnostic.related.count == 2)
        let place = try #require(range(of: "đề", in: document.text))
        let source = document.text.sourceRange(of: place)
        #expect(source == 18..<23)
        #expect(diagnostic.location.start == 18)
    }

    @Test("a web page reads them as a text does, and tells them")
    func pages() throws {
        let page = "<p>KẾ HOẠCH</p><p>Theo ðề nghị của Ủy bаn</p><ul><li>Ⅱ</li></ul>"
        let document = try HTMLReader().read(Array(page.utf8), name: "a.html")
        let text = String(decoding: document.text.bytes, as: UTF8.self)
        #expect(text.contains("Theo đề nghị của Ủy ban"))
        #expect(document.diagnostic(.lookAlikeLetters)?.arguments.first == "3")
    }

    @Test("hostile runs of such letters take no longer than others")
    func hostile() {
        let line = String(repeating: "аЗО", count: 60_000)
        #expect(normalized(line).bytes.count > 0)
        #expect(normalized(String(repeating: "П. ", count: 60_000)).bytes.count > 0)
    }
}

@Suite("marks in another order")
struct MarkOrderTests {
    @Test("a tone before the hat of its vowel makes the same letter as behind it")
    func tones() {
        for hat in ["\u{302}", "\u{306}", "\u{31B}"] {
            for tone in ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"] {
                for vowel in ["a", "e", "o", "u", "A", "E", "O", "U"] {
                    let right = (vowel + hat + tone).precomposedStringWithCanonicalMapping
                    guard right.unicodeScalars.count == 1 else { continue }
                    #expect(plain("x" + vowel + tone + hat + "y") == "x" + right + "y")
                    let toned = (vowel + tone).precomposedStringWithCanonicalMapping
                    #expect(plain(toned + hat) == right)
                }
            }
        }
    }

    @Test("other marks keep their order")
    func others() {
        #expect(plain("x\u{302}\u{301}") == "x\u{302}\u{301}")
    }
}

@Suite("broken maps of characters")
struct BrokenCharacterMapTests {
    /// What a PDF gives whose font maps each letter 29 places away.
    private static let garbled = """
        8%1' 7ӌ1+ 7+8Ұ1 $1
        6Ӕ: 15/.+-8%1'
        .ӂ +2Ҥ&+
        7ұS KXҩQ QJKLӋS Yө OѭX WUӳ FKR FiQ Eӝ SKѭӡQJ [m WUrQ ÿӏD EjQ
        0ӛL SKѭӡQJ Fӱ PӝW QJѭӡL Gӵ OӟS Yj QӝS EjL WKX KRҥFK
        """

    @Test("a text of such letters is refused, and the message says what to do")
    func refused() throws {
        let error = #expect(throws: ReadingError.self) { try read(Self.garbled) }
        #expect(error == .brokenCharacterMap)
        #expect(error?.message(in: .english).contains("ToUnicode") == true)
    }

    @Test("a few such words, signs and formulas, foreign names stand in any text")
    func accepted() throws {
        let text = """
            KẾ HOẠCH
            Ӝ là chữ lạ; R&D, A+B=C, x^2, {a}, C#, 50%/năm, chi phí 5$/người.
            Thực hiện nhiệm vụ được giao, báo cáo kết quả theo quy định của pháp luật.
            """
        #expect(try read(text).blocks.count == 3)
    }
}

@Suite("runs without the font of their paragraph")
struct LostFontTests {
    @Test("a paragraph with a legacy font on some letters only is read in it as a whole")
    func mixed() throws {
        let page = """
            <html><head><meta charset="utf-8"></head><body>
            <p><font face=".VnTime">C¨n cø LuËt Tæ chøc Héi ®ång nh©n d©n vµ ñy ban nh©n d©n ngµy 26/11/2003;</font></p>
            <p>Thùc hiÖn NghÞ quyÕt cña ChÝnh phñ vÒ c¶i c¸ch mét b&shy;íc thñ tôc, c¸c kÕ ho¹ch cña
            <font face=".VnTimeH">ñ</font>y ban nh©n d©n tØnh ®¹t kÕt qu¶ nhÊt ®Þnh.</p></body></html>
            """
        let document = try HTMLReader().read(Array(page.utf8), name: "a.html")
        let text = String(decoding: document.text.bytes, as: UTF8.self)
        #expect(text.contains("Thực hiện Nghị quyết của Chính phủ về cải cách một bước thủ tục"))
        #expect(text.contains("nhân dân tỉnh đạt kết quả nhất định."))
    }
}
