/// Reads `[Content_Types].xml`: which kind each part is of (ECMA-376 Part 2, 7.2.3).
final class ContentTypesReader: XMLEventHandler {
    private(set) var overrides: [(part: String, type: String)] = []
    /// Kinds by the endings of names.
    private var usual: [String: String] = [:]

    override func begin(_ element: XMLElement) {
        guard let type = element.string(.ContentType) else { return }
        if element.name == .Override, let part = element.string(.PartName) { overrides.append((part, type)) }
        if element.name == .Default, let ending = element.string(.Extension) { usual[ending.lowercased()] = type }
    }

    /// - Parameter part: its name in small letters, without a slash before it.
    func type(of part: String) -> String {
        let own = overrides.first { $0.part.drop { $0 == "/" }.lowercased() == part }?.type
        let ending = part.split(separator: ".").last.map { String($0) } ?? ""
        return (own ?? usual[ending] ?? "").lowercased()
    }
}

/// Reads a `.rels` part: what a part is related to (ECMA-376 Part 2, 6.5.3).
final class RelationshipsReader: XMLEventHandler {
    struct Relationship {
        var id: String
        /// The last word of the type, the same in transitional and strict files: `officeDocument`, `styles`.
        var type: String
        var target: String
        var isExternal: Bool
    }

    private(set) var found: [Relationship] = []

    override func begin(_ element: XMLElement) {
        guard element.name == .Relationship, let id = element.string(.Id), let target = element.string(.Target),
            let type = element.string(.relationType)
        else { return }
        found.append(
            Relationship(
                id: id, type: type.split(separator: "/").last.map { String($0) } ?? type,
                target: target, isExternal: element.has(.TargetMode, "External")))
    }
}

/// Takes a part out of Word's flat XML that stands in it as bytes (`pkg:binaryData`, in Base64).
final class FlatBinaryReader: XMLEventHandler {
    private let part: [UInt8]
    private var isPart = false
    private var isData = false
    private var data: [UInt8] = []
    private(set) var bytes: [UInt8]?

    init(_ part: String) { self.part = Array(part.lowercased().utf8) }

    override func begin(_ element: XMLElement) {
        guard element.space == .flatPackage else { return }
        if element.name == .part {
            isPart = element.string(.name).map { Array($0.drop { $0 == "/" }.lowercased().utf8) } == part
        }
        isData = isPart && element.name == .binaryData
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) {
        guard isData else { return }
        isData = false
        bytes = Base64.decode(data[...])
        isDone = true
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) { if isData { data += bytes } }
}

/// Lets through one part of Word's flat XML (`pkg:package`), as if it stood alone.
///
/// The parts stand in one file in any order, so that the file is gone through once for each part that is wanted.
final class FlatPartFilter: XMLEventHandler {
    private let part: [UInt8]
    private let inner: XMLEventHandler
    private var isPart = false
    /// Elements open within the part's data.
    private var depth = -1
    private(set) var wasFound = false

    init(_ part: String, _ inner: XMLEventHandler) {
        self.part = Array(part.lowercased().utf8)
        self.inner = inner
    }

    override func begin(_ element: XMLElement) {
        if depth >= 0 {
            depth += 1
            inner.begin(element)
            isDone = inner.isDone
            return
        }
        guard element.space == .flatPackage else { return }
        if element.name == .part {
            let name = element.string(.name).map { Array($0.drop { $0 == "/" }.lowercased().utf8) }
            isPart = name == part && !wasFound
        } else if element.name == .xmlData, isPart {
            depth = 0
            wasFound = true
        }
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) {
        guard depth >= 0 else { return }
        if depth == 0 {
            depth = -1
            isDone = true
            return
        }
        depth -= 1
        inner.end(name, space)
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        if depth > 0 { inner.characters(bytes) }
    }
}
