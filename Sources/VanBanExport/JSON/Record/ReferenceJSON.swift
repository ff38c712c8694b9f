import VanBanModel

extension Reference: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("type", type)
            json.field("number", number)
            json.field("date", date)
            json.field("issuer", issuer)
            json.field("title", title)
            json.field("text", text)
            json.field("mentions", mentions)
            json.field("year", year)
            json.field("symbol", symbol)
            json.field("relations", relations)
            json.field("decided", decided)
            if let confidence { json.field("confidence", confidence) }
        }
    }
}

extension Relation: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("kind", kind.rawValue)
            json.field("part", part)
            json.field("from", from)
            json.field("planned", isPlanned)
            json.field("location", location)
        }
    }
}
