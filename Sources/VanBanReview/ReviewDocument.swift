import VanBanExport
import VanBanModel

/// A document to be looked at: its record, every stretch of its source, and what was put right before.
package struct ReviewDocument: Sendable {
    /// A stretch of the source and who owns it, in reading order; together they are every character of the document.
    package struct Stretch: Sendable {
        package var location: Location
        /// `part-1.title`, `task-7.deadline`, `furniture:ruler`, `unaccounted`.
        package var owner: String
        package var text: String

        package init(location: Location, owner: String, text: String) {
            self.location = location
            self.owner = owner
            self.text = text
        }
    }

    /// The picture of a page of the source.
    package struct Picture: Sendable {
        /// From 1.
        package var number: Int
        /// In points, as the places of the record are.
        package var width: Double
        package var height: Double
        /// JPEG.
        package var bytes: [UInt8]

        package init(number: Int, width: Double, height: Double, bytes: [UInt8]) {
            self.number = number
            self.width = width
            self.height = height
            self.bytes = bytes
        }
    }

    package var record: Record
    package var stretches: [Stretch]
    /// The pages as pictures, where the source has pages and they could be drawn.
    package var pictures: [Picture] = []
    /// What was put right before, as a file of corrections has it, in UTF-8; nil where nothing was.
    package var corrections: [[UInt8]]

    package init(record: Record, stretches: [Stretch], corrections: [[UInt8]] = []) {
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
package struct ReviewAgency: Sendable {
    package var id: String
    package var name: String
    package var abbreviations: [String]

    package init(id: String, name: String, abbreviations: [String]) {
        self.id = id
        self.name = name
        self.abbreviations = abbreviations
    }
}

extension ReviewAgency: JSONWritable {
    package func write(to json: inout JSONWriter) {
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
            json.field(
                "stretches",
                document.shownStretches.map { stretch in
                    PlacedStretch(
                        stretch: stretch,
                        spot: document.record.pages?.spot(of: stretch.location.start..<stretch.location.end))
                })
            json.field("pictures", document.pictures)
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

/// A stretch with the place on its page.
private struct PlacedStretch: JSONWritable {
    var stretch: ReviewDocument.Stretch
    var spot: PageSpot?

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("owner", stretch.owner)
            json.field("start", stretch.location.start)
            json.field("end", stretch.location.end)
            json.field("line", stretch.location.line)
            // The words of cells stand in the record's tables.
            if !stretch.isOfTable { json.field("text", stretch.text) }
            if let spot {
                json.field("page", spot.page)
                json.field("box", spot.box)
            }
        }
    }
}

extension ReviewDocument.Picture: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("number", number)
            json.field("width", width)
            json.field("height", height)
            json.field("picture", "data:image/jpeg;base64," + Base64.text(of: bytes))
        }
    }
}

extension ReviewDocument.Stretch {
    fileprivate var isOfTable: Bool { owner.hasPrefix("table-") || owner.hasPrefix("task-") }
}
