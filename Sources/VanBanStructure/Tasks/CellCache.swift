import VanBanModel
import VanBanReading

/// Readings of cells that say the same, kept so that equal cells are read once and share their strings.
///
/// Tables repeat their agencies and deadlines hundreds of times. A reading is taken over only where the cell takes up
/// as many bytes of the source, so that places can be moved along.
struct CellCache<Value: Sendable>: Sendable {
    private struct Key: Hashable {
        var bytes: CellBytes
        var sourceLength: Int
    }

    private var values: [Key: (value: Value, start: Int, line: Int)] = [:]
    /// A table whose cells are all different must not fill the memory.
    private let limit = 4096

    /// The value of an equal cell that was read before, with how far its places are to be moved.
    func value(of cell: Stretch, at location: Location, in text: SourceText) -> (value: Value, bytes: Int, lines: Int)?
    {
        guard let key = key(cell, location, text), let found = values[key] else { return nil }
        return (found.value, location.start - found.start, location.line - found.line)
    }

    mutating func keep(_ value: Value, of cell: Stretch, at location: Location, in text: SourceText) {
        guard values.count < limit, let key = key(cell, location, text) else { return }
        values[key] = (value, location.start, location.line)
    }

    private func key(_ cell: Stretch, _ location: Location, _ text: SourceText) -> Key? {
        guard cell.more.isEmpty, !cell.isEmpty, cell.first.count <= 400, location.path == nil else { return nil }
        return Key(bytes: CellBytes(cell.first, of: text), sourceLength: location.end - location.start)
    }
}

extension Location {
    /// The same place in an equal stretch further on.
    func moved(bytes: Int, lines: Int) -> Location {
        Location(start: start + bytes, end: end + bytes, line: line + lines, path: path)
    }
}
