import VanBanModel

extension DiagnosticCode: JSONWritable {}
extension Severity: JSONWritable {}

extension Diagnostic: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("code", code)
            json.field("severity", severity)
            json.field("message", message)
            json.field("hint", hint)
            json.field("location", location)
            json.field("related", related)
            json.field("arguments", arguments)
        }
    }
}
