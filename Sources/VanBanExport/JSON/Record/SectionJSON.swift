import VanBanModel

extension Section.Kind: JSONWritable {}

extension Section: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("kind", kind)
            json.field("label", label)
            json.field("ordinal", ordinal)
            json.field("heading", heading)
            json.field("text", text)
            json.field("children", children)
            json.field("decided", decided)
            if let confidence { json.field("confidence", confidence) }
            json.field("location", location)
        }
    }
}
