import VanBanModel

extension IndexScore.Group: JSONWritable {}
extension IndexScore.Direction: JSONWritable {}

extension IndexScore: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("index", index)
            json.field("unit", unit)
            json.field("dimension", dimension)
            json.field("year", year)
            json.field("score", score)
            json.field("percent", percent)
            json.field("maximum", maximum)
            json.field("group", group)
            json.field("groupText", groupText)
            json.field("change", change)
            json.field("previous", previous)
            json.field("rank", rank)
            json.field("region", region)
            json.field("componentsUp", componentsUp)
            json.field("componentsDown", componentsDown)
            json.field("decided", decided)
            if let confidence { json.field("confidence", confidence) }
            json.field("location", location)
        }
    }
}

extension IndexScore.Dimension: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("number", number)
            json.field("code", code)
            json.field("name", name)
        }
    }
}

extension IndexScore.Change: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("direction", direction)
            json.field("amount", amount)
        }
    }
}

extension IndexScore.Previous: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("year", year)
            json.field("score", score)
            json.field("group", group)
        }
    }
}

extension IndexScore.Rank: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("position", position)
            json.field("of", of)
            json.field("change", change)
        }
    }
}
