import Foundation
import Testing
import VanBanModel
import VanBanStructure

@Suite("The samples in every form")
struct SampleFormsTests {
    /// A form of a sample, and the text that it was made from.
    struct Form: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]
        var text: Corpus.Document
        var testDescription: String { name }
    }

    static let forms: [Form] = {
        let folder = Corpus.root.appending(path: "Samples")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".html") || $0.hasSuffix(".docx") }.sorted().compactMap { name in
            let stem = name.prefix { $0 != "." }
            guard let text = Corpus.samples.first(where: { $0.name == "\(stem).txt" }),
                let data = try? Data(contentsOf: folder.appending(path: name))
            else { return nil }
            return Form(name: name, bytes: Array(data), text: text)
        }
    }()

    @Test("a page or Word file gives the record of the text, its source and places aside", arguments: forms)
    func sameRecord(_ form: Form) throws {
        let expected = try DocumentConverter().convert(form.text.bytes, name: form.text.name).record
        let found = try DocumentConverter().convert(form.bytes, name: form.name).record
        let difference = try Self.difference(Self.plain(expected), Self.plain(found), at: "")
        #expect(difference == nil)
        #expect(found.coverage.unaccounted == 0)
    }

    @Test("every sample is there as a page, as Word saves pages, and as Word files of three makers")
    func isComplete() {
        for sample in Corpus.samples {
            let stem = sample.name.dropLast(4)
            for kind in ["html", "word.html", "libreoffice.html", "word.docx", "python.docx", "libreoffice.docx"] {
                #expect(Self.forms.contains { $0.name == "\(stem).\(kind)" })
            }
        }
    }

    /// The record as JSON values without what tells one form from another.
    static func plain(_ record: Record) throws -> Any {
        var record = record
        // Word's files carry changes that their text cannot.
        record.diagnostics.removeAll { $0.code == .trackedChanges }
        return strip(try JSONSerialization.jsonObject(with: JSONEncoder().encode(record)))
    }

    private static let places: Set<String> = ["source", "location", "mentions", "calls", "related"]

    private static func strip(_ value: Any) -> Any {
        if let object = value as? [String: Any] {
            return object.filter { !places.contains($0.key) }.mapValues(strip)
        }
        if let array = value as? [Any] { return array.map(strip) }
        return value
    }

    /// The first place where two values differ.
    static func difference(_ left: Any, _ right: Any, at path: String) throws -> String? {
        if let left = left as? [String: Any], let right = right as? [String: Any] {
            for key in Set(left.keys).union(right.keys).sorted() {
                guard let one = left[key], let other = right[key] else { return "\(path).\(key) is in one only" }
                if let found = try difference(one, other, at: "\(path).\(key)") { return found }
            }
            return nil
        }
        if let left = left as? [Any], let right = right as? [Any] {
            guard left.count == right.count else { return "\(path): \(left.count) and \(right.count) entries" }
            for index in left.indices {
                if let found = try difference(left[index], right[index], at: "\(path)[\(index)]") { return found }
            }
            return nil
        }
        return "\(left)" == "\(right)" ? nil : "\(path): \(left) – \(right)"
    }
}
