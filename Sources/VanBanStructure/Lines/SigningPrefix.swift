/// What a signing block opens with where somebody signs for another (NĐ 30/2020/NĐ-CP, Phụ lục I, II.7): `TM.`, `KT.`,
/// `TL.`, `TUQ.`, and how offices write them: `T/M`, `K.T.`, `KT/`, `TM UBND`.
enum SigningPrefix {
    private static let joined = Set(Lexicon.strings(.signingPrefixes))
    /// `Q.`: who acts in a post.
    private static let acting = "q"

    /// The tokens of the prefix that a line opens with; nil where it opens with none.
    static func length(in text: TokenText) -> Int? {
        let tokens = text.tokens
        guard tokens.count > 1, tokens[0].kind == .word else { return nil }
        if joined.contains(tokens[0].key) {
            if isJoint(tokens[1]) { return tokens.count > 2 && isJoint(tokens[2]) ? 3 : 2 }
            let opens =
                text.firstMatch(LineClassifier.posts, at: 1) != nil
                || text.firstMatch(LineClassifier.bodies, at: 1) != nil
            return tokens[0].isAllUpper && tokens[1].startsUpper && opens ? 1 : nil
        }
        guard tokens[0].key == "t" || tokens[0].key == "k", isJoint(tokens[1]) else { return nil }
        // `T/M`, `K.T.`, `T.U.Q.`
        var letters = tokens[0].key
        var index = 1
        while index + 1 < tokens.count, isJoint(tokens[index]), tokens[index + 1].gapBefore == .none,
            tokens[index + 1].kind == .word, joined.contains(where: { $0.hasPrefix(letters + tokens[index + 1].key) })
        {
            letters += tokens[index + 1].key
            index += 2
        }
        if !joined.contains(letters) { return letters == "t" ? 2 : nil }
        return index < tokens.count && isJoint(tokens[index]) ? index + 1 : index
    }

    /// Whether a line opens as the signing block does, the post of who acts in it included.
    static func opens(_ text: TokenText) -> Bool {
        if length(in: text) != nil { return true }
        return text.tokens.count > 1 && text.tokens[0].key == acting && isJoint(text.tokens[1])
    }

    private static func isJoint(_ token: Token) -> Bool { token.isSign(".") || token.isSign("/") }
}
