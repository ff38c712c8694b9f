import Testing

@testable import VanBanStructure

@Suite struct NameTreeTests {
    @Test("a name is found word by word, and a beginning of it is none")
    func walksNames() {
        var tree = NameTree<Int>()
        tree.update(["so", "no5i", "vu5"]) { $0 = 1 }
        tree.update(["so", "no5i", "vu5"]) { $0 = ($0 ?? 0) + 1 }
        tree.update(["so"]) { $0 = 7 }
        #expect(tree[["so", "no5i", "vu5"]] == 2)
        #expect(tree[["so"]] == 7)
        #expect(tree[["so", "no5i"]] == nil)
        #expect(tree[["no5i", "vu5"]] == nil)
        #expect(tree[["so", "no5i", "vu5", "tinh"]] == nil)
    }

    @Test(
        "a word that begins a name is never turned away",
        arguments: ["sở", "ủy", "nghiêng", "Ngân", "a1b2c3d4e5f6g7h8i9"])
    func marks(_ word: String) {
        var tree = NameTree<Int>()
        let token = TokenText.tokens(of: word)[0]
        tree.update([token.key]) { $0 = 1 }
        #expect(tree.mayBegin(token.mark))
        #expect(tree.next(token.key, from: tree.root).flatMap { tree.value(at: $0) } == 1)
    }

    @Test(
        "a key of any length is the text of its letters",
        arguments: ["ma", "nghiêng", "abcdefghijklmnop", "abcdefghijklmnopqrstuvwxyz"])
    func keys(_ word: String) {
        #expect(KeyBytes(word.utf8).string == word)
    }

    @Test(
        "words are told apart by the bytes of letters as by their characters",
        arguments: [
            ("Sở Nội vụ – Tài chính (TC)", "sP3 nOi5 vu5 tai2 chinh1 tc"), ("Đội 3A/B", "DOi5 3A b"),
        ])
    func joined(_ text: String, _ keys: String) {
        #expect(WordKeys.joined(text) == keys)
    }
}
