import Testing
import VanBanModel

@testable import VanBanValidation

@Suite struct RulesTests {
    @Test("codes are unique among rules and diagnostics, and are written in one way")
    func codes() {
        let codes = Check.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        for code in codes { #expect(code.first?.isLowercase == true && code.allSatisfy { $0.isLetter && $0.isASCII }) }
    }

    @Test("every rule says in both languages what, what to do and why", arguments: Language.allCases)
    func words(_ language: Language) {
        for rule in Rules.all.map({ $0.description }) {
            for words in [rule.message, rule.hint, rule.rationale] {
                #expect(!words.text(in: language).isEmpty && words.text(in: language) != words.key)
                #expect(words.text(in: .english) != words.text(in: .vietnamese), "\(rule.code)")
                #expect(!words.text(in: language).contains("|"), "a bar would end the cell of a page's table")
            }
            #expect(!rule.example.isEmpty)
        }
    }

    @Test("nothing is told of a document that is right")
    func right() throws {
        #expect(try Documents.findings(in: Documents.right).map(\.code) == [])
    }

    @Test("what is disabled is not told; severities can be set")
    func options() throws {
        let text = try Documents.right(with: [("- Lưu: VT, NC.", "- Báo Bắc Giang.")])
        let document = try Documents.convert(text)
        let plain = Validator().findings(in: document)
        #expect(plain.map(\.code) == ["missingArchiveLine"])
        #expect(plain.map(\.severity) == [.warning])
        #expect(Validator(ValidationOptions(disable: ["missingArchiveLine"])).findings(in: document).isEmpty)
        let harder = ValidationOptions(severity: ["missingArchiveLine": .error], show: .error)
        #expect(Validator(harder).findings(in: document).map(\.severity) == [.error])
        let softer = ValidationOptions(severity: ["missingArchiveLine": .info])
        #expect(Validator(softer).findings(in: document).isEmpty)
    }

    @Test("diagnostics of the conversion are told as well, and can be disabled")
    func conversion() throws {
        let text = try Documents.right(with: [("2. Xác định rõ", "4. Xác định rõ")])
        let document = try Documents.convert(text)
        #expect(Validator().findings(in: document).map(\.code) == ["numberingGap"])
        #expect(Validator(ValidationOptions(disable: ["numberingGap"])).findings(in: document).isEmpty)
    }

    @Test("the same words of several places are told once, with all the places")
    func alike() throws {
        let text = try Documents.right(with: [
            ("ở các xã, phường.", "ở các xã đến ngày 31/6/2024."), ("của từng cơ quan.", "trước ngày 31/6/2024."),
        ])
        let found = try Documents.findings(in: text)
        #expect(found.map(\.code) == ["impossibleDate"])
        #expect(found.first?.alike.count == 1)
    }
}
