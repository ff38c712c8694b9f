/// Where the pieces of a text stand in a tree of elements (HTML, DOCX), so that every place has a path.
///
/// The record's places are offsets into the text; their paths are made when they are asked for, so that a document of
/// a hundred thousand cells doesn't hold as many strings.
package struct ElementPaths: Hashable, Sendable {
    /// What every path begins with: `word/document.xml`, or nothing.
    package let root: String
    private var names: [String] = []
    private var parents: [Int32] = []
    private var nameIndexes: [Int32] = []
    /// From 1 among the siblings of a name; 0 where an element is the only one that there can be.
    private var ordinals: [Int32] = []
    private var offsets: [Int] = []
    private var elements: [Int32] = []

    package init(root: String) { self.root = root }

    /// The number by which a name of an element is called.
    package mutating func name(_ name: String) -> Int32 {
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
    package mutating func add(_ name: Int32, in parent: Int32, ordinal: Int32) -> Int32 {
        parents.append(parent)
        nameIndexes.append(name)
        ordinals.append(ordinal)
        return Int32(parents.count - 1)
    }

    /// Adds all elements of another tree, those of its root under an element of this one.
    /// - Returns: how much greater their numbers are here.
    package mutating func add(_ other: ElementPaths, in parent: Int32) -> Int32 {
        let shift = Int32(parents.count)
        let ownNames = other.names.map { name($0) }
        for index in other.parents.indices {
            parents.append(other.parents[index] < 0 ? parent : other.parents[index] + shift)
            nameIndexes.append(ownNames[Int(other.nameIndexes[index])])
        }
        ordinals += other.ordinals
        return shift
    }

    /// From this offset of the text on, what is there stands in an element. Offsets are given in ascending order.
    package mutating func mark(_ offset: Int, in element: Int32) {
        if let last = offsets.last, last >= offset {
            elements[elements.count - 1] = element
            return
        }
        offsets.append(offset)
        elements.append(element)
    }

    /// The element that an offset of the text stands in; nil before the first element.
    /// - Parameter mark: where the last offset was found; the next one mostly is near. Begin with 0.
    package func element(at offset: Int, near mark: inout Int) -> Int32? {
        // What stands side by side is mostly asked for one by one.
        for near in mark..<min(mark + 3, offsets.count)
        where offsets[near] <= offset && (near + 1 == offsets.count || offsets[near + 1] > offset) {
            mark = near
            return elements[near]
        }
        var low = 0
        var high = offsets.count
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        mark = low - 1
        return elements[mark]
    }

    /// Adds the path of an element to bytes, as UTF-8.
    package func append(pathOf element: Int32, to path: inout [UInt8]) {
        if element < 0 {
            path.append(contentsOf: root.utf8)
            return
        }
        append(pathOf: parents[Int(element)], to: &path)
        append(stepTo: element, to: &path)
    }

    /// The element around one; -1 for the root.
    package func parent(of element: Int32) -> Int32 { element < 0 ? -1 : parents[Int(element)] }

    /// Adds the last step of the path of an element to bytes, as UTF-8: what comes behind its parent's path.
    package func append(stepTo element: Int32, to path: inout [UInt8]) {
        guard element >= 0 else { return }
        path.append(0x2F)
        path.append(contentsOf: names[Int(nameIndexes[Int(element)])].utf8)
        let ordinal = ordinals[Int(element)]
        guard ordinal > 0 else { return }
        path.append(0x5B)
        var power: Int32 = 1
        while ordinal / power > 9 { power *= 10 }
        while power > 0 {
            path.append(0x30 + UInt8(truncatingIfNeeded: ordinal / power % 10))
            power /= 10
        }
        path.append(0x5D)
    }

    /// The path of what stands at an offset of the text; nil before the first element.
    package func path(at offset: Int) -> String? {
        var mark = 0
        guard let element = element(at: offset, near: &mark) else { return nil }
        var path: [UInt8] = []
        append(pathOf: element, to: &path)
        return String(decoding: path, as: UTF8.self)
    }
}
