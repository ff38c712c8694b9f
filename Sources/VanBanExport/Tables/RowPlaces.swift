import VanBanModel

/// Finds the rows of a table that a place of the source lies in.
///
/// Rows follow one another in the source; only those that were joined across a page break reach over others.
struct RowPlaces {
    private struct Entry {
        var place: Location
        var row: Int
        /// The furthest end of this row and of all before it.
        var reach: Int
    }
    private var entries: [Entry] = []

    init(_ rows: [TableSheet.Row]) {
        for (index, row) in rows.enumerated() {
            if let place = row.place { entries.append(Entry(place: place, row: index, reach: place.end)) }
        }
        entries.sort { ($0.place.start, $0.row) < ($1.place.start, $1.row) }
        for index in entries.indices.dropFirst() {
            entries[index].reach = max(entries[index].reach, entries[index - 1].reach)
        }
    }

    /// The row around a place, the shortest where there are several; else the only one that the place meets.
    func row(of place: Location) -> Int? {
        let meeting = meeting(place)
        let around = meeting.filter { $0.place.contains(place) }
        if let shortest = around.min(by: { $0.place.end - $0.place.start < $1.place.end - $1.place.start }) {
            return shortest.row
        }
        return meeting.count == 1 ? meeting.first?.row : nil
    }

    private func meeting(_ place: Location) -> [Entry] {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].place.start < max(place.end, place.start + 1) { low = middle + 1 } else { high = middle }
        }
        var meeting: [Entry] = []
        while low > 0, entries[low - 1].reach > place.start {
            low -= 1
            if entries[low].place.end > place.start { meeting.append(entries[low]) }
        }
        return meeting
    }
}
