import VanBanModel

extension Target.Comparator: JSONWritable {}

extension Target: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("part", part)
            json.field("section", section)
            json.field("table", table)
            json.field("task", task)
            json.field("text", text)
            json.field("measure", measure)
            json.field("comparator", comparator)
            json.field("value", value)
            json.field("upper", upper)
            json.field("unit", unit)
            json.field("direction", direction)
            json.field("baseline", baseline)
            json.field("index", index)
            json.field("dimension", dimension)
            json.field("date", date)
            json.field("year", year)
            json.field("decided", decided)
            if let confidence { json.field("confidence", confidence) }
            json.field("location", location)
        }
    }
}

extension Target.Due: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("text", text)
            json.field("start", start)
            json.field("end", end)
            json.field("bound", bound)
        }
    }
}
