/// Lets through one section of a Word 2003 file (`w:wordDocument`): the styles, the lists, the settings, or the body.
///
/// The sections stand in one file in any order, so that the file is gone through once for each that is wanted.
final class Word2003Filter: XMLEventHandler {
    private let section: XMLName
    private let inner: XMLEventHandler
    /// Elements open within the section.
    private var depth = 0

    /// - Parameter role: what is wanted; nil for the body.
    init(_ role: OfficePackage.Role?, _ inner: XMLEventHandler) {
        switch role {
        case .styles: section = .styles
        case .numbering: section = .lists
        case .settings: section = .docPr
        default: section = .body
        }
        self.inner = inner
    }

    override func begin(_ element: XMLElement) {
        if depth == 0, element.name != section || element.space != .word { return }
        depth += 1
        inner.begin(element)
        isDone = inner.isDone
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) {
        guard depth > 0 else { return }
        depth -= 1
        inner.end(name, space)
        if depth == 0 { isDone = true }
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        if depth > 0 { inner.characters(bytes) }
    }
}

/// Lets through the heads and feet of a Word 2003 file, which stand in its sections, one after the other.
final class Word2003Heads: XMLEventHandler {
    private let inner: XMLEventHandler
    private let begun: () -> Void
    private let ended: () -> Void
    private var depth = 0

    /// - Parameters:
    ///   - begun: is called before the content of each.
    ///   - ended: is called behind it.
    init(_ inner: XMLEventHandler, begun: @escaping () -> Void, ended: @escaping () -> Void) {
        self.inner = inner
        self.begun = begun
        self.ended = ended
    }

    override func begin(_ element: XMLElement) {
        if depth > 0 {
            depth += 1
            inner.begin(element)
            isDone = inner.isDone
        } else if element.space == .word, element.name == .hdr || element.name == .ftr {
            depth = 1
            begun()
        }
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) {
        guard depth > 0 else { return }
        depth -= 1
        if depth == 0 { ended() } else { inner.end(name, space) }
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) { if depth > 0 { inner.characters(bytes) } }
}
