/// Numbers the keys of words (``WordKey``) in the order in which they come: a table of open addressing, as every word of a
/// text is looked up, and the hash of Swift's dictionaries takes longer than all the rest of that.
struct KeyNumbers: Sendable {
    private var keys: [String] = []
    /// Number + 1 of a key; 0 where there is none. Their count is a power of 2.
    private var slots: [UInt32] = [0, 0]

    var count: Int { keys.count }

    /// Sets memory aside for about so many keys.
    mutating func reserve(_ count: Int) {
        keys.reserveCapacity(count)
        if slots.count < count * 2 { rehash(count * 2) }
    }

    /// The number of a key; nil where there is none.
    func number(of key: String) -> UInt32? {
        let found = slots[slot(of: key)]
        return found == 0 ? nil : found - 1
    }

    /// The number of a key, which is put in if it is new.
    mutating func insert(_ key: String) -> UInt32 {
        let slot = slot(of: key)
        if slots[slot] != 0 { return slots[slot] - 1 }
        keys.append(key)
        slots[slot] = UInt32(truncatingIfNeeded: keys.count)
        if keys.count * 2 > slots.count { rehash(keys.count * 4) }
        return UInt32(truncatingIfNeeded: keys.count - 1)
    }

    /// The slot that a key has, or would have.
    private func slot(of key: String) -> Int {
        var slot = Self.hash(key) & (slots.count - 1)
        while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func rehash(_ least: Int) {
        var size = slots.count
        while size < least { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for (number, key) in keys.enumerated() { slots[slot(of: key)] = UInt32(truncatingIfNeeded: number + 1) }
    }

    /// FNV-1a.
    private static func hash(_ key: String) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
    }
}

/// Where steps lead to, by numbers that are never ``none``: a table of open addressing.
struct StepTable: Sendable {
    private static let none = UInt64.max
    private var steps: [UInt64] = [none, none]
    private var ends: [UInt32] = [0, 0]
    private var count = 0

    /// Sets memory aside for about so many steps.
    mutating func reserve(_ count: Int) {
        if steps.count < count * 2 { rehash(count * 2) }
    }

    subscript(_ step: UInt64) -> UInt32? {
        let slot = slot(of: step)
        return steps[slot] == step ? ends[slot] : nil
    }

    /// Puts a step in that is not there.
    mutating func insert(_ step: UInt64, _ end: UInt32) {
        let slot = slot(of: step)
        steps[slot] = step
        ends[slot] = end
        count += 1
        if count * 2 > steps.count { rehash(count * 4) }
    }

    private func slot(of step: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (step &* 0x9E37_79B9_7F4A_7C15) >> 32) & (steps.count - 1)
        while steps[slot] != step, steps[slot] != Self.none { slot = (slot + 1) & (steps.count - 1) }
        return slot
    }

    private mutating func rehash(_ least: Int) {
        var size = steps.count
        while size < least { size *= 2 }
        let before = zip(steps, ends)
        steps = Array(repeating: Self.none, count: size)
        ends = Array(repeating: 0, count: size)
        for (step, end) in before where step != Self.none {
            let slot = slot(of: step)
            steps[slot] = step
            ends[slot] = end
        }
    }
}
