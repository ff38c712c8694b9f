import VanBanExport
import VanBanModel
import VanBanSQLite

/// Asks which files hold the same document: of the same content, the same number, issuer and date, or nearly the same
/// text. Likeness is the share of runs of five words that two documents have in common, estimated (see
/// ``DocumentFingerprint``); below 0.6 not all pairs are found.
package struct DuplicateQuery: Sendable {
    /// From which likeness on two texts are nearly the same.
    package var likeness = 0.9

    package init() {}

    /// The groups, each with its files by name; likeness is that to the group's first file.
    package func sheet(in archive: ArchiveReader) throws(QueryFailure) -> Sheet {
        let documents = try archive.read { try Self.documents($0) }
        let bands = try archive.read { try Self.bands($0, documents) }
        var near = Classes(documents.count)
        join(&near, documents, bands)
        let contents = Self.classes(documents) { $0.sha256 }
        let numbers = Self.classes(documents, key: \.identity)
        var all = near
        for members in contents + numbers { for member in members.dropFirst() { all.join(members[0], member) } }

        var sheet = Self.sheet
        let isSame = Self.membership(contents)
        let isNumbered = Self.membership(numbers)
        for (number, group) in all.groups.enumerated() {
            let nearSizes = Dictionary(group.map { (near.root(of: $0), 1) }, uniquingKeysWith: +)
            for member in group {
                let document = documents[member]
                var reasons: [String] = []
                if isSame.contains(member) { reasons.append("sameContent") }
                if isNumbered.contains(member) { reasons.append("sameNumber") }
                if nearSizes[near.root(of: member), default: 0] > 1 { reasons.append("nearText") }
                let likeness =
                    member == group[0] ? nil : documents[group[0]].likeness(to: document)
                sheet.rows.append(
                    SheetRow([
                        .text(document.name), .integer(number + 1), SheetValue(list: reasons), SheetValue(likeness),
                        SheetValue(document.number), SheetValue(document.issuedOn), SheetValue(document.issuer),
                        SheetValue(document.title), SheetValue(document.format), SheetValue(document.sha256),
                    ]))
            }
        }
        return sheet
    }

    private static let sheet = Sheet(
        name: "duplicates", title: BilingualText(told: "sheet.duplicates"),
        columns: [
            SheetColumn("document", width: 28),
            SheetColumn("group", .integer, width: 7),
            SheetColumn("reason", width: 24, codes: "likeness", title: "reason.likeness"),
            SheetColumn("likeness", .number, width: 9),
            SheetColumn("number", width: 18),
            SheetColumn("issuedOn", .date, width: 12),
            SheetColumn("issuer", width: 32),
            SheetColumn("title", width: 60),
            SheetColumn("format", width: 8, codes: "format"),
            SheetColumn("sha256", width: 20, isTechnical: true),
        ])

    private struct Document {
        var id: Int64
        var name: String
        var number: String?
        var issuedOn: CalendarDate?
        var issuer: String?
        var title: String?
        var format: String?
        var sha256: String?
        var minima: [UInt8]?

        /// Number, issuer and date together; nil where the number stands alone.
        var identity: String? {
            guard let number, issuedOn != nil || issuer != nil else { return nil }
            return [
                QueryWords.number(number), QueryWords.of(issuer ?? ""), issuedOn?.description ?? "",
            ].joined(separator: "|")
        }

        func likeness(to other: Document) -> Double? {
            guard let minima, let others = other.minima else { return nil }
            return DocumentFingerprint.likeness(minima, others)
        }
    }

    private static func documents(_ database: Database) throws -> [Document] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT d.id, d.document, d.number, d.issuedOn, d.issuer, d.title, d.format, d.sha256, f.minima \
                FROM documents d LEFT JOIN fingerprints f ON f.documentId = d.id ORDER BY d.document
                """)
        var documents: [Document] = []
        while let row = try rows.next() {
            let day: String? = row[3]
            documents.append(
                Document(
                    id: row[0], name: row[1], number: row[2], issuedOn: day.flatMap { CalendarDate(iso: $0) },
                    issuer: row[4], title: row[5], format: row[6], sha256: row[7], minima: row[8]))
        }
        return documents
    }

    /// Documents that share a band, as places in the list.
    private static func bands(_ database: Database, _ documents: [Document]) throws -> [[Int]] {
        let places = Dictionary(
            documents.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let rows = try Row.fetchCursor(
            database, sql: "SELECT band, hash, documentId FROM fingerprintBands ORDER BY band, hash, documentId")
        var bands: [[Int]] = []
        var held: (band: Int, hash: Int64)?
        var members: [Int] = []
        while let row = try rows.next() {
            let (band, hash): (Int, Int64) = (row[0], row[1])
            if held.map({ $0.band != band || $0.hash != hash }) ?? true {
                if members.count > 1 { bands.append(members) }
                members = []
                held = (band, hash)
            }
            if let place = places[row[2]] { members.append(place) }
        }
        if members.count > 1 { bands.append(members) }
        return bands
    }

    /// Joins what shares a band and is alike. What is joined already is not compared again.
    private func join(_ classes: inout Classes, _ documents: [Document], _ bands: [[Int]]) {
        for members in bands {
            for (index, one) in members.enumerated() {
                for other in members[(index + 1)...] where classes.root(of: one) != classes.root(of: other) {
                    if let likeness = documents[one].likeness(to: documents[other]), likeness >= self.likeness {
                        classes.join(one, other)
                    }
                }
            }
        }
    }

    private static func classes(_ documents: [Document], key: (Document) -> String?) -> [[Int]] {
        var classes: [String: [Int]] = [:]
        for (index, document) in documents.enumerated() {
            if let key = key(document) { classes[key, default: []].append(index) }
        }
        return classes.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    private static func membership(_ classes: [[Int]]) -> Set<Int> { Set(classes.joined()) }
}

/// Things that belong together, joined pair by pair.
private struct Classes {
    private var parents: [Int]

    init(_ count: Int) { parents = Array(0..<count) }

    func root(of member: Int) -> Int {
        var member = member
        while parents[member] != member { member = parents[member] }
        return member
    }

    /// The lower root stays, so that paths are as short as the joining allows and results do not hang on its order.
    mutating func join(_ one: Int, _ other: Int) {
        let (left, right) = (root(of: one), root(of: other))
        let root = min(left, right)
        for start in [one, other] {
            var member = start
            while member != root {
                let next = parents[member]
                parents[member] = root
                if next == member { break }
                member = next
            }
        }
    }

    /// Those of more than one member, in order.
    var groups: [[Int]] {
        var groups: [Int: [Int]] = [:]
        for member in parents.indices { groups[root(of: member), default: []].append(member) }
        return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }
}
