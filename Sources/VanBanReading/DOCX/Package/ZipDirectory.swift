/// The list of entries at the end of a ZIP archive, made anew where it was cut off.
///
/// Each entry begins with a header of its own (APPNOTE.TXT 4.3.7). The sizes stand in it, or, where the writer did not
/// know them yet, behind the entry (4.3.9); of the entry that the cut went through all that is there is taken.
enum ZipDirectory {
    private static let entryHead: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    private static let descriptorHead: [UInt8] = [0x50, 0x4B, 0x07, 0x08]
    private static let listHead: [UInt8] = [0x50, 0x4B, 0x01, 0x02]

    /// The archive up to its last entry, with a new list; nil where no entry is found.
    static func rebuilt(from file: [UInt8], limit: Int) -> [UInt8]? {
        var list: [UInt8] = []
        var count = 0
        var offset = find(entryHead, in: file, from: 0) ?? file.count
        var end = 0
        while offset + 30 <= file.count, file[offset..<(offset + 4)].elementsEqual(entryHead), count < limit {
            guard let entry = Entry(at: offset, in: file) else { break }
            list += entry.listing(file)
            count += 1
            end = entry.data.upperBound
            guard let next = find(entryHead, in: file, from: end) else { break }
            offset = next
        }
        guard count > 0 else { return nil }
        var result = Array(file[..<end])
        let start = result.count
        result += list
        result += [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
        result += little(count, 2) + little(count, 2) + little(list.count, 4) + little(start, 4) + [0, 0]
        return result
    }

    private struct Entry {
        var offset: Int
        var flags: Int
        var name: Range<Int>
        var data: Range<Int>
        var checksum: Int
        var size: Int

        init?(at offset: Int, in file: [UInt8]) {
            self.offset = offset
            flags = number(offset + 6, 2, file)
            checksum = number(offset + 14, 4, file)
            let packed = number(offset + 18, 4, file)
            size = number(offset + 22, 4, file)
            let nameEnd = offset + 30 + number(offset + 26, 2, file)
            let start = nameEnd + number(offset + 28, 2, file)
            guard start <= file.count else { return nil }
            name = (offset + 30)..<nameEnd
            data = start..<min(file.count, start + packed)
            guard flags & 8 != 0 else { return }
            // The sizes stand behind the data, right before what comes next.
            let next = find(entryHead, in: file, from: start) ?? find(listHead, in: file, from: start) ?? file.count
            let descriptor = next - 16
            if descriptor >= start, file[descriptor..<(descriptor + 4)].elementsEqual(descriptorHead),
                number(descriptor + 8, 4, file) == descriptor - start
            {
                data = start..<descriptor
                checksum = number(descriptor + 4, 4, file)
                size = number(descriptor + 12, 4, file)
            } else {
                data = start..<next
            }
        }

        /// The entry in the list (4.3.12).
        func listing(_ file: [UInt8]) -> [UInt8] {
            var bytes: [UInt8] = [0x50, 0x4B, 0x01, 0x02, 20, 0, 20, 0]
            bytes += little(flags & ~8, 2) + file[(offset + 8)..<(offset + 14)] + little(checksum, 4)
            bytes += little(data.count, 4) + little(size, 4) + little(name.count, 2)
            bytes += [UInt8](repeating: 0, count: 12) + little(offset, 4) + file[name]
            return bytes
        }
    }

    private static func number(_ offset: Int, _ length: Int, _ file: [UInt8]) -> Int {
        (0..<length).reduce(0) { $0 | Int(file[offset + $1]) << (8 * $1) }
    }

    private static func little(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func find(_ sign: [UInt8], in file: [UInt8], from start: Int) -> Int? {
        guard file.count >= sign.count else { return nil }
        return file.withUnsafeBufferPointer { file in
            var offset = start
            while offset + sign.count <= file.count {
                if file[offset] == sign[0], file[offset + 1] == sign[1], file[offset + 2] == sign[2],
                    file[offset + 3] == sign[3]
                {
                    return offset
                }
                offset += 1
            }
            return nil
        }
    }
}
