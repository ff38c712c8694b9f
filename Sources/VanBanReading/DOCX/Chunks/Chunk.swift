import VanBanModel

/// Another document that stands within a Word document (`w:altChunk`, ECMA-376 Part 1, 17.17.2), which Word takes over when
/// it opens the file, or a sheet that is shown in it (`o:OLEObject`).
struct Chunk {
    var part: String
    /// What stands in it; nil where it is not read.
    var document: ReadDocument?
    /// Whether it is sound and holds no text.
    var isEmpty = false
}

/// Reads the documents that stand within a Word document, each by the reader of its format.
final class ChunkReader {
    private let package: OfficePackage
    private let limits: ReadingLimits
    private let revisions: RevisionView
    /// How many documents stand around this one.
    private let depth: Int
    private var read: [String: Chunk] = [:]

    /// More documents within one another than these are not read.
    static let deepest = 4

    init(_ package: OfficePackage, limits: ReadingLimits, revisions: RevisionView, depth: Int) {
        self.package = package
        self.limits = limits
        self.revisions = revisions
        self.depth = depth
    }

    /// The documents that a part calls for, by the ids of its relationships.
    func chunks(of part: String) throws(ReadingError) -> [String: Chunk] {
        var found: [String: Chunk] = [:]
        for relationship in try package.relationships(of: part)
        where Self.kinds.contains(relationship.type.lowercased()) {
            if relationship.isExternal {
                found[relationship.id] = Chunk(part: relationship.target)
                continue
            }
            let target = OfficePackage.resolve(relationship.target, in: OfficePackage.folder(of: part))
            if read[target] == nil {
                switch relationship.type.lowercased() {
                case "oleobject": read[target] = Chunk(part: target)
                case "package": read[target] = try sheet(target)
                default: read[target] = try chunk(target)
                }
            }
            found[relationship.id] = read[target]
        }
        return found
    }

    private static let kinds: Set<String> = ["afchunk", "subdocument", "package", "oleobject"]

    /// What another program put in as a file of its own: sheets are read, which are seen as tables.
    private func sheet(_ part: String) throws(ReadingError) -> Chunk {
        guard let bytes = try package.bytes(of: part), [.xlsx, .ods].contains(FileReader.format(of: bytes)) else {
            return Chunk(part: part)
        }
        return try chunk(part)
    }

    private func chunk(_ part: String) throws(ReadingError) -> Chunk {
        guard let bytes = try package.bytes(of: part), depth < Self.deepest else { return Chunk(part: part) }
        let reader = FileReader(limits: package.rest(of: limits), revisions: revisions)
        do throws(ReadingError) {
            let (document, unpacked) = try reader.read(
                bytes, name: OfficePackage.file(of: part), from: Self.format(package.type(of: part), bytes),
                depth: depth + 1)
            package.count(unpacked)
            return Chunk(part: part, document: document)
        } catch {
            switch error {
            case .beyondLimit: throw error  // It is one of the whole file.
            case .empty: return Chunk(part: part, isEmpty: true)
            default: return Chunk(part: part)
            }
        }
    }

    /// The format as the content shows it; where it shows none, as the package names it.
    private static func format(_ type: String, _ bytes: [UInt8]) -> Source.Format? {
        let shown = FileReader.format(of: bytes)
        guard shown == .text, FileSignature.kind(of: bytes) == nil else { return nil }
        return type.contains("html") ? .html : nil
    }
}
