/// Numbers as people write them: plain decimals, no exponent within the sizes that occur in documents.
enum DecimalNotation {
    /// Exponents beyond this (in powers of ten) stay exponents, else a number would be hundreds of zeros.
    private static let widestExponent = 20

    /// The shortest decimal form that reads back as the same number (`4.8918`, `0.029`, `5`); nil for infinities and NaN.
    static func text(of number: Double) -> String? {
        guard number.isFinite else { return nil }
        if number == 0 { return "0" }
        // The standard library's form is the shortest that round-trips: `5.0`, `1e-05`, `1.5e+17`.
        let shortest = number.description
        let pieces = shortest.split(separator: "e", maxSplits: 1)
        guard pieces.count == 2, let exponent = Int(pieces[1]) else { return withoutEmptyFraction(shortest) }
        guard abs(exponent) <= widestExponent else { return shortest }
        return expanded(pieces[0], by: exponent)
    }

    /// The number of a mantissa (`-1.5`) times ten to a power, in plain digits.
    private static func expanded(_ mantissa: Substring, by exponent: Int) -> String {
        let sign = mantissa.hasPrefix("-") ? "-" : ""
        let parts = mantissa.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
        let digits = String(parts.first ?? "") + fraction
        let point = digits.count - fraction.count + exponent
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }

    private static func withoutEmptyFraction(_ text: String) -> String {
        text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
