import VanBanModel

extension Decision: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object(onOneLine: true) { json in
            json.field("by", by)
            json.field("on", on)
            json.field("was", was)
        }
    }
}

extension Decisions: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            for entry in entries { json.field(named: entry.field, entry.decision) }
        }
    }
}

extension Confidences: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object(onOneLine: true) { json in
            for (field, confidence) in values.sorted(by: { $0.key < $1.key }) { json.field(named: field, confidence) }
        }
    }
}
