import VanBanModel
import VanBanSQLite

/// What tells documents of nearly the same text: MinHash over runs of five words (Broder, "On the resemblance and
/// containment of documents", 1997), banded so that alike ones are found without comparing all with all.
struct DocumentFingerprint: Sendable {
    static let length = 64
    private static let rowsPerBand = 4
    private static let run = 5

    private let minima: [UInt32]

    init(_ record: VanBanModel.Record) {
        var words: [UInt64] = []
        for text in Self.texts(of: record) { Self.append(FoldedText.of(text), to: &words) }
        minima = Self.minima(of: words)
    }

    static func remove(_ document: Int64, from database: Database) throws {
        for table in ["fingerprintBands", "fingerprints"] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE documentId = ?").execute(arguments: [document]
            )
        }
    }

    func insert(_ document: Int64, into database: Database) throws {
        guard !minima.isEmpty else { return }
        var blob: [UInt8] = []
        for minimum in minima { withUnsafeBytes(of: minimum.littleEndian) { blob.append(contentsOf: $0) } }
        try database.cachedStatement(sql: "INSERT INTO fingerprints (documentId, minima) VALUES (?, ?)")
            .execute(arguments: [document, blob])
        let statement = try database.cachedStatement(
            sql: "INSERT INTO fingerprintBands (band, hash, documentId) VALUES (?, ?, ?)")
        for band in 0..<(Self.length / Self.rowsPerBand) {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for minimum in minima[(band * Self.rowsPerBand)..<((band + 1) * Self.rowsPerBand)] {
                hash = Self.mixed(hash ^ UInt64(minimum))
            }
            try statement.execute(arguments: [band, Int64(bitPattern: hash >> 2), document])
        }
    }

    /// The share of runs of words that two documents have in common, estimated from their minima as stored.
    static func likeness(_ left: [UInt8], _ right: [UInt8]) -> Double {
        guard left.count == right.count, left.count == 4 * length else { return 0 }
        var same = 0
        for index in 0..<length where left[(4 * index)..<(4 * index + 4)] == right[(4 * index)..<(4 * index + 4)] {
            same += 1
        }
        return Double(same) / Double(length)
    }

    /// All that the record has of running text and tables.
    private static func texts(of record: VanBanModel.Record) -> [String] {
        var texts: [String] = []
        for part in record.parts {
            texts += [part.number, part.title].compactMap { $0 } + part.legalBases.map(\.text)
            var waiting = Array(part.sections.reversed())
            while let section = waiting.popLast() {
                texts += [section.heading, section.text].compactMap { $0 }
                waiting += section.children.reversed()
            }
            for table in part.tables { for row in table.rows { texts += row.map(\.text) } }
        }
        return texts
    }

    /// The hash of every word, case and punctuation aside.
    private static func append(_ text: String, to words: inout [UInt64]) {
        var hash: UInt64 = 0
        for byte in text.utf8 {
            var letter = byte
            if letter >= 0x41, letter <= 0x5A { letter |= 0x20 }
            let isLetter = letter >= 0x61 && letter <= 0x7A || letter >= 0x30 && letter <= 0x39 || letter >= 0x80
            if isLetter {
                hash = (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01b3 &+ 1
            } else if hash != 0 {
                words.append(hash)
                hash = 0
            }
        }
        if hash != 0 { words.append(hash) }
    }

    private static func minima(of words: [UInt64]) -> [UInt32] {
        guard !words.isEmpty else { return [] }
        var minima = [UInt32](repeating: .max, count: length)
        for start in 0...max(0, words.count - run) {
            var shingle: UInt64 = 0x9E37_79B9_7F4A_7C15
            for word in words[start..<min(words.count, start + run)] { shingle = mixed(shingle ^ word) }
            // One mixed number gives all permutations: multiplied by odd numbers, the high half taken.
            for index in 0..<length {
                let permuted = (shingle &* (0x9E37_79B9_7F4A_7C15 &+ UInt64(index) &* 0xD6E8_FEB8_6659_FD92 | 1)) >> 32
                if permuted < UInt64(minima[index]) { minima[index] = UInt32(permuted) }
            }
        }
        return minima
    }

    /// SplitMix64's finalizer.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
