/// A letter that Outlook saved ([MS-OXMSG]) as what is in it: its own text, and everything that is attached. What is attached
/// to a letter that is attached stands in a folder of that letter's name.
final class OutlookContainer: DocumentContainer {
    private(set) var files: [ContainedFile] = []
    private let streams: CompoundStreams
    private var places: [(stream: Int, isWide: Bool)] = []

    /// Letters within letters.
    private static let deepest = 8

    /// - Returns: nil for what is no letter.
    init?(_ file: [UInt8]) {
        guard CompoundFile.kind(of: file).name == ForeignFile.outlook.name, let streams = CompoundStreams(file) else {
            return nil
        }
        self.streams = streams
        take(letter: 0, folder: "", depth: 1)
    }

    private func take(letter: Int, folder: String, depth: Int) {
        let places = streams.children(of: letter)
        let children = named(places)
        // The text as it was written, as a page, or packed as RTF.
        if let text = children["__substg1.0_1000001F"] {
            add(text, folder + "message.txt", isWide: true)
        } else if let text = children["__substg1.0_1000001E"] {
            add(text, folder + "message.txt")
        } else if let page = children["__substg1.0_10130102"] {
            add(page, folder + "message.html")
        } else if let packed = children["__substg1.0_10090102"] {
            add(packed, folder + "message.rtf")
        }
        for place in places where streams.nodes[place].name.hasPrefix("__attach_version1.0_#") {
            take(attachment: place, folder, depth)
        }
    }

    private func take(attachment: Int, _ folder: String, _ depth: Int) {
        let children = named(streams.children(of: attachment))
        let title =
            ["3707", "3704", "3001"].lazy.compactMap { self.text($0, children) }.first { !$0.isEmpty }
            ?? "attachment-\(files.count + 1)"
        if let content = children["__substg1.0_37010102"] {
            add(content, folder + title)
        } else if let letter = children["__substg1.0_3701000D"] {
            if depth < Self.deepest {
                take(letter: letter, folder: folder + title + "/", depth: depth + 1)
            } else {
                add(letter, folder + title)
            }
        } else {
            // Only named, as a file that lies elsewhere.
            add(attachment, folder + title)
        }
    }

    private func named(_ places: [Int]) -> [String: Int] {
        Dictionary(places.map { (streams.nodes[$0].name, $0) }) { first, _ in first }
    }

    /// A property that is a text, in UTF-16 or in bytes.
    private func text(_ property: String, _ children: [String: Int]) -> String? {
        if let wide = children["__substg1.0_" + property + "001F"] {
            return String(decoding: Self.narrow(streams.bytes(of: wide)), as: UTF8.self)
        }
        return children["__substg1.0_" + property + "001E"].map { FileName(bytes: streams.bytes(of: $0)).text }
    }

    private static func narrow(_ bytes: [UInt8]) -> [UInt8] {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        return Array(String(decoding: units, as: UTF16.self).utf8).filter { $0 != 0 }
    }

    private func add(_ stream: Int, _ name: String, isWide: Bool = false) {
        places.append((stream, isWide))
        let size = streams.nodes[stream].isStorage ? 0 : streams.nodes[stream].size
        files.append(ContainedFile(name: FileName(name), packed: size, unpacked: size))
    }

    func head(of index: Int, count: Int) -> [UInt8] { Array(((try? bytes(of: index)) ?? []).prefix(count)) }

    func bytes(of index: Int) throws(DocumentArchive.Failure) -> [UInt8] {
        let (stream, isWide) = places[index]
        guard !streams.nodes[stream].isStorage else { throw .damaged }
        let bytes = streams.bytes(of: stream)
        guard bytes.count == streams.nodes[stream].size else { throw .damaged }
        return isWide ? Self.narrow(bytes) : bytes
    }
}
