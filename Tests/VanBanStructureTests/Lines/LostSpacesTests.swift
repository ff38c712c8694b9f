import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Words whose space went lost on the way from PDF.
@Suite("lost spaces")
struct LostSpacesTests {
    private func told(_ words: String) throws -> [String] {
        try Documents.plan("I. NHIỆM VỤ\n\n1. \(words)").diagnostics.filter { $0.code == .lostLetters }
            .compactMap(\.arguments.first)
    }

    @Test(
        "two syllables that follow each other and have no space between them are told, and stay as they are",
        arguments: ["cấptrực tuyến", "hướngdẫn nhà nước.", "thựchiện nhiệm vụ;", "phốihợp năm"])
    func glued(words: String) throws {
        let word = String(words.prefix { $0.isLetter })
        #expect(try told("Rà soát, \(words)") == [word])
        let record = try Documents.plan("I. NHIỆM VỤ\n\n1. Rà soát, \(words)")
        let item = record.parts[0].sections[0].children[0]
        #expect(((item.heading ?? "") + (item.text ?? "")).contains(word))
    }

    @Test(
        "words of other languages, names and whole syllables are none",
        arguments: [
            "internet", "Đắklắk", "nghiêng", "ôtô", "website", "kilôgam", "Krôngpa", "e-mail", "căngtin", "vitamin",
        ])
    func whole(word: String) throws {
        #expect(try told("Rà soát \(word) của tỉnh.").isEmpty)
    }
}
