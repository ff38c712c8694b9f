import VanBanModel

extension VanBanModel.Task: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("part", part)
            json.field("table", table)
            json.field("sequence", sequence)
            json.field("group", group)
            json.field("number", number)
            json.field("task", task)
            json.field("outputs", outputs)
            json.field("lead", lead)
            json.field("coordinating", coordinating)
            json.field("deadline", deadline)
            json.field("funding", funding)
            json.field("note", note)
            json.field("outputItems", outputItems)
            json.field("leadAgencies", leadAgencies)
            json.field("coordinatingAgencies", coordinatingAgencies)
            json.field("deadlines", deadlines)
            json.field("otherCells", otherCells)
            json.field("decided", decided)
            if let confidence { json.field("confidence", confidence) }
            json.field("location", location)
        }
    }
}

extension TaskGroup: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("label", label)
            json.field("title", title)
            json.field("dimensionCode", dimensionCode)
        }
    }
}

extension OtherCells: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            for (header, text) in zip(headers, texts) { json.field(named: header, text) }
        }
    }
}

extension Deadline.Kind: JSONWritable {}
extension Deadline.Bound: JSONWritable {}
extension Deadline.Frequency: JSONWritable {}
extension Deadline.Direction: JSONWritable {}

extension Deadline: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.fields(of: sharedIdentity) { json in
                json.field("text", text)
                json.field("kind", kind)
                json.field("start", start)
                json.field("end", end)
                json.field("bound", bound)
                json.field("frequency", frequency)
                json.field("product", product)
                json.field("anchor", anchor)
                json.field("anchorDate", anchorDate)
                json.field("offset", offset)
                json.field("direction", direction)
                json.field("workingDays", workingDays)
                json.field("reference", reference)
            }
            json.field("location", location)
        }
    }
}
