import VanBanMessages
import VanBanModel
import VanBanReading

/// What a batch would meet, without converting anything: kinds, encodings and sizes of the files, what only other programs
/// read, what is done already, and about how much time and disk the rest takes.
package struct BatchSurvey: Sendable {
    /// Files of a kind.
    package struct Group: Hashable, Sendable {
        package var count = 0
        package var bytes = 0
    }

    /// By format; files that are not read are by what they are.
    package private(set) var kinds: [String: Group] = [:]
    /// Of texts and web pages, by the name of the encoding.
    package private(set) var encodings: [String: Int] = [:]
    /// Files that cannot be opened, or are no text in a known encoding.
    package private(set) var unreadable = 0
    /// Files whose content the archive has already.
    package private(set) var done = 0
    /// Seconds of processor time that the rest takes, about.
    package private(set) var seconds = 0.0
    /// Bytes of disk that the rest takes, about.
    package private(set) var disk = 0

    /// What a document costs, measured as `Documentation/archives.md` says: seconds of processor time, and bytes in a database.
    private static let cost: [Source.Format: Double] = [
        .pdf: 0.3, .image: 3, .doc: 1, .rtf: 1, .odt: 1, .wps: 1,
    ]
    private static let plainCost = 0.016
    private static let bytesADocument = 110_000

    /// - Parameters:
    ///   - list: the documents, placed below the archive's root where there is one.
    ///   - known: what the archive knows.
    ///   - progress: told after each file how many there were.
    package init(
        _ list: InputList, known: [FileName: ArchiveStore.Entry], reader: FileReader, progress: (Int) -> Void
    ) {
        var worker = Worker(Worker.Settings(reader: reader))
        for (number, item) in list.items.enumerated() {
            progress(number)
            guard let bytes = worker.bytes(of: WorkRequest(number: number, item: item)) else {
                unreadable += 1
                continue
            }
            add(bytes, known[FileName(item.name)], reader)
        }
    }

    private mutating func add(_ bytes: [UInt8], _ entry: ArchiveStore.Entry?, _ reader: FileReader) {
        let format = reader.furtherReader(of: bytes)?.format ?? FileReader.format(of: bytes)
        var kind = format.rawValue
        var isRead = true
        if format == .text || format == .html {
            if let encoding = FileReader.encoding(of: bytes, as: format) {
                encodings[encoding, default: 0] += 1
            } else {
                kind = Self.other
                isRead = false
            }
        }
        kinds[kind, default: Group()].count += 1
        kinds[kind, default: Group()].bytes += bytes.count
        if let entry, entry.bytes == bytes.count, entry.sha256 == FileDigest.sha256(of: bytes) {
            done += 1
        } else if isRead {
            seconds += Self.cost[format] ?? Self.plainCost
            disk += Self.bytesADocument
        }
    }

    /// How files are called that are of no kind that is read.
    package static let other = "other"

    /// The formats that are read by way of a program of others, as far as there are files of them.
    package var converted: [Source.Format] {
        [.doc, .rtf, .odt, .wps].filter { kinds[$0.rawValue] != nil }
    }

    /// What people are told.
    /// - Parameters:
    ///   - problems: how many paths gave no document.
    ///   - jobs: documents that are converted at the same time.
    ///   - missing: packages of programs that are not there and that files would want.
    package func text(problems: Int, jobs: Int, missing: [String], in language: Language) -> String {
        func words(_ key: String, _ arguments: String...) -> String { Messages.text(key, in: language, arguments) }
        func size(_ bytes: Int) -> String {
            bytes < 1_000_000 ? "\(max(1, bytes / 1000)) kB" : "\(bytes / 1_000_000) MB"
        }
        let count = kinds.values.reduce(0) { $0 + $1.count } + unreadable
        var lines = [words("survey.files", String(count), size(kinds.values.reduce(0) { $0 + $1.bytes }))]
        for (kind, group) in kinds.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            let name = Messages.known("code.format." + kind, in: language) ?? words("survey.other")
            lines.append("  \(group.count)  \(name), \(size(group.bytes))")
        }
        let known = encodings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        if !known.isEmpty { lines.append(words("survey.encodings", known.joined(separator: ", "))) }
        let office = converted.reduce(0) { $0 + (kinds[$1.rawValue]?.count ?? 0) }
        if office > 0 { lines.append(words("survey.office", String(office))) }
        let pages = (kinds["pdf"]?.count ?? 0) + (kinds["image"]?.count ?? 0)
        if pages > 0 { lines.append(words("survey.pages", String(pages))) }
        if !missing.isEmpty { lines.append(words("survey.install", missing.joined(separator: " "))) }
        if unreadable + problems > 0 { lines.append(words("survey.unreadable", String(unreadable + problems))) }
        lines.append(words("survey.done", String(done)))
        let time = Int((seconds / Double(max(1, jobs))).rounded(.up))
        let told =
            time >= 3600
            ? words("progress.hours", String(time / 3600), String(time % 3600 / 60))
            : words("progress.minutes", String(time / 60), String(time % 60))
        lines.append(words("survey.cost", told, String(jobs), size(disk)))
        return lines.joined(separator: "\n") + "\n"
    }
}
