/// What one input file yields: the whole document as typed values, each with its place.
///
/// The fields and their meaning are the project's interface (`Schemas/vanban-1.schema.json`).
public struct Record: Hashable, Codable, Sendable {
    /// The version of the interface; changes when a field is renamed or dropped.
    public static let currentSchemaVersion = "1.0"

    public var schemaVersion: String
    /// The file; of a dossier the first of its files.
    public var source: Source {
        get { sourceList.first }
        set { sourceList.first = newValue }
    }
    /// The files of a dossier in the order in which they stand in the record; of one file that one alone.
    public var sources: [Source] { [sourceList.first] + sourceList.further }
    private var sourceList: SourceList
    /// Instruments and attachments in reading order.
    public var parts: [Part]
    public var indexScores: [IndexScore]
    /// The quantified targets that the text sets, in reading order.
    public var targets: [Target]
    /// Every task row of every appendix table, in reading order.
    public var tasks: [Task]
    /// The documents cited, once each.
    public var references: [Reference]
    public var diagnostics: [Diagnostic]
    public var coverage: Coverage
    /// What the web site that the text was copied from says about the document; nil where nothing of it is there.
    public var publication: Publication?
    /// Where the offsets of this record's places stand in the source's tree of elements; nil for plain text, and for a
    /// record that was decoded (its places carry their paths themselves).
    package var paths: ElementPaths?
    /// Where the offsets of this record's places stand on pages; nil for formats without pages, and for a record that was
    /// decoded.
    package var pages: PagePlaces?

    private enum CodingKeys: String, CodingKey {
        case schemaVersion
        case sourceList = "source"
        case parts, indexScores, targets, tasks, references, diagnostics, coverage,
            publication
    }

    public init(
        source: Source, parts: [Part] = [], indexScores: [IndexScore] = [], targets: [Target] = [],
        tasks: [Task] = [], references: [Reference] = [], diagnostics: [Diagnostic] = [],
        coverage: Coverage = Coverage(),
        publication: Publication? = nil
    ) {
        self.schemaVersion = Self.currentSchemaVersion
        sourceList = SourceList(first: source)
        self.parts = parts
        self.indexScores = indexScores
        self.targets = targets
        self.tasks = tasks
        self.references = references
        self.diagnostics = diagnostics
        self.coverage = coverage
        self.publication = publication
    }
}

/// The files that a record was made from: one, or several as a list.
private struct SourceList: Hashable, Codable, Sendable {
    var first: Source
    var further: [Source] = []

    init(first: Source) { self.first = first }

    init(from decoder: any Decoder) throws {
        if var list = try? decoder.unkeyedContainer() {
            first = try list.decode(Source.self)
            while !list.isAtEnd { further.append(try list.decode(Source.self)) }
        } else {
            first = try Source(from: decoder)
        }
    }

    func encode(to encoder: any Encoder) throws {
        guard !further.isEmpty else { return try first.encode(to: encoder) }
        var list = encoder.unkeyedContainer()
        for source in [first] + further { try list.encode(source) }
    }
}

/// The file a record was made from.
public struct Source: Hashable, Codable, Sendable {
    public enum Format: String, Hashable, Codable, Sendable, CaseIterable {
        case text, html, docx, pdf
        /// The picture of a page, or of several (PNG, JPEG, TIFF).
        case image
        /// Workbooks of Excel and OpenDocument.
        case xlsx, ods
        /// Read by way of a converter: Word before 2007, Rich Text, OpenDocument, Works.
        case doc, rtf, odt, wps
    }

    /// The program that made what was read of what was given.
    public struct Converter: Hashable, Codable, Sendable {
        public var name: String
        /// As it says itself; nil where it says none.
        public var version: String?

        public init(name: String, version: String?) {
            self.name = name
            self.version = version
        }
    }

    /// The file's name without folders; `-` for standard input. Bytes that are no UTF-8 are written as `\xE1`.
    public var name: String
    /// The file as it was given, folders and all, an archive's entry behind its archive (`2024.zip!/plan.docx`); nil where
    /// it came without a path: on standard input, or as bytes.
    public var path: String?
    public var format: Format
    /// IANA name of the encoding that was found: `utf-8`, `utf-16le`, …
    public var encoding: String
    /// Size of the file in bytes.
    public var bytes: Int
    /// SHA-256 of the file, lower-case hexadecimal.
    public var sha256: String
    /// Who made of the file what was read; nil where the file itself was.
    public var converter: Converter?
    /// How each of the record's tables stands in this source.
    public var tables: [TableReading]

    public init(
        name: String, path: String? = nil, format: Format, encoding: String, bytes: Int, sha256: String,
        converter: Converter? = nil, tables: [TableReading] = []
    ) {
        self.name = name
        self.path = path
        self.format = format
        self.encoding = encoding
        self.bytes = bytes
        self.sha256 = sha256
        self.converter = converter
        self.tables = tables
    }
}

/// How much of the document stands in the record, counted in characters (Unicode scalars) other than white space.
public struct Coverage: Hashable, Codable, Sendable {
    public var characters: Int
    /// Standing in some record's text.
    public var recorded: Int
    /// Recognised as markup, rulers, page numbers, repeated heads and the like.
    public var furniture: Int
    /// The rest. Anything but 0 is a defect of the reading.
    public var unaccounted: Int

    public init(characters: Int = 0, recorded: Int = 0, furniture: Int = 0, unaccounted: Int = 0) {
        self.characters = characters
        self.recorded = recorded
        self.furniture = furniture
        self.unaccounted = unaccounted
    }
}

extension Record {
    /// Where a place is within its file, for formats that say it otherwise than by lines: the path of its element, or its
    /// page as PDF viewers are told it (`page=3`, RFC 8118).
    public func path(of location: Location) -> String? {
        if let path = location.path ?? paths?.path(at: location.start) { return path }
        let spot = location.spot ?? pages?.spot(of: location.start..<location.end)
        return spot.map { "page=\($0.page)" }
    }
}
