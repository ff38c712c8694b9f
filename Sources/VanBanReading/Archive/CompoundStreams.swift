/// The streams of a compound file by their storages ([MS-CFB]): tables of sectors, a directory, a stream of small streams.
///
/// Whatever the file says is checked against its size: a chain is no longer than there are sectors, a tree no larger than the
/// directory.
struct CompoundStreams {
    struct Node {
        var name: String
        var isStorage: Bool
        fileprivate var start: Int
        var size: Int
        fileprivate var left: Int
        fileprivate var right: Int
        fileprivate var child: Int
    }

    private let file: [UInt8]
    private let sectorBytes: Int
    private let miniBytes: Int
    private let cutoff: Int
    private var table: [UInt32] = []
    private var miniTable: [UInt32] = []
    private(set) var nodes: [Node] = []
    private var miniStream: [UInt8] = []
    private var tree: [Int: [Int]] = [:]

    /// Sectors that stand for none.
    private static let mostSectors: UInt32 = 0xFFFF_FFFA
    private static let mostNodes = 20_000

    /// - Returns: nil for what is none, or is damaged.
    init?(_ file: [UInt8]) {
        guard CompoundFile.isPresent(in: file), file.count >= 512 else { return nil }
        self.file = file
        func word(_ offset: Int) -> Int { Int(file[offset]) | Int(file[offset + 1]) << 8 }
        guard word(30) == 9 || word(30) == 12, word(32) == 6 else { return nil }
        sectorBytes = 1 << word(30)
        miniBytes = 1 << word(32)
        cutoff = Int(Self.number(file, 56))
        table = Self.table(file, sectorBytes)
        guard !table.isEmpty else { return nil }
        let directory = bytes(chain(Self.number(file, 48), table), most: Self.mostNodes * 128)
        nodes = stride(from: 0, to: directory.count - 127, by: 128).map { Self.node(directory, $0) }
        guard let root = nodes.first else { return nil }
        let small = bytes(chain(Self.number(file, 60), table), most: file.count)
        miniTable = stride(from: 0, to: small.count - 3, by: 4).map { Self.number(small, $0) }
        miniStream = bytes(chain(UInt32(clamping: root.start), table), most: min(root.size, file.count))
        tree = readTree()
    }

    private static func number(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
        guard offset + 4 <= bytes.count else { return .max }
        return UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
            | UInt32(bytes[offset + 3]) << 24
    }

    /// The table of sectors: its own sectors are named in the header, and in sectors behind it.
    private static func table(_ file: [UInt8], _ sectorBytes: Int) -> [UInt32] {
        let sectors = file.count / sectorBytes
        var named = (0..<109).map { number(file, 76 + 4 * $0) }
        var next = number(file, 68)
        var seen = 0
        while next < mostSectors, seen <= sectors / 100 {
            let start = (Int(next) + 1) * sectorBytes
            guard start + sectorBytes <= file.count else { break }
            let count = sectorBytes / 4 - 1
            named += (0..<count).map { number(file, start + 4 * $0) }
            next = number(file, start + 4 * count)
            seen += 1
        }
        var table: [UInt32] = []
        for sector in named.prefix(while: { $0 < mostSectors }) {
            let start = (Int(sector) + 1) * sectorBytes
            guard start + sectorBytes <= file.count, table.count <= sectors else { break }
            table += (0..<(sectorBytes / 4)).map { number(file, start + 4 * $0) }
        }
        return table
    }

    private static func node(_ bytes: [UInt8], _ offset: Int) -> Node {
        let length = min(64, Int(bytes[offset + 64]) | Int(bytes[offset + 65]) << 8)
        let units = stride(from: 0, to: max(0, length - 3), by: 2).map {
            UInt16(bytes[offset + $0]) | UInt16(bytes[offset + $0 + 1]) << 8
        }
        func place(_ field: Int) -> Int { Int(number(bytes, offset + field)) }
        return Node(
            name: String(decoding: units, as: UTF16.self), isStorage: bytes[offset + 66] != 2, start: place(116),
            size: place(120), left: place(68), right: place(72), child: place(76))
    }

    /// The sectors of a chain, in order.
    private func chain(_ first: UInt32, _ table: [UInt32]) -> [Int] {
        var chain: [Int] = []
        var next = first
        while Int(next) < table.count, chain.count < table.count {
            chain.append(Int(next))
            next = table[Int(next)]
        }
        return chain
    }

    private func bytes(_ chain: [Int], most: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for sector in chain {
            let start = (sector + 1) * sectorBytes
            guard start < file.count, bytes.count < most else { break }
            bytes += file[start..<min(file.count, start + sectorBytes)]
        }
        return bytes.count > most ? Array(bytes.prefix(most)) : bytes
    }

    /// The places of what a storage holds, by name.
    func children(of storage: Int) -> [Int] { tree[storage] ?? [] }

    /// What each storage holds; a place that two claim is the first one's.
    private func readTree() -> [Int: [Int]] {
        var tree: [Int: [Int]] = [:]
        var owned: Set<Int> = [0]
        var storages = [0]
        while let storage = storages.popLast() {
            var found: [Int] = []
            var waiting = [nodes[storage].child]
            while let place = waiting.popLast() {
                guard nodes.indices.contains(place), owned.insert(place).inserted else { continue }
                found.append(place)
                if nodes[place].isStorage { storages.append(place) }
                waiting += [nodes[place].right, nodes[place].left]
            }
            tree[storage] = found.sorted { nodes[$0].name < nodes[$1].name }
        }
        return tree
    }

    /// The bytes of a stream, as many as its sectors hold.
    func bytes(of stream: Int) -> [UInt8] {
        let node = nodes[stream]
        let first = UInt32(clamping: node.start)
        guard node.size < cutoff else { return bytes(chain(first, table), most: min(node.size, file.count)) }
        var bytes: [UInt8] = []
        for sector in chain(first, miniTable) {
            let start = sector * miniBytes
            guard start < miniStream.count, bytes.count < min(node.size, miniStream.count) else { break }
            bytes += miniStream[start..<min(miniStream.count, start + miniBytes)]
        }
        return bytes.count > node.size ? Array(bytes.prefix(node.size)) : bytes
    }
}
