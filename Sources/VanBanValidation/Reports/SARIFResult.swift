import VanBanExport
import VanBanModel

/// One result of a SARIF log: a finding at one of its places.
struct SARIFResult: JSONWritable {
    var finding: Finding
    var place: Location
    var file: CheckedFile
    var artifact: Int
    var rule: Int
    var language: Language

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("ruleId", finding.code)
            json.field("ruleIndex", rule)
            json.field("level", finding.severity.level)
            json.field(
                "message", SARIFMessage(text: finding.message(in: language) + " " + finding.hint(in: language)))
            json.field("locations", [SARIFLocation(place: place, file: file, artifact: artifact, language: language)])
            if !finding.related.isEmpty {
                json.field(
                    "relatedLocations",
                    finding.related.map {
                        SARIFLocation(place: $0, file: file, artifact: artifact, language: language)
                    })
            }
        }
    }
}

struct SARIFMessage: JSONWritable {
    var text: String

    func write(to json: inout JSONWriter) {
        json.object { json in json.field("text", text) }
    }
}

/// A file by its URI reference (RFC 3986): what is no letter, digit or one of `-._~/` is written in per cent.
struct SARIFArtifactLocation: JSONWritable {
    var path: String
    var index: Int?

    func write(to json: inout JSONWriter) {
        json.object(onOneLine: true) { json in
            json.field("uri", uri)
            if let index { json.field("index", index) }
        }
    }

    private var uri: String {
        if path == "-" { return "stdin" }
        var uri = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                uri += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return uri
    }
}

/// A place: a region of the file where it has lines, the path of an element where it has elements.
struct SARIFLocation: JSONWritable {
    var place: Location
    var file: CheckedFile
    var artifact: Int
    var language: Language

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("physicalLocation", Physical(place: place, file: file, artifact: artifact))
            let logical = file.path(of: place)
            let name = file.places.name(of: place, in: language)
            if logical != nil || name != nil {
                json.field("logicalLocations", [Logical(path: logical, name: name)])
            }
            if !file.lines.areOfFile {
                json.field("message", SARIFMessage(text: file.lines.excerpt(at: place).text))
            }
        }
    }

    private struct Logical: JSONWritable {
        var path: String?
        /// As people find it.
        var name: String?

        func write(to json: inout JSONWriter) {
            json.object { json in
                if let name { json.field("name", name) }
                if let path { json.field("fullyQualifiedName", path) }
                json.field("kind", "element")
            }
        }
    }

    private struct Physical: JSONWritable {
        var place: Location
        var file: CheckedFile
        var artifact: Int

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.field("artifactLocation", SARIFArtifactLocation(path: file.path, index: artifact))
                if file.lines.areOfFile { json.field("region", Region(place: place, lines: file.lines)) }
            }
        }
    }

    private struct Region: JSONWritable {
        var place: Location
        var lines: SourceLines

        func write(to json: inout JSONWriter) {
            let (start, end) = lines.places(of: place)
            json.object(onOneLine: true) { json in
                json.field("startLine", start.line)
                json.field("startColumn", start.utf16Column)
                json.field("endLine", end.line)
                json.field("endColumn", end.utf16Column)
                json.field("byteOffset", place.start)
                json.field("byteLength", max(0, place.end - place.start))
            }
        }
    }
}
