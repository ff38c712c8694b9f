import Foundation
import VanBanCorrections
import VanBanExport
import VanBanModel
import VanBanReading
import VanBanStructure

/// What must hold of every input, whatever it is: a record that is whole, or a reason why there is none.
public struct Oracle: Sendable {
    private let schema: SchemaCheck
    private let reader: FileReader

    /// - Throws: where the package's schema is no JSON.
    public init() throws {
        schema = try SchemaCheck()
        var limits = ReadingLimits()
        // Inputs are small; one that asks for more is to be refused before it takes the machine's memory.
        limits.fileBytes = 4 << 20
        reader = FileReader(limits: limits)
    }

    /// What is wrong with what becomes of an input; empty where all is well.
    /// - Parameters:
    ///   - plain: the words that the input holds, where that is known; for text in UTF-8 they are the input itself.
    ///   - isThorough: whether it is read again from one thread and from eight at once, too.
    public func faults(
        of bytes: [UInt8], name: String = "input", plain: String? = nil, isThorough: Bool = false
    ) -> [String] {
        let first = outcome(of: bytes, name)
        var faults: [String] = []
        if let converted = first.converted {
            faults += account(of: converted, bytes: bytes)
            do {
                let record = try JSONValue(first.json)
                faults += schema.faults(of: record).map { "schema: \($0)" }
                faults += loss(from: record, converted, bytes, plain)
            } catch {
                faults.append("no JSON at byte \(error.offset)")
            }
        }
        if isThorough { faults += differences(from: first, bytes, name) }
        return faults
    }

    /// What is wrong with what becomes of the fuzzer's bytes.
    public func faults(of bytes: [UInt8], as target: FuzzTarget, isThorough: Bool = false) -> [String] {
        switch target {
        case .corrections: return faults(ofCorrections: bytes)
        case .pages: return PageFuzzing.faults(of: bytes)
        case .containers: return ContainerFuzzing.faults(of: bytes)
        default: return faults(of: target.file(bytes), isThorough: isThorough)
        }
    }

    /// What people put right is taken or told: the record stays whole, and is the same every time.
    private func faults(ofCorrections bytes: [UInt8]) -> [String] {
        guard let file = try? CorrectionFile(bytes),
            let converted = outcome(of: CorrectionFuzzing.document, "input").converted
        else { return [] }
        let list = CorrectionStore(file).corrections(sha256: file.document.sha256, name: "input", isOnly: true)
        let corrected = CorrectedDocument(converted, list)
        let record = JSONSerializer(layout: .compact).string(corrected.document.record)
        var faults: [String] = []
        if JSONSerializer(layout: .compact).string(CorrectedDocument(converted, list).document.record) != record {
            faults.append("another result the second time")
        }
        if corrected.applied + corrected.already + corrected.unplaced != file.corrections.count {
            faults.append("not every correction is applied, known or told")
        }
        do {
            faults += schema.faults(of: try JSONValue(Array(record.utf8))).map { "schema: \($0)" }
        } catch {
            faults.append("no JSON at byte \(error.offset)")
        }
        return faults
    }

    // MARK: The same every time

    private struct Outcome: Sendable {
        var converted: ConvertedDocument?
        /// The record, or the reason for the refusal.
        var json: [UInt8]
    }

    private func outcome(of bytes: [UInt8], _ name: String) -> Outcome {
        do {
            let converted = try DocumentConverter(reader: reader).convert(bytes, name: name)
            return Outcome(
                converted: converted, json: Array(JSONSerializer(layout: .compact).string(converted.record).utf8))
        } catch {
            return Outcome(converted: nil, json: Array("\(error)".utf8))
        }
    }

    private func differences(from first: Outcome, _ bytes: [UInt8], _ name: String) -> [String] {
        var faults: [String] = []
        if ParallelWork.onOneThread({ outcome(of: bytes, name) }).json != first.json {
            faults.append("another result from one thread")
        }
        let results = Results()
        let group = DispatchGroup()
        for _ in 0..<8 {
            group.enter()
            let thread = Thread {
                results.add(outcome(of: bytes, name).json)
                group.leave()
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
        group.wait()
        if results.all.contains(where: { $0 != first.json }) { faults.append("another result from eight threads") }
        return faults
    }

    private final class Results: @unchecked Sendable {
        private let lock = NSLock()
        private var found: [[UInt8]] = []
        func add(_ result: [UInt8]) { lock.withLock { found.append(result) } }
        var all: [[UInt8]] { lock.withLock { found } }
    }

    // MARK: Nothing is lost

    /// The program's own account.
    private func account(of converted: ConvertedDocument, bytes: [UInt8]) -> [String] {
        var faults: [String] = []
        let coverage = converted.record.coverage
        if coverage.unaccounted != 0 { faults.append("\(coverage.unaccounted) unaccounted") }
        if coverage.characters != coverage.recorded + coverage.furniture + coverage.unaccounted {
            faults.append("the coverage does not add up")
        }
        let isPlain = converted.record.source.format == .text && converted.record.source.encoding == "utf-8"
        for entry in converted.entries() {
            let (start, end) = (entry.location.start, entry.location.end)
            if let other = entry.alsoClaimedBy {
                faults.append("\(start)-\(end) is \(entry.owner)'s and \(other)'s: \(entry.text.prefix(60))")
            }
            if entry.owner == "unaccounted" { faults.append("unaccounted: \(entry.text.prefix(60))") }
            if start < 0 || start > end || isPlain && end > bytes.count {
                faults.append("\(entry.owner) lies at \(start)-\(end), outside of the source")
            }
        }
        return faults
    }

    /// The count of words, for inputs whose words are known without reading them as the program does.
    private func loss(
        from record: JSONValue, _ converted: ConvertedDocument, _ bytes: [UInt8], _ plain: String?
    ) -> [String] {
        let source = converted.record.source
        // Of text in an old encoding the words are other ones than those stored.
        guard let text = plain ?? Self.text(of: bytes, source),
            !converted.record.diagnostics.contains(where: { $0.code == .legacyEncoding })
        else { return [] }
        let furniture = converted.entries().filter { $0.owner.hasPrefix("furniture") }.map(\.text)
        let missing = WordCount.missing(from: record, furniture: furniture, source: text)
        return missing.isEmpty ? [] : ["in no string of the record: " + missing.prefix(8).joined(separator: ", ")]
    }

    private static func text(of bytes: [UInt8], _ source: Source) -> String? {
        guard source.format == .text, source.encoding == "utf-8" else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
