/// Finds of many things in a row those that may hold a place, without going through all of them: time and again the whole
/// of a long table would be looked at for each of its own rows.
struct PlaceIndex: Sendable {
    /// The things by where they begin.
    private var order: [(start: Int, thing: Int)] = []
    /// Of each of these and all before it, how far they reach.
    private var reach: [Int] = []
    private let ends: [Int]

    /// - Parameter things: for each the stretches that it takes up.
    init(_ things: [[Range<Int>]]) {
        ends = things.map { $0.reduce(Int.min) { max($0, $1.upperBound) } }
        for (thing, stretches) in things.enumerated() {
            if let start = stretches.map(\.lowerBound).min() { order.append((start, thing)) }
        }
        order.sort { ($0.start, $0.thing) < ($1.start, $1.thing) }
        reach.reserveCapacity(order.count)
        for entry in order { reach.append(max(reach.last ?? Int.min, ends[entry.thing])) }
    }

    /// The things between whose beginning and end a place stands, in their own order.
    func candidates(at place: Int) -> [Int] {
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) / 2
            if order[middle].start <= place { low = middle + 1 } else { high = middle }
        }
        var found: [Int] = []
        while low > 0, reach[low - 1] > place {
            low -= 1
            if ends[order[low].thing] > place { found.append(order[low].thing) }
        }
        return found.sorted()
    }
}
