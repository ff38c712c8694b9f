import VanBanReading

/// How much longer a text takes that holds twelve times as much; with work that grows with the square, 144 times.
func growth(of text: (Int) -> String, in read: (Stretch, SourceText) -> Void) -> Double {
    func duration(_ count: Int) -> Double {
        let source = SourceText.literal(text(count))
        let time = ContinuousClock().measure { read(Stretch(0..<source.bytes.count), source) }
        return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }
    _ = duration(10)
    let short = duration(250)
    return min(duration(3_000), duration(3_000)) / short
}

/// Between the twelve of growth with the length and the 144 of growth with its square.
let steepestGrowth = 40.0
