/// Lists of words in one data file: a line holds the class of a list, a phrase, and the value that the list pairs with it.
///
/// The rows of a class stand together. Where they stand is found in one pass when the first list is asked for; a row is
/// made text with its list.
package struct LexiconTable: Sendable {
    /// The classes in the order of the file.
    package let classes: [String]
    private let bytes: [UInt8]
    private let rows: [String: Range<Int>]

    package init(_ bytes: [UInt8]) {
        var classes: [String] = []
        var rows: [String: Range<Int>] = [:]
        bytes.withUnsafeBufferPointer { bytes in
            var offset = Self.endOfLine(0, in: bytes)
            var name = offset..<offset
            var start = offset
            func close() {
                guard !name.isEmpty else { return }
                let text = String(decoding: bytes[name], as: UTF8.self)
                classes.append(text)
                rows[text] = start..<offset
            }
            while offset < bytes.count {
                if !Self.isClass(name, at: offset, in: bytes) {
                    close()
                    start = offset
                    name = offset..<Self.endOfCell(offset, in: bytes)
                }
                offset = Self.endOfLine(offset, in: bytes)
            }
            close()
        }
        self.bytes = bytes
        self.classes = classes
        self.rows = rows
    }

    /// The rows of a class in the order of the file; a value is empty where the list pairs none with the phrase.
    package func pairs(_ name: String) -> [(String, String)] {
        guard let range = rows[name] else { return [] }
        return bytes.withUnsafeBufferPointer { bytes in
            var found: [(String, String)] = []
            var offset = range.lowerBound
            while offset < range.upperBound {
                offset += name.utf8.count + 1
                let phrase = Self.text(at: &offset, in: bytes)
                let value = Self.text(at: &offset, in: bytes)
                found.append((phrase, value))
            }
            return found
        }
    }

    /// The phrases of a class in the order of the file.
    package func strings(_ name: String) -> [String] { pairs(name).map(\.0) }

    private static func isClass(_ name: Range<Int>, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let end = offset + name.count
        guard !name.isEmpty, end < bytes.count, bytes[end] == 0x2C else { return false }
        for position in 0..<name.count where bytes[name.lowerBound + position] != bytes[offset + position] {
            return false
        }
        return true
    }

    private static func endOfLine(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = offset
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return min(end + 1, bytes.count)
    }

    private static func endOfCell(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = offset
        while end < bytes.count, bytes[end] != 0x2C, bytes[end] != 0x0A { end += 1 }
        return end
    }

    /// The cell at an offset, quoted as in RFC 4180 where it holds a comma or ends with a space; the offset is put behind
    /// the sign that ends it.
    private static func text(at offset: inout Int, in bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard offset < bytes.count, bytes[offset] == 0x22 else {
            let cell = offset..<endOfCell(offset, in: bytes)
            offset = cell.upperBound + 1
            return String(decoding: bytes[cell], as: UTF8.self)
        }
        var text: [UInt8] = []
        offset += 1
        while offset < bytes.count {
            if bytes[offset] == 0x22 {
                offset += 1
                // A doubled quotation mark is one.
                guard offset < bytes.count, bytes[offset] == 0x22 else { break }
            }
            text.append(bytes[offset])
            offset += 1
        }
        offset += 1
        return String(decoding: text, as: UTF8.self)
    }

    /// What is wrong in a file of lists, told in English: classes that are not those that somebody reads, in their order;
    /// rows that are lost or empty; phrases that stand twice in a list.
    /// - Parameters:
    ///   - names: the classes that somebody reads.
    ///   - lines: the rows that the file has.
    package func faults(of names: [String], lines: Int) -> [String] {
        var found: [String] = []
        if classes != names { found.append("the classes are not those that are read, in their order") }
        let lists = classes.map { pairs($0) }
        if lists.map(\.count).reduce(0, +) != lines { found.append("a line is no row of its class") }
        for (name, list) in zip(classes, lists) {
            if list.contains(where: { $0.0.isEmpty }) { found.append("\(name) has an empty phrase") }
            if Set(list.map(\.0)).count != list.count { found.append("\(name) has a phrase twice") }
        }
        return found
    }
}
