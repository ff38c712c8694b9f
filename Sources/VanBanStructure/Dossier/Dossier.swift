import FoundationEssentials
import VanBanModel

/// Several documents that belong together, as one record: a decision, the plan that it issues and the appendices of that, each
/// in a file of its own.
///
/// The order is that of the documents themselves: what was issued with another (`Kèm theo Quyết định số …`) stands behind it,
/// appendices by their numbers; the rest as given. Ids are those of one record, a document that several of them cite is cited
/// once, and each place says which of the sources it is in. Doubts that another of the files settles go, those that the files
/// give rise to together come.
package struct Dossier: Sendable {
    /// The record of all.
    package let record: Record
    /// The documents as given, in the order in which they stand in the record.
    package let order: [Int]
    private let members: [Member]

    /// What a document says of itself and of where it belongs.
    private struct Member: Sendable {
        var record: Record
        /// The numbers of its parts.
        var numbers: Set<String>
        /// What it was issued with; nil where it does not say.
        var attached: Attachment?
        /// The document that it belongs to, by its place among those given.
        var parent: Int?
        var isAppendix: Bool

        init(_ record: Record) {
            self.record = record
            numbers = Set(record.parts.compactMap { $0.number.map(Dossier.key) })
            attached = record.parts.lazy.compactMap(\.attachedTo).first { $0.number != nil }
            isAppendix = record.parts.first?.kind == .appendix
        }
    }

    /// - Parameter records: of the single files; nil for none.
    package init?(_ records: [Record]) {
        guard !records.isEmpty else { return nil }
        var members = records.map(Member.init)
        for index in members.indices { members[index].parent = Self.parent(of: index, among: members) }
        let order = Self.order(of: members)
        let own = order.map { index in
            var record = members[index].record
            // What a file lacks by itself and another one brings.
            record.diagnostics.removeAll {
                Self.settles(code: $0.code.rawValue, arguments: $0.arguments, of: index, members)
            }
            return record
        }
        guard let record = MergedRecord(own, told: Self.doubts(members, order)).record else { return nil }
        self.members = members
        self.order = order
        self.record = record
    }

    /// A number as it is compared: `12/qđ-ubnd`.
    static func key(_ number: String) -> String { number.lowercased().filter { !$0.isWhitespace } }

    // MARK: Order

    private static func parent(of index: Int, among members: [Member]) -> Int? {
        let member = members[index]
        let others = members.indices.filter { $0 != index }
        if let number = member.attached?.number.map(key) {
            return others.first { members[$0].numbers.contains(number) }
        }
        return others.first { other in
            members[other].record.references.contains { reference in
                reference.relations.contains { $0.kind == .promulgates && $0.part != nil }
                    && reference.number.map { member.numbers.contains(key($0)) } == true
            }
        }
    }

    private static func order(of members: [Member]) -> [Int] {
        var order: [Int] = []
        func add(_ index: Int) {
            guard !order.contains(index) else { return }
            order.append(index)
            let children = members.indices.filter { members[$0].parent == index }
            for child in children.sorted(by: { place($0, members) < place($1, members) }) { add(child) }
        }
        let roots = members.indices.filter { members[$0].parent == nil }
        // An appendix that says nothing of where it belongs stands behind those that do.
        for index in roots.sorted(by: { place($0, members) < place($1, members) }) { add(index) }
        // Two that say they were issued with one another.
        for index in members.indices { add(index) }
        return order
    }

    /// Documents before appendices, these by their numbers, the rest as given.
    private static func place(_ index: Int, _ members: [Member]) -> (Int, Int, Int) {
        let member = members[index]
        let number = member.record.parts.first?.typeName.flatMap(RomanOrArabic.last)
        return (member.isAppendix ? 1 : 0, member.isAppendix ? number ?? 0 : 0, index)
    }

    // MARK: Doubts

    /// What the files give rise to together: by their place in the order.
    private static func doubts(_ members: [Member], _ order: [Int]) -> [(source: Int, diagnostic: Diagnostic)] {
        var doubts: [(source: Int, diagnostic: Diagnostic)] = []
        for (source, index) in order.enumerated() {
            let member = members[index]
            guard let part = member.record.parts.first else { continue }
            if let parent = member.parent.map({ members[$0] }), let note = member.attached,
                let held = parent.record.parts.first(where: { $0.number.map(key) == note.number.map(key) }),
                let said = note.date, let issued = held.issuedOn, said != issued
            {
                doubts.append(
                    (
                        source,
                        Diagnostic(
                            .attachmentMismatch, at: note.location,
                            arguments: [
                                part.typeName ?? "Phụ lục", "\(note.number ?? "") (\(said))",
                                "\(held.number ?? "") (\(issued))",
                            ])
                    ))
            }
            if member.parent == nil, member.isAppendix || member.attached != nil, members.count > 1 {
                doubts.append(
                    (
                        source,
                        Diagnostic(.unattachedDocument, at: part.location, arguments: [part.typeName ?? "Phụ lục"])
                    ))
            }
        }
        return doubts
    }

    /// Whether a doubt of a document read alone is settled by the others.
    /// - Parameter index: the document's place among those given.
    package func settles(code: String, arguments: [String], of index: Int) -> Bool {
        Self.settles(code: code, arguments: arguments, of: index, members)
    }

    /// The document that a dossier hangs on.
    private static func root(of index: Int, _ members: [Member]) -> Int {
        var root = index
        var seen: Set<Int> = [index]
        while let parent = members[root].parent, seen.insert(parent).inserted { root = parent }
        return root
    }

    private static func settles(code: String, arguments: [String], of index: Int, _ members: [Member]) -> Bool {
        let children = members.indices.filter { members[$0].parent == index }
        // An appendix of a plan is mostly issued with the plan's decision.
        let root = root(of: index, members)
        let family = members.indices.filter { $0 != index && Self.root(of: $0, members) == root }
        switch code {
        case DiagnosticCode.issuingDocumentAbsent.rawValue: return members[index].parent != nil
        case DiagnosticCode.missingAppendix.rawValue:
            return family.contains { other in members[other].record.parts.contains { $0.kind == .appendix } }
        case "missingAttachment": return !children.isEmpty
        case "promisedAppendixAbsent":
            guard let asked = arguments.first.flatMap(RomanOrArabic.last) else { return false }
            return family.contains { other in
                members[other].record.parts.contains {
                    $0.kind == .appendix && $0.typeName.flatMap(RomanOrArabic.last) == asked
                }
            }
        default: return false
        }
    }
}

/// The number that a name ends with: `PHỤ LỤC II`, `Phụ lục số 3`.
enum RomanOrArabic {
    static func last(in name: String) -> Int? {
        guard let word = name.uppercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).last else {
            return nil
        }
        if let number = Int(word), (1...99).contains(number) { return number }
        var total = 0
        var highest = 0
        for letter in word.reversed() {
            guard let value = ["I": 1, "V": 5, "X": 10][letter] else { return nil }
            total += value < highest ? -value : value
            highest = max(highest, value)
        }
        return total
    }
}
