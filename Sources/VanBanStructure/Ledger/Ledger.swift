import VanBanModel
import VanBanReading

/// Who owns which stretch of a document: a field of a record, furniture, or nobody.
///
/// Every character belongs to exactly one owner. ``overlaps`` and ``unclaimed`` are empty on a correct reading.
package struct Ledger: Sendable {
    package enum Furniture: String, Sendable, Hashable, CaseIterable {
        case ruler, pageNumber, repeatedHeader, runningHead, columnNumbers, site, markup
        /// The signs that draw a table: `|`, `+---+`, `┌──┐`.
        case tableRule
        /// A table of contents, whose headings stand in the text.
        case contents
    }

    package enum SectionField: String, Sendable, Hashable, CaseIterable {
        case label, heading, text
    }

    /// A field of a record, named by the record's id and the field's name, or a piece of furniture.
    package enum Owner: Sendable, Hashable {
        // A table has a claim for every cell, so that owners are kept small.
        indirect case part(Int, String)
        case section(Int, SectionField)
        case table(Int32, row: Int32, column: Int32)
        case tableHeader(Int32, column: Int32)
        /// A cell of a task row; nil stands for the columns without a role.
        case task(Int, ColumnRole?)
        /// What the web site says of the document.
        indirect case publication(String)
        case furniture(Furniture)

        /// `part-1.title`, `section-12.text`, `table-1.rows[3][2]`, `task-7.deadline`, `furniture:ruler`.
        package var description: String {
            switch self {
            case .part(let number, let field): return "part-\(number).\(field)"
            case .section(let number, let field): return "section-\(number).\(field.rawValue)"
            case .table(let number, let row, let column): return "table-\(number).rows[\(row)][\(column)]"
            case .tableHeader(let number, let column):
                return column < 0 ? "table-\(number).spanningHeaders" : "table-\(number).columns[\(column)].header"
            case .task(let number, let role): return "task-\(number).\(role?.rawValue ?? "otherCells")"
            case .publication(let field): return "publication.\(field)"
            case .furniture(let kind): return "furniture:\(kind.rawValue)"
            }
        }
    }

    package struct Claim: Sendable, Hashable {
        // Large tables have hundreds of thousands of claims; texts end far below 4 GiB.
        private var start: UInt32
        private var end: UInt32
        package var owner: Owner

        init(range: Range<Int>, owner: Owner) {
            start = UInt32(clamping: range.lowerBound)
            end = UInt32(clamping: range.upperBound)
            self.owner = owner
        }

        /// Bytes of the normalized text.
        package var range: Range<Int> { Int(start)..<Int(end) }
    }

    package private(set) var claims: [Claim] = []

    mutating func claim(_ range: Range<Int>, for owner: Owner) {
        if !range.isEmpty { claims.append(Claim(range: range, owner: owner)) }
    }

    mutating func claim(_ stretch: Stretch, for owner: Owner) {
        claim(stretch.first, for: owner)
        for range in stretch.more { claim(range, for: owner) }
    }

    mutating func claim(_ others: [Claim]) {
        if claims.isEmpty { claims = others } else { claims += others }
    }

    /// Makes room for so many claims more, so that they are not moved over and over.
    mutating func reserve(_ number: Int) {
        let wanted = claims.count + number
        // Of many small tables each would have all moved that is there.
        if wanted > claims.capacity { claims.reserveCapacity(max(wanted, 2 * claims.count)) }
    }

    /// Puts the claims into reading order.
    mutating func sort() {
        var isSorted = true
        for index in claims.indices.dropFirst()
        where claims[index].range.lowerBound < claims[index - 1].range.lowerBound {
            isSorted = false
            break
        }
        if !isSorted {
            claims.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        }
        leaveSigns()
    }

    /// A sign that was taken away as a table's and that a field holds after all is the field's.
    private mutating func leaveSigns() {
        var end = 0
        claims.removeAll { claim in
            defer { end = max(end, claim.range.upperBound) }
            return claim.range.count == 1 && claim.range.upperBound <= end && claim.owner == .furniture(.tableRule)
        }
    }

    /// Stretches that nobody claims and that hold more than white space. Call ``sort()`` before.
    func unclaimed(in text: SourceText) -> [Range<Int>] {
        var gaps: [Range<Int>] = []
        var covered = 0
        for claim in claims {
            if claim.range.lowerBound > covered {
                let gap = text.trimmed(covered..<claim.range.lowerBound)
                if !gap.isEmpty { gaps.append(gap) }
            }
            covered = max(covered, claim.range.upperBound)
        }
        if covered < text.bytes.count {
            let gap = text.trimmed(covered..<text.bytes.count)
            if !gap.isEmpty { gaps.append(gap) }
        }
        return gaps
    }

    /// Pairs of claims on the same bytes. Call ``sort()`` before.
    package func overlaps(in text: SourceText) -> [(first: Claim, second: Claim)] {
        var found: [(first: Claim, second: Claim)] = []
        var last: Claim?
        for claim in claims {
            if let last, claim.range.lowerBound < last.range.upperBound,
                !text.trimmed(claim.range.lowerBound..<min(last.range.upperBound, claim.range.upperBound)).isEmpty
            {
                found.append((last, claim))
            }
            if claim.range.upperBound > (last?.range.upperBound ?? -1) { last = claim }
        }
        return found
    }

    /// The count of characters by owner. Call ``sort()`` before.
    func coverage(of text: SourceText) -> Coverage {
        var coverage = Coverage()
        var covered = 0
        for claim in claims {
            if claim.range.lowerBound > covered {
                coverage.unaccounted += text.characterCount(in: covered..<claim.range.lowerBound)
            }
            let fresh = max(covered, claim.range.lowerBound)..<max(covered, claim.range.upperBound)
            let count = text.characterCount(in: fresh)
            if case .furniture = claim.owner { coverage.furniture += count } else { coverage.recorded += count }
            covered = max(covered, claim.range.upperBound)
        }
        coverage.unaccounted += text.characterCount(in: covered..<text.bytes.count)
        for omission in text.omissions { coverage.furniture += omission.characters }
        coverage.characters = coverage.recorded + coverage.furniture + coverage.unaccounted
        return coverage
    }
}
