/// Writes compound files ([MS-CFB]) of version 3: what Outlook saves letters in.
struct CompoundMaker {
    indirect enum Item {
        case stream(String, [UInt8])
        case storage(String, [Item])
    }

    private struct Node {
        var name: String
        var kind: UInt8
        var content: [UInt8] = []
        var child = 0xFFFF_FFFF
        var next = 0xFFFF_FFFF
    }

    private var nodes: [Node] = []

    /// The file of a root that holds these.
    static func file(_ items: [Item]) -> [UInt8] {
        var maker = CompoundMaker()
        maker.nodes.append(Node(name: "Root Entry", kind: 5))
        maker.add(items, below: 0)
        return maker.bytes
    }

    /// Siblings hang on each other's right side.
    private mutating func add(_ items: [Item], below parent: Int) {
        var last: Int?
        for item in items {
            let place = nodes.count
            switch item {
            case .stream(let name, let content): nodes.append(Node(name: name, kind: 2, content: content))
            case .storage(let name, _): nodes.append(Node(name: name, kind: 1))
            }
            if let last { nodes[last].next = place } else { nodes[parent].child = place }
            last = place
            if case .storage(_, let inner) = item { add(inner, below: place) }
        }
    }

    private static func little(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func padded(_ bytes: [UInt8], _ unit: Int) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: (unit - bytes.count % unit) % unit)
    }

    private var bytes: [UInt8] {
        let none = 0xFFFF_FFFF
        let end = 0xFFFF_FFFE
        var small: [UInt8] = []
        var smallTable: [Int] = []
        var starts = [Int](repeating: end, count: nodes.count)
        var sectors: [[UInt8]] = []
        var table: [Int] = []
        func lay(_ content: [UInt8]) -> Int {
            guard !content.isEmpty else { return end }
            let start = sectors.count
            let whole = Self.padded(content, 512)
            for offset in stride(from: 0, to: whole.count, by: 512) {
                sectors.append(Array(whole[offset..<(offset + 512)]))
                table.append(sectors.count)
            }
            table[table.count - 1] = end
            return start
        }
        for (place, node) in nodes.enumerated() where node.kind == 2 {
            guard node.content.count < 4096 else {
                starts[place] = lay(node.content)
                continue
            }
            guard !node.content.isEmpty else { continue }
            starts[place] = smallTable.count
            small += Self.padded(node.content, 64)
            while smallTable.count < small.count / 64 { smallTable.append(smallTable.count + 1) }
            smallTable[smallTable.count - 1] = end
        }
        starts[0] = lay(small)
        let firstSmall = lay(smallTable.flatMap { Self.little($0, 4) })
        let directory = nodes.enumerated().flatMap { place, node -> [UInt8] in
            let name = node.name.utf16.flatMap { Self.little(Int($0), 2) }
            let head = name + [UInt8](repeating: 0, count: 64 - name.count) + Self.little(name.count + 2, 2)
            let links = Self.little(none, 4) + Self.little(node.next, 4) + Self.little(node.child, 4)
            let size = place == 0 ? small.count : node.content.count
            return head + [node.kind, 1] + links + [UInt8](repeating: 0, count: 36) + Self.little(starts[place], 4)
                + Self.little(size, 8)
        }
        let firstDirectory = lay(directory)
        let tableSectors = (sectors.count + 1 + 126) / 127
        let firstTable = sectors.count
        for _ in 0..<tableSectors { table.append(0xFFFF_FFFD) }
        let packed = Self.padded(table.flatMap { Self.little($0, 4) }, 512)
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        header += Self.little(0x3E, 2) + Self.little(3, 2) + [0xFE, 0xFF] + Self.little(9, 2) + Self.little(6, 2)
        header += [UInt8](repeating: 0, count: 10) + Self.little(tableSectors, 4) + Self.little(firstDirectory, 4)
        header += Self.little(0, 4) + Self.little(4096, 4) + Self.little(firstSmall, 4) + Self.little(1, 4)
        header += Self.little(end, 4) + Self.little(0, 4)
        for place in 0..<109 { header += Self.little(place < tableSectors ? firstTable + place : none, 4) }
        return header + sectors.flatMap { $0 } + packed.map { $0 == 0 ? 0 : $0 }
    }
}
