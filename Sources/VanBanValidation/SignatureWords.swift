/// Words of a signing block as they are compared.
enum SignatureWords {
    /// In capitals and without white space, so that `TM . UBND` has `TM.`.
    static func compact(_ words: String?) -> String {
        (words ?? "").uppercased().filter { !$0.isWhitespace }
    }
}
