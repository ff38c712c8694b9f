import VanBanModel

extension Publication: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("number", number)
            json.field("type", type)
            json.field("issuer", issuer)
            json.field("signer", signer)
            json.field("position", position)
            json.field("issuedOn", issuedOn)
            json.field("effectiveOn", effectiveOn)
            json.field("gazetteDate", gazetteDate)
            json.field("gazetteNumber", gazetteNumber)
            json.field("status", status)
            json.field("title", title)
            json.field("fields", fields)
            json.field("location", location)
        }
    }
}

extension Publication.Field: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("label", label)
            json.field("value", value)
            json.field("location", location)
        }
    }
}
