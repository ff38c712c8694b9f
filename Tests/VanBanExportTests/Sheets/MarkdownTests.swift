import Testing
import VanBanExport
import VanBanModel

struct MarkdownTests {
    private func markdown(_ record: Record) throws -> String {
        var collected = ByteCollector()
        try RecordMarkdown(language: .english).write(record, to: &collected)
        return collected.text
    }

    @Test("a record reads as a document: heads, outline, recipients, signature, then its tables")
    func document() throws {
        let page = try markdown(SampleRecords.full())
        let pieces = [
            "## KẾ HOẠCH – Cải thiện Chỉ số PAPI", "- Issued on: 2024-05-26", "*Căn cứ Luật*", "### Điều 1. Ban hành",
            "#### đ. Mục tiêu", "Đoạn một  \nĐoạn hai", "- Như Điều 3", "**Nguyễn Văn A**", "## Tasks", "## Scores",
            "## References", "## Diagnostics",
        ]
        var rest = page[...]
        for piece in pieces {
            let range = try #require(rest.range(of: piece), "\(piece) in \(page)")
            rest = rest[range.upperBound...]
        }
    }

    @Test("what Markdown would read as its own signs stays as printed")
    func escaping() throws {
        var record = SampleRecords.full()
        record.parts[0].sections[0].children = []
        record.parts[0].sections[0].heading = nil
        record.parts[0].sections[0].kind = .paragraph
        record.parts[0].sections[0].label = nil
        record.parts[0].sections[0].text = "1. *một*\n- <b>hai</b>\n2024-05"
        record.tasks[0].task = "a | b\nc"
        let page = try markdown(record)
        #expect(page.contains("1\\. \\*một\\*  \n\\- \\<b\\>hai\\</b\\>  \n2024-05"))
        #expect(page.contains("| a \\| b<br>c |"))
    }
}
