/// Where the pieces of a text stand in a tree of elements (HTML, DOCX), so that every place has a path.
///
/// The record's places are offsets into the text; their paths are made when they are asked for, so that a document of
/// a hundred thousand cells doesn't hold as many strings.
public struct ElementPaths: Hashable, Sendable {
    /// What every path begins with: `word/document.xml`, or nothing.
    public let root: String
    private var names: [String] = []
    private var parents: [Int32] = []
    private var nameIndexes: [Int32] = []
    /// From 1 among the siblings of a name; 0 where an element is the only one that there can be.
    private var ordinals: [Int32] = []
    private var offsets: [Int] = []
    private var elements: [Int32] = []

    public init(root: String) { self.root = root }

    /// The number by which a name of an element is called.
    public mutating func name(_ name: String) -> Int32 {
        if let known = names.firstIndex(of: name) { return Int32(known) }
        names.append(name)
        return Int32(names.count - 1)
    }

    /// Adds an element.
    /// - Parameters:
    ///   - name: as ``name(_:)`` gave it.
    ///   - parent: the element around it; -1 for the root.
    ///   - ordinal: from 1 among the siblings of this name; 0 prints no number.
    /// - Returns: the element's own number.
    public mutating func add(_ name: Int32, in parent: Int32, ordinal: Int32) -> Int32 {
        parents.append(parent)
        nameIndexes.append(name)
        ordinals.append(ordinal)
        return Int32(parents.count - 1)
    }

    /// From this offset of the text on, what is there stands in an element. Offsets are given in ascending order.
    public mutating func mark(_ offset: Int, in element: Int32) {
        if let last = offsets.last, last >= offset {
            elements[elements.count - 1] = element
            return
        }
        offsets.append(offset)
        elements.append(element)
    }

    /// The path of what stands at an offset of the text; nil before the first element.
    public func path(at offset: Int) -> String? {
        var low = 0
        var high = offsets.count
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        var chain: [Int32] = []
        var element = elements[low - 1]
        while element >= 0 {
            chain.append(element)
            element = parents[Int(element)]
        }
        var path = root
        for element in chain.reversed() {
            path += "/" + names[Int(nameIndexes[Int(element)])]
            if ordinals[Int(element)] > 0 { path += "[\(ordinals[Int(element)])]" }
        }
        return path
    }
}
