import VanBanModel

extension ColumnRole: JSONWritable {}
extension Table.RowKind: JSONWritable {}

extension Table: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("part", part)
            json.field("caption", caption)
            json.field("columns", columns)
            json.longField("rows", rows)
            json.field("rowKinds", rowKinds)
            json.field("spanningHeaders", spanningHeaders)
            json.field("decided", decided)
            if let confidence { json.field("confidence", confidence) }
            json.field("location", location)
        }
    }
}

extension Table.Column: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("header", header)
            json.field("role", role)
        }
    }
}

extension Table.Cell: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("text", text)
            json.field("rowSpan", rowSpan)
            json.field("columnSpan", columnSpan)
            json.field("location", location)
        }
    }
}
