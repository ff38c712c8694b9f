import Foundation
import Testing
import VanBanExport
import VanBanModel
import VanBanReading
import VanBanStructure

@testable import VanBanReview

@Suite("Making the review page") struct ReviewPageMakingTests {
    private func page(_ text: String, name: String = "plan.txt", language: Language = .vietnamese) throws -> String {
        let document = try DocumentConverter().convert(Array(text.utf8), name: name)
        let review = ReviewDocument(
            record: document.record,
            stretches: document.entries().map { .init(location: $0.location, owner: $0.owner, text: $0.text) },
            corrections: [Array("{\"corrections\":[\"</script>\"]}".utf8)])
        var collected = ByteCollector()
        try ReviewPage(
            language: language, agencies: [ReviewAgency(id: "so-y-te", name: "Sở <Y tế>", abbreviations: ["SYT"])]
        ).write([review], to: &collected)
        return collected.text
    }

    private static let plan =
        "KẾ HOẠCH\nThực hiện <script>alert(1)</script> năm 2024\n\nI. MỤC ĐÍCH <!-- </style> -->\n\nNâng cao kết quả.\n"

    /// What stands between two marks, the first time.
    private func between(_ start: String, _ end: String, in page: String) throws -> String {
        let open = try #require(page.range(of: start))
        let close = try #require(page[open.upperBound...].range(of: end))
        return String(page[open.upperBound..<close.lowerBound])
    }

    @Test("a document brings no element of its own, however it is written")
    func elements() throws {
        let page = try page(Self.plan, name: "</title><script>.txt")
        // The texts, the agencies, the contents, the document, its corrections, and the page's own script.
        #expect(page.matches(of: /<script/).count == 6)
        #expect(page.matches(of: /<\/script>/).count == 6)
        #expect(page.matches(of: /<style/).count == 1)
        #expect(!page.contains("<!-- <"))
    }

    @Test("the policy names the page's own script and style, and nothing else may run or be fetched")
    func policy() throws {
        let page = try page(Self.plan)
        let policy = try between("Content-Security-Policy\" content=\"", "\"", in: page)
        let script = try between("<script type=\"module\">", "</script>", in: page)
        let style = try between("<style>", "</style>", in: page)
        for (directive, text) in [("script-src", script), ("style-src", style)] {
            let digest = Base64.text(of: FileDigest.sha256Bytes(of: Array(text.utf8)))
            #expect(policy.contains("\(directive) 'sha256-\(digest)'"))
        }
        #expect(policy.hasPrefix("default-src 'none';"))
        #expect(!policy.contains("unsafe"))
        // The name of the drawing's vocabulary is the only address.
        let addresses = page.matches(of: /https?:[^"'\s)]+/).map { String($0.output) }
        #expect(Set(addresses) == ["http://www.w3.org/2000/svg"])
    }

    @Test("the data of the page is the record's JSON")
    func record() throws {
        let json = try between("class=\"document\">", "</script>", in: page(Self.plan))
        let read = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let document = try DocumentConverter().convert(Array(Self.plan.utf8), name: "plan.txt")
        let written = try JSONSerialization.jsonObject(
            with: Data(JSONSerializer(layout: .compact).string(document.record).utf8))
        let shown = try #require(read["record"] as? NSDictionary)
        #expect(shown.isEqual(written))
        let messages = try #require(read["messages"] as? [[String: String]])
        #expect(messages.count == document.record.diagnostics.count)
    }

    @Test("every module stands in the one script, without a line that imports")
    func modules() throws {
        let script = ReviewPage.script
        #expect(!script.contains("\nimport ") && !script.contains("\nexport "))
        for name in ["class Page", "class Model", "class Editor", "class Windowed", "function otherReading"] {
            #expect(script.contains(name))
        }
        // One scope holds all modules: a name stands for one thing.
        let names = script.matches(of: /(?m)^(?:class|function|async function|const|let) (\w+)/).map { String($0.1) }
        #expect(Set(names).count == names.count)
        #expect(!script.contains("innerHTML") && !script.contains("eval("))
    }
}
