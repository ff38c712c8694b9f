import VanBanModel

/// Links deadlines that another document lays down, or that hang on one, with the document cited.
struct DeadlineReferences {
    private let references: [Reference]

    init(_ references: [Reference]) {
        self.references = references
    }

    /// Puts in the id of the one document that a statement's words cite; none where they cite more than one.
    func link(_ tasks: inout [Task]) {
        var mentions: [(start: Int, end: Int, id: String)]?
        for task in tasks.indices {
            for index in tasks[task].deadlines.indices {
                let deadline = tasks[task].deadlines[index]
                guard deadline.kind == .asRegulated || deadline.kind == .relative, let place = deadline.location else {
                    continue
                }
                let known = mentions ?? sorted
                mentions = known
                // Most cite nothing, and go on sharing what equal cells say.
                guard let id = Self.only(known, from: place.start, to: place.end) else { continue }
                tasks[task].deadlines[index].reference = id
            }
        }
    }

    private var sorted: [(start: Int, end: Int, id: String)] {
        references.flatMap { reference in reference.mentions.map { ($0.start, $0.end, reference.id) } }
            .sorted { $0.0 < $1.0 }
    }

    private static func only(_ mentions: [(start: Int, end: Int, id: String)], from start: Int, to end: Int) -> String?
    {
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].start < start { low = middle + 1 } else { high = middle }
        }
        var found: String?
        while low < mentions.count, mentions[low].start < end {
            if mentions[low].end <= end {
                if let found, found != mentions[low].id { return nil }
                found = mentions[low].id
            }
            low += 1
        }
        return found
    }
}
