import VanBanModel

/// The documents before a part, by the numbers that they bear or are said to belong to.
struct HeldDocuments {
    /// Whether nothing at all stands before the part.
    private(set) var isFirst = true
    private(set) var isEmpty = true
    /// Number and date of each, and where it stands, as a message names them.
    private(set) var names: [String] = []
    private(set) var places: [Location] = []
    private var dates: [String: Set<CalendarDate?>] = [:]

    /// More than a message can name.
    private static let limit = 100

    mutating func add(_ part: Part) {
        isFirst = false
        guard part.kind != .appendix, let number = part.number ?? part.attachedTo?.number else { return }
        isEmpty = false
        let date = part.issuedOn ?? part.attachedTo?.date
        guard dates[number, default: []].insert(date).inserted, names.count < Self.limit else { return }
        names.append(date.map { "\(number) (\($0))" } ?? number)
        places.append(part.location)
    }

    /// Whether one of them bears a number, and no other date.
    func contains(_ number: String, _ date: CalendarDate?) -> Bool {
        guard let known = dates[number] else { return false }
        return date == nil || known.contains(nil) || known.contains(date)
    }
}
