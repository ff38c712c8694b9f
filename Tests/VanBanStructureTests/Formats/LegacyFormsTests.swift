import Foundation
import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// The samples as web pages and Word files from before Unicode.
@Suite("One document in the fonts and bytes of old encodings")
struct LegacyFormsTests {
    enum Form: String, CaseIterable, Sendable {
        case html, docx

        func bytes(_ forms: DocumentForms) -> [UInt8] { self == .html ? forms.html() : forms.documentXML() }
    }

    static let fonts = LegacySetting.all.flatMap { setting in Form.allCases.map { (setting, $0) } }

    private func forms(of text: String) throws -> DocumentForms {
        DocumentForms(try DocumentConverter().convert(Array(text.utf8), name: "a"))
    }

    private static let encodingCodes: Set<DiagnosticCode> = [.legacyEncoding, .declaredEncodingWrong]

    private func expectSame(_ file: [UInt8], as original: [UInt8], _ encoding: String) throws {
        let expected = try DocumentConverter().convert(original, name: "a").record
        var read = try DocumentConverter().convert(file, name: "a").record
        #expect(read.source.encoding == encoding)
        #expect(read.coverage.unaccounted == 0)
        #expect(read.diagnostics.contains { $0.code == .legacyEncoding })
        #expect(!read.diagnostics.contains { $0.code == .uncertainEncoding })
        if read.diagnostics.contains(where: { $0.code == .restoredCapitals }) {
            // The form's capitals are there again, those of names are not.
            #expect(try LegacyDocumentTests.small(read.parts) == LegacyDocumentTests.small(expected.parts))
            #expect(read.parts.map(\.issuer) == expected.parts.map(\.issuer))
            return
        }
        read.source = expected.source
        read.diagnostics.removeAll { Self.encodingCodes.contains($0.code) }
        #expect(read.diagnostics == expected.diagnostics)
        #expect(read.parts == expected.parts)
        #expect(read == expected)
    }

    @Test(
        "a document set in legacy fonts gives the record of the original", arguments: Corpus.samples,
        LegacyFormsTests.fonts)
    func setInFonts(_ document: Corpus.Document, _ font: (setting: LegacySetting, form: Form)) throws {
        var forms = try forms(of: LegacyDocumentTests.plain(document.bytes))
        let original = font.form.bytes(forms)
        forms.setting = font.setting
        try expectSame(font.form.bytes(forms), as: original, "utf-8")
    }

    @Test("a page whose bytes are in an old encoding gives the record of the original", arguments: Corpus.samples)
    func pages(_ document: Corpus.Document) throws {
        let settings = [
            ("tcvn3", LegacySetting.tcvn3, nil as String?), ("tcvn-5712", LegacySetting.tcvn5712, "windows-1252"),
            ("vni", LegacySetting.vni, "iso-8859-1"), ("viscii", LegacySetting.visciiBytes, "x-user-defined"),
            ("windows-1258", LegacySetting.windows1258, "windows-1252"),
        ]
        for (name, setting, charset) in settings {
            guard let setting else { continue }
            var text = LegacyDocumentTests.plain(document.bytes)
            let original = try forms(of: text).html()
            if name == "tcvn3" { text = LegacyDocumentTests.withoutTonedCapitals(text) }
            var forms = try forms(of: text)
            forms.charset = charset
            let page = String(decoding: forms.html(), as: UTF8.self)
            try expectSame(try #require(setting.encode(page)), as: original, name)
        }
    }

    @Test("a page or Word file with letters of an old encoding, whose fonts don't tell, is read by its words")
    func withoutFonts() throws {
        for document in Corpus.samples {
            let text = LegacyDocumentTests.plain(document.bytes)
            for form in Form.allCases {
                let original = form.bytes(try forms(of: text))
                var forms = try forms(of: LegacyDocumentTests.withoutTonedCapitals(text))
                forms.setting = LegacySetting.tcvn3?.renamed("Times New Roman")
                try expectSame(form.bytes(forms), as: original, "utf-8")
            }
        }
    }
}
