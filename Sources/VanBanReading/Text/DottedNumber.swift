/// A number as rows, articles and outlines count by: `7`, `1.2`, `1.2.`.
package struct DottedNumber: Hashable, Sendable {
    /// `1.2` as 1, 2; at least one.
    package let values: [Int]

    /// - Parameter text: digits and dots, nothing else; the last dot says nothing.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".")
        let values = parts.compactMap { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        guard !values.isEmpty, values.count == parts.count else { return nil }
        self.values = values
    }

    /// Whether it is the next of a row: one more at some level, or the first of a level below.
    package func follows(_ last: DottedNumber) -> Bool {
        if values == last.values + [1] { return true }
        guard values.count <= last.values.count else { return false }
        let parents = values.count - 1
        return values[..<parents] == last.values[..<parents] && values[parents] == last.values[parents] + 1
    }
}
