import Foundation
import Testing
import VanBanExport
import VanBanModel
import VanBanStructure

@testable import VanBanValidation

@Suite struct FindingJSONTests {
    @Test("a document's findings, with place and part, and their number")
    func findings() throws {
        let text = try Documents.right(with: [("ở các xã, phường.", "ở các xã đến ngày 31/6/2024.")])
        let document = try Documents.convert(text)
        let file = CheckedFile(
            path: "plan.txt", document: document, bytes: Array(text.utf8),
            findings: Validator().findings(in: document))
        var sink = ByteCollector()
        try FindingJSON(layout: .compact).write(file, to: &sink)
        #expect(sink.text.count { $0 == "\n" } == 1)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(sink.bytes)) as? [String: Any])
        #expect(json["file"] as? String == "plan.txt")
        #expect(json["errors"] as? Int == 1)
        #expect(json["warnings"] as? Int == 0)
        let finding = try #require((json["findings"] as? [[String: Any]])?.first)
        #expect(finding["code"] as? String == "impossibleDate")
        #expect(finding["part"] as? String == "part-2")
        #expect(finding["arguments"] as? [String] == ["ngày 31/6/2024"])
        let location = try #require(finding["location"] as? [String: Any])
        #expect(location["line"] as? Int == 49)
        #expect(location["column"] as? Int == 55)
    }

    @Test("settings with a key, a code or a severity that there is not are refused")
    func settings() throws {
        func read(_ json: String) throws -> ValidationOptions {
            try JSONDecoder().decode(ValidationOptions.self, from: Data(json.utf8))
        }
        let options = try read(
            #"{"disable": ["missingHead"], "severity": {"raggedRow": "error"}, "show": "info", "failOn": "error"}"#)
        #expect(
            options
                == ValidationOptions(
                    disable: ["missingHead"], severity: ["raggedRow": .error], show: .info, failOn: .error))
        #expect(try read("{}") == ValidationOptions())
        for wrong in [
            #"{"disabled": []}"#, #"{"disable": ["noSuchCode"]}"#, #"{"severity": {"raggedRow": "bad"}}"#, "[]",
        ] {
            #expect(throws: DecodingError.self) { try read(wrong) }
        }
    }
}
