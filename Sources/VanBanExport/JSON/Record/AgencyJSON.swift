import VanBanModel

extension Agency.Level: JSONWritable {}

extension Agency: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.fields(of: sharedIdentity) { json in
                json.field("text", text)
                json.field("name", name)
                json.field("id", id)
                json.field("kind", kind)
                json.field("level", level)
                json.field("collective", collective)
                json.field("role", role)
                json.field("person", person)
                json.field("note", note)
                json.field("place", place)
                json.field("validFrom", validFrom)
                json.field("validTo", validTo)
                json.field("successor", successor)
            }
            json.field("location", location)
        }
    }
}

extension AgencyPlace.Level: JSONWritable {}

extension AgencyPlace: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("name", name)
            json.field("level", level)
            json.field("noun", noun)
            json.field("code", code)
            json.field("printed", printed)
            json.field("successor", successor)
        }
    }
}

extension PlaceSuccessor: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("name", name)
            json.field("code", code)
            json.field("since", since)
        }
    }
}

extension AgencySuccessor: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("since", since)
            json.field("sharedWith", sharedWith)
        }
    }
}
