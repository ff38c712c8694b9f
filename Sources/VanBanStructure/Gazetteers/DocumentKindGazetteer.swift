import VanBanModel
import VanBanReading

/// A kind of document: `Quyết định`, `Kế hoạch`, …
package struct DocumentKind: Sendable, Hashable {
    /// The sign in a document's number (`QĐ`); empty where the kind has none.
    package var sign: String
    /// The name as it is printed (`Quyết định`).
    package var name: String
    var english: String
    /// The stable name of the kind in records (`decision`).
    package var kind: String
}

/// The kinds of administrative documents and of normative ones, by their printed names.
///
/// The kinds and signs are those of Nghị định 30/2020/NĐ-CP (annex III), of the law on normative documents and of the
/// Party's Hướng dẫn 36-HD/VPTW.
package struct DocumentKindGazetteer: Sendable {
    /// The kinds that the program carries.
    package static let standard = DocumentKindGazetteer(CSVTable(PackageResources.document_types_csv))

    /// Every kind, once for each sign, in the order of the table.
    package let kinds: [DocumentKind]
    private let byName: NameTree<Int>
    private let bySign: [String: Int]
    private let longest: Int

    init(_ table: CSVTable) {
        var kinds: [DocumentKind] = []
        var byName = NameTree<Int>()
        var bySign: [String: Int] = [:]
        var longest = 0
        for row in table.rows {
            // What stands in brackets tells rows apart (`Quyết định (Đảng)`) and is never printed.
            let printed = row["name"].prefix { $0 != "(" }
            let name = String(printed.last == " " ? printed.dropLast() : printed)
            let keys = Phrase(name).keys
            guard !keys.isEmpty else { continue }
            kinds.append(
                DocumentKind(sign: row["code"], name: name, english: row["english"], kind: row["kind"]))
            byName.update(keys) { if $0 == nil { $0 = kinds.count - 1 } }
            if !row["code"].isEmpty, bySign[row["code"]] == nil { bySign[row["code"]] = kinds.count - 1 }
            longest = max(longest, keys.count)
        }
        self.kinds = kinds
        self.byName = byName
        self.bySign = bySign
        self.longest = longest
    }

    /// The kind whose name is a whole line (`QUYẾT ĐỊNH`), by the line's word keys.
    func kind(named keys: [String]) -> DocumentKind? {
        guard !keys.isEmpty, keys.count <= longest + Self.joint.keys.count else { return nil }
        if keys.count <= longest, let found = byName[keys] { return kinds[found] }
        guard keys.count > Self.joint.keys.count, keys.suffix(Self.joint.keys.count).elementsEqual(Self.joint.keys)
        else {
            return nil
        }
        return byName[Array(keys.dropLast(Self.joint.keys.count))].map { kinds[$0] }
    }

    private static let joint = Phrase("liên tịch")

    /// What people call a kind, whether or not a document prints it.
    func name(of kind: PartKind) -> String? { kinds.first { $0.kind == kind.rawValue }?.name }

    /// The kind of a sign in a document's number (`QĐ`, `KH`), case included: `CTr` is no `CT`.
    func kind(sign: String) -> DocumentKind? {
        bySign[sign].map { kinds[$0] }
    }

    /// Whether the name of a kind may begin with a token.
    func mayBegin(with token: Token) -> Bool { byName.mayBegin(token.mark) }

    /// The longest kind whose name begins at a token, and how many tokens it takes (`Quyết định số …`).
    func kind(in text: TokenText, at index: Int) -> (kind: DocumentKind, length: Int)? {
        guard index >= 0, index < text.tokens.count, text.tokens[index].kind == .word,
            byName.mayBegin(text.tokens[index].mark)
        else { return nil }
        var place = byName.root
        var found: (position: Int, length: Int)?
        for offset in 0..<min(longest, text.tokens.count - index) {
            guard let next = byName.next(text.tokens[index + offset].key, from: place) else { break }
            place = next
            if let position = byName.value(at: place) { found = (position, offset + 1) }
        }
        return found.map { found in
            let end = index + found.length
            // `KẾ HOẠCH LIÊN TỊCH`: what several bodies issue together is of the same kind.
            let isJoint = text.matches(Self.joint, at: end)
            return (kinds[found.position], found.length + (isJoint ? Self.joint.keys.count : 0))
        }
    }
}
