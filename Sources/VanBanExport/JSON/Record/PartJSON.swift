import VanBanModel

extension PartKind: JSONWritable {}

extension Part: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("kind", kind)
            json.field("typeName", typeName)
            json.field("number", number)
            json.field("issuedOn", issuedOn)
            json.field("place", place)
            json.field("issuer", issuer)
            json.field("title", title)
            json.field("attachedTo", attachedTo)
            json.field("period", period)
            json.field("index", index)
            json.field("legalBases", legalBases)
            json.field("sections", sections)
            json.field("tables", tables)
            json.field("recipients", recipients)
            json.field("signature", signature)
            json.field("footnotes", footnotes)
            json.field("letterhead", letterhead)
            json.field("formulas", formulas)
            json.field("decided", decided)
            if let confidence { json.field("confidence", confidence) }
            json.field("location", location)
        }
    }
}

extension Attachment: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("number", number)
            json.field("date", date)
            json.field("text", text)
            json.field("location", location)
        }
    }
}

extension Period: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("start", start)
            json.field("end", end)
        }
    }
}

extension LegalBasis: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("text", text)
            json.field("references", references)
            json.field("location", location)
        }
    }
}

extension Signature: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("authority", authority)
            json.field("position", position)
            json.field("name", name)
            json.field("location", location)
        }
    }
}

extension Footnote: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("mark", mark)
            json.field("text", text)
            json.field("calls", calls)
            json.field("location", location)
        }
    }
}

extension Formula.Kind: JSONWritable {}

extension Formula: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("kind", kind)
            json.field("text", text)
            json.field("location", location)
        }
    }
}
