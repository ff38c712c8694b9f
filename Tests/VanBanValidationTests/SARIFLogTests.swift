import Foundation
import Testing
import VanBanExport
import VanBanModel
import VanBanStructure

@testable import VanBanValidation

@Suite struct SARIFLogTests {
    private func log(_ files: [CheckedFile], _ language: Language = .english) throws -> [String: Any] {
        var sink = ByteCollector()
        try SARIFLog(version: "0.1.0", language: language).write(files, to: &sink)
        return try #require(try JSONSerialization.jsonObject(with: Data(sink.bytes)) as? [String: Any])
    }

    private func checked(_ text: String, path: String = "plan.txt", name: String = "plan.txt") throws -> CheckedFile {
        let bytes = Array(text.utf8)
        let document = try DocumentConverter().convert(bytes, name: name)
        return CheckedFile(
            path: path, document: document, bytes: bytes, findings: Validator().findings(in: document))
    }

    private func run(_ log: [String: Any]) throws -> [String: Any] {
        try #require((log["runs"] as? [[String: Any]])?.first)
    }

    private func location(_ result: [String: Any]) throws -> [String: Any] {
        try #require((result["locations"] as? [[String: Any]])?.first)
    }

    @Test("the log has what SARIF 2.1.0 asks for, and each result names its rule")
    func shape() throws {
        let text = try Documents.right(with: [
            ("ở các xã, phường.", "ở các xã đến ngày 31/6/2024."), ("- Lưu: VT, NC.", "- Báo Bắc Giang."),
        ])
        let log = try log([try checked(text)])
        #expect(log["version"] as? String == "2.1.0")
        let run = try run(log)
        #expect(run["columnKind"] as? String == "utf16CodeUnits")
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "vanban")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == 2)
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
            #expect((result["message"] as? [String: Any])?["text"] is String)
            #expect(["error", "warning", "note"].contains(result["level"] as? String ?? ""))
        }
    }

    @Test("a region gives lines, columns in UTF-16 and bytes")
    func region() throws {
        let text = try Documents.right(with: [("ở các xã, phường.", "ở các xã 𝄞 đến ngày 31/6/2024.")])
        let file = try checked(text)
        let result = try #require((try run(try log([file]))["results"] as? [[String: Any]])?.first)
        let physical = try #require(try location(result)["physicalLocation"] as? [String: Any])
        let region = try #require(physical["region"] as? [String: Int])
        let line = "1. Nâng cao chất lượng phục vụ người dân ở các xã 𝄞 đến "
        #expect(region["startLine"] == 49)
        #expect(region["startColumn"] == line.utf16.count + 1)
        #expect(region["endColumn"] == line.utf16.count + "ngày 31/6/2024".utf16.count + 1)
        let start = try #require(region["byteOffset"])
        let length = try #require(region["byteLength"])
        #expect(String(decoding: Array(text.utf8)[start..<(start + length)], as: UTF8.self) == "ngày 31/6/2024")
    }

    @Test("a web page has no region but the path of the element")
    func logical() throws {
        let text = try Documents.right(with: [("ở các xã, phường.", "ở các xã đến ngày 31/6/2024.")])
        let paragraphs = text.split(separator: "\n").map { "<p>\($0)</p>" }.joined(separator: "\n")
        let page = "<!DOCTYPE html><html><meta charset=\"utf-8\"><body>\(paragraphs)</body></html>"
        let results = try #require(
            try run(try log([try checked(page, path: "plan.html", name: "plan.html")]))["results"] as? [[String: Any]])
        let result = try #require(results.first { $0["ruleId"] as? String == "impossibleDate" })
        let place = try location(result)
        #expect((place["physicalLocation"] as? [String: Any])?["region"] == nil)
        let path = (place["logicalLocations"] as? [[String: Any]])?.first?["fullyQualifiedName"] as? String
        #expect(path?.hasPrefix("/html/body/p[") == true)
    }

    @Test("names of files are URI references")
    func uri() throws {
        let file = try checked(
            try Documents.right(with: [("- Lưu: VT, NC.", "- Báo Bắc Giang.")]), path: "thư mục/kế hoạch.txt")
        let artifacts = try #require(try run(try log([file]))["artifacts"] as? [[String: Any]])
        let uri = (artifacts.first?["location"] as? [String: Any])?["uri"] as? String
        #expect(uri == "th%C6%B0%20m%E1%BB%A5c/k%E1%BA%BF%20ho%E1%BA%A1ch.txt")
    }

    @Test("a finding of several places is one result for each")
    func alike() throws {
        let text = try Documents.right(with: [
            ("ở các xã, phường.", "ở các xã đến ngày 31/6/2024."), ("của từng cơ quan.", "trước ngày 31/6/2024."),
        ])
        let results = try run(try log([try checked(text)]))["results"] as? [[String: Any]]
        #expect(results?.count == 2)
    }

    @Test("a log without findings is a whole log")
    func empty() throws {
        let results = try run(try log([try checked(Documents.right)]))["results"] as? [Any]
        #expect(results?.isEmpty == true)
    }
}
