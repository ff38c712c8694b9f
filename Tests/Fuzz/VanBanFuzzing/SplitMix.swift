/// Random numbers that are the same on every run and machine (SplitMix64).
public struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 where there is none.
    mutating func below(_ bound: Int) -> Int { bound > 1 ? Int.random(in: 0..<bound, using: &self) : 0 }

    /// Whether one of so many times.
    mutating func once(in times: Int) -> Bool { below(times) == 0 }

    mutating func one<Element>(of choices: [Element], else other: Element) -> Element {
        choices.randomElement(using: &self) ?? other
    }

    /// A range within `0..<count` of at most `longest`, not empty unless `count` is 0.
    mutating func stretch(of count: Int, longest: Int) -> Range<Int> {
        guard count > 0 else { return 0..<0 }
        let start = below(count)
        return start..<min(count, start + 1 + below(max(1, longest)))
    }
}
