import FoundationEssentials
import VanBanModel

/// Records of single files put together: what they hold in a row, under ids of one record, each place with its source.
///
/// It works on the records as they are encoded, so that every id and every place is met, wherever it stands.
struct MergedRecord {
    /// Nil where the records cannot be encoded.
    let record: Record?

    /// - Parameter doubts: that are told besides, each with the place of its source among the records.
    init(_ records: [Record], told doubts: [(source: Int, diagnostic: Diagnostic)]) {
        var merge = Merge()
        var merged: [String: Any] = [:]
        var sources: [Any] = []
        for (index, own) in records.enumerated() {
            var own = own
            own.diagnostics += doubts.filter { $0.source == index }.map(\.diagnostic)
            guard let tree = Self.tree(of: own) else {
                record = nil
                return
            }
            let placed = merge.add(tree, of: own, source: index)
            sources.append(placed["source"] ?? [:])
            if index == 0 {
                merged = placed
                continue
            }
            for (key, value) in placed {
                if let list = value as? [Any] { merged[key] = (merged[key] as? [Any] ?? []) + list }
            }
            if merged["publication"] == nil { merged["publication"] = placed["publication"] }
        }
        merged["references"] = merge.references
        merged["source"] = sources
        var whole = Self.record(of: merged)
        whole?.coverage = records.map(\.coverage).reduce(Coverage(), +)
        record = whole
    }

    private static func tree(of record: Record) -> [String: Any]? {
        guard let bytes = try? JSONEncoder().encode(record) else { return nil }
        return PlainJSON.value(of: bytes) as? [String: Any]
    }

    private static func record(of tree: [String: Any]) -> Record? {
        guard let bytes = PlainJSON.bytes(of: tree) else { return nil }
        return try? JSONDecoder().decode(Record.self, from: Data(bytes))
    }
}

/// The ids that were given so far, and the documents cited.
private struct Merge {
    private(set) var references: [[String: Any]] = []
    /// How many ids of a kind (`task`) there are.
    private var counts: [String: Int] = [:]
    /// The place among the references of what is cited so.
    private var cited: [String: Int] = [:]
    private var names: [String: String] = [:]
    private var record: Record?
    private var source = 0
    private var tasks = 0

    mutating func add(_ tree: [String: Any], of record: Record, source: Int) -> [String: Any] {
        self.record = record
        self.source = source
        names = [:]
        name(tree)
        let before = references.count
        for reference in tree["references"] as? [[String: Any]] ?? [] { nameReference(reference) }
        var placed = place(tree) as? [String: Any] ?? [:]
        for (own, reference) in zip(record.references, placed["references"] as? [[String: Any]] ?? []) {
            add(reference, Self.key(of: own), isNew: before)
        }
        placed["references"] = nil
        placed["tasks"] = (placed["tasks"] as? [[String: Any]] ?? []).map { task in
            var task = task
            tasks += 1
            task["sequence"] = tasks
            return task
        }
        return placed
    }

    /// Gives every id of a record its own in the whole; those of references come by what is cited.
    private mutating func name(_ value: Any) {
        if let object = value as? [String: Any] {
            // In the order of the numbers that the record has given.
            if let id = object["id"] as? String, let kind = Self.kind(of: id), kind != "reference", names[id] == nil {
                counts[kind, default: 0] += 1
                names[id] = "\(kind)-\(counts[kind] ?? 0)"
            }
            for key in object.keys.sorted() { if let inner = object[key] { name(inner) } }
        } else if let list = value as? [Any] {
            for inner in list { name(inner) }
        }
    }

    private mutating func nameReference(_ tree: [String: Any]) {
        guard let id = tree["id"] as? String, let own = record?.references.first(where: { $0.id == id }) else { return }
        let key = Self.key(of: own)
        let place = cited[key] ?? cited.count
        cited[key] = place
        names[id] = "reference-\(place + 1)"
    }

    private mutating func add(_ reference: [String: Any], _ key: String, isNew before: Int) {
        guard let place = cited[key] else { return }
        guard place < references.count else {
            references.append(reference)
            return
        }
        for list in ["mentions", "relations"] {
            references[place][list] =
                (references[place][list] as? [Any] ?? []) + (reference[list] as? [Any] ?? [])
        }
    }

    /// What tells documents apart: kind, number and day; without a number the words.
    private static func key(of reference: Reference) -> String {
        let day = reference.date.map { "\($0)" } ?? reference.year.map { "\($0)" } ?? ""
        let name = reference.number.map(Dossier.key) ?? (reference.title ?? reference.text).lowercased()
        return [reference.type.lowercased(), name, day].joined(separator: "|")
    }

    /// The kind of an id: `part` of `part-3`; nil for what is none.
    private static func kind(of id: String) -> String? {
        guard let dash = id.lastIndex(of: "-"), dash != id.startIndex, Int(id[id.index(after: dash)...]) != nil else {
            return nil
        }
        let kind = String(id[..<dash])
        return kinds.contains(kind) ? kind : nil
    }

    private static let kinds: Set = ["part", "section", "table", "task", "target", "score", "reference"]

    /// A value with its ids and places as they are in the whole.
    private func place(_ value: Any) -> Any {
        if let text = value as? String { return names[text] ?? text }
        if let list = value as? [Any] { return list.map(place) }
        guard var object = value as? [String: Any] else { return value }
        for (key, inner) in object { object[key] = place(inner) }
        guard let start = object["start"] as? Int, let end = object["end"] as? Int, object["line"] is Int else {
            return object
        }
        object["source"] = source
        if object["path"] == nil { object["path"] = record?.paths?.path(at: start) }
        if object["page"] == nil, let spot = record?.pages?.spot(of: start..<max(start, end)) {
            object["page"] = spot.page
            object["box"] = spot.box
        }
        return object
    }
}

extension Coverage {
    static func + (left: Coverage, right: Coverage) -> Coverage {
        var sum = left
        sum.characters += right.characters
        sum.recorded += right.recorded
        sum.furniture += right.furniture
        sum.unaccounted += right.unaccounted
        return sum
    }
}
