import Foundation
import Testing
import VanBanModel

@testable import VanBanReading
@testable import VanBanStructure

@Suite("One document in several formats")
struct SameRecordTests {
    enum Form: String, CaseIterable, Sendable {
        case html, docx
    }

    static let cases = Corpus.all.flatMap { document in Form.allCases.map { (document, $0) } }

    @Test("HTML and DOCX of a text give its tasks, scores and outline, and leave nothing out", arguments: cases)
    func sameRecord(_ document: Corpus.Document, _ form: Form) throws {
        let original = try DocumentConverter().convert(document.bytes, name: document.name)
        let forms = DocumentForms(original)
        let bytes = form == .html ? forms.html() : forms.documentXML()
        let record = try DocumentConverter().convert(bytes, name: document.name).record
        #expect(record.source.format.rawValue == form.rawValue)
        #expect(record.coverage.unaccounted == 0)
        expectSame(Plain.tasks(original.record), Plain.tasks(record))
        expectSame(Plain.scores(original.record), Plain.scores(record))
        expectSame(Plain.outline(original.record), Plain.outline(record))
    }

    private func expectSame(_ expected: [String], _ found: [String]) {
        #expect(expected.count == found.count)
        for (expected, found) in zip(expected, found) where expected != found {
            #expect(expected == found)
            return
        }
    }
}

/// Values of a record as text, without their places.
enum Plain {
    static func tasks(_ record: Record) -> [String] {
        record.tasks.map { task in
            var fields = [task.number, task.group?.label, task.group?.title, task.task, task.outputs, task.lead]
            fields += [task.coordinating, task.deadline, task.funding, task.note]
            let agencies = (task.leadAgencies + [] + task.coordinatingAgencies).map { "\($0.text) \($0.id ?? "–")" }
            let deadlines = task.deadlines.map {
                "\($0.kind) \($0.start?.description ?? "–") \($0.end?.description ?? "–") \($0.product ?? "–")"
            }
            return fields.map { $0 ?? "–" }.joined(separator: " | ") + " | \(task.outputItems) \(agencies) \(deadlines)"
        }
    }

    static func scores(_ record: Record) -> [String] {
        record.indexScores.map { score in
            "\(score.index) \(score.dimension?.name ?? "–") \(String(describing: score.year)) "
                + "\(String(describing: score.score)) \(String(describing: score.change)) "
                + "\(String(describing: score.previous)) \(score.componentsUp) \(score.componentsDown)"
        }
    }

    static func outline(_ record: Record) -> [String] {
        record.parts.flatMap { part in
            var lines = ["\(part.kind) \(part.number ?? "–") \(part.title ?? "–") \(part.issuer ?? "–")"]
            lines += part.legalBases.map(\.text) + part.recipients + [part.signature?.name ?? "–"]
            func add(_ sections: [Section], _ depth: Int) {
                for section in sections {
                    lines.append(
                        String(repeating: " ", count: depth)
                            + "\(section.kind) \(section.label ?? "–") \(section.heading ?? "–") \(section.text ?? "–")"
                    )
                    add(section.children, depth + 1)
                }
            }
            add(part.sections, 0)
            return lines
        }
    }
}
