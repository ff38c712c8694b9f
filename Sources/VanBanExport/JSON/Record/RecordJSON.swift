import VanBanModel

extension Record: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.paths = paths
        json.pages = pages
        defer {
            json.paths = nil
            json.pages = nil
        }
        json.object { json in
            json.field("schemaVersion", schemaVersion)
            if sources.count > 1 { json.field("source", sources) } else { json.field("source", source) }
            json.field("parts", parts)
            json.field("indexScores", indexScores)
            json.longField("tasks", tasks)
            json.field("references", references)
            json.field("diagnostics", diagnostics)
            json.field("coverage", coverage)
            json.field("publication", publication)
            json.field("targets", targets)
        }
    }
}

extension Source.Format: JSONWritable {}

extension Source: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("name", name)
            json.field("path", path)
            json.field("format", format)
            json.field("encoding", encoding)
            json.field("bytes", bytes)
            json.field("sha256", sha256)
            json.field("converter", converter)
            json.field("tables", tables)
        }
    }
}

extension Source.Converter: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object(onOneLine: true) { json in
            json.field("name", name)
            json.field("version", version)
        }
    }
}

extension TableReading.Layout: JSONWritable {}

extension TableReading: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object(onOneLine: true) { json in
            json.field("table", table)
            json.field("layout", layout)
            json.field("confidence", confidence)
        }
    }
}

extension Coverage: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("characters", characters)
            json.field("recorded", recorded)
            json.field("furniture", furniture)
            json.field("unaccounted", unaccounted)
        }
    }
}
