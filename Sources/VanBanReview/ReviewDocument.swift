import VanBanExport
import VanBanModel

/// A document to be looked at: its record, every stretch of its source, and what was put right before.
public struct ReviewDocument: Sendable {
    /// A stretch of the source and who owns it, in reading order; together they are every character of the document.
    public struct Stretch: Sendable {
        public var location: Location
        /// `part-1.title`, `task-7.deadline`, `furniture:ruler`, `unaccounted`.
        public var owner: String
        public var text: String

        public init(location: Location, owner: String, text: String) {
            self.location = location
            self.owner = owner
            self.text = text
        }
    }

    public var record: Record
    public var stretches: [Stretch]
    /// What was put right before, as a file of corrections has it, in UTF-8; nil where nothing was.
    public var corrections: [[UInt8]]

    public init(record: Record, stretches: [Stretch], corrections: [[UInt8]] = []) {
        self.record = record
        self.stretches = stretches
        self.corrections = corrections
    }
}

extension ReviewDocument {
    /// The stretches but for those of cells, which stand in the record's tables with their places; the first of each run
    /// says where the table stands.
    var shownStretches: [Stretch] {
        let tables = Dictionary(
            record.tasks.lazy.map { ($0.id, $0.table) }, uniquingKeysWith: { first, _ in first })
        var shown: [Stretch] = []
        var last: String?
        for stretch in stretches {
            let owner = String(stretch.owner.prefix { $0 != "." })
            let table = stretch.isOfTable ? tables[owner] ?? owner : nil
            if table == nil || table != last { shown.append(stretch) }
            last = table
        }
        return shown
    }
}

/// An agency that may be chosen for a name.
public struct ReviewAgency: Sendable {
    public var id: String
    public var name: String
    public var abbreviations: [String]

    public init(id: String, name: String, abbreviations: [String]) {
        self.id = id
        self.name = name
        self.abbreviations = abbreviations
    }
}

extension ReviewAgency: JSONWritable {
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("abbreviations", abbreviations)
        }
    }
}

/// What the list of a page's documents says of one that is not open yet.
struct ReviewContents: JSONWritable {
    var record: Record

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("name", record.source.name)
            json.field("sha256", record.source.sha256)
            json.field("doubts", record.diagnostics.count { $0.severity > .info })
            json.field("tasks", record.tasks.count)
        }
    }
}

/// A document as the page's script takes it.
struct ReviewJSON: JSONWritable {
    var document: ReviewDocument
    var language: Language

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("record", document.record)
            json.field("stretches", document.shownStretches)
            // The record's messages are English everywhere; people read them in their language.
            json.field("messages", document.record.diagnostics.map { Message($0.text(in: language)) })
        }
    }

    private struct Message: JSONWritable {
        var message: String
        var hint: String

        init(_ text: (message: String, hint: String)) { (message, hint) = text }

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.field("message", message)
                json.field("hint", hint)
            }
        }
    }
}

extension ReviewDocument.Stretch: JSONWritable {
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("owner", owner)
            json.field("start", location.start)
            json.field("end", location.end)
            json.field("line", location.line)
            // The words of cells stand in the record's tables.
            if !isOfTable { json.field("text", text) }
        }
    }

    fileprivate var isOfTable: Bool { owner.hasPrefix("table-") || owner.hasPrefix("task-") }
}
