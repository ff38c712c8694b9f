import VanBanMessages
import VanBanModel

/// A kind of file that is not read: what it is called, and what its owner can do.
struct ForeignFile: Sendable {
    /// In the table of messages, below `foreign.kind.`.
    private var key: String
    /// Of a kind with kinds (a picture, an archive) which it is.
    private var kindOfIt: String?
    /// In English, which is what programs are told.
    let name: String
    let advice: Advice

    private init(_ key: String, of kind: String? = nil, advice: Advice) {
        self.key = key
        kindOfIt = kind
        name = Self.name(key, kind, in: .english)
        self.advice = advice
    }

    /// What it is called.
    func name(in language: Language) -> String { Self.name(key, kindOfIt, in: language) }

    /// What a kind is called, by its key.
    static func name(_ key: String, _ kind: String? = nil, in language: Language) -> String {
        Messages.text("foreign.kind." + key, in: language, kind.map { [$0] } ?? [])
    }

    enum Advice: String, Sendable {
        case save, sheet, recognise, unpack, attachment, original, leaveOut, link

        func text(in language: Language) -> String { Messages.text("foreign.advice." + rawValue, in: language) }
    }

    /// What stands at the beginning of files of this kind.
    private struct Signature: Sendable {
        private var pieces: [(offset: Int, bytes: [UInt8])]
        var kind: ForeignFile

        init(_ text: String, _ kind: ForeignFile) { self.init(Array(text.utf8), kind) }

        init(_ bytes: [UInt8], _ kind: ForeignFile) {
            pieces = [(0, bytes)]
            self.kind = kind
        }

        /// - Parameter bytes: what stands at an offset, behind what stands at the very beginning.
        init(_ text: String, then bytes: [UInt8], at offset: Int, _ kind: ForeignFile) {
            pieces = [(0, Array(text.utf8)), (offset, bytes)]
            self.kind = kind
        }

        func opens(_ file: [UInt8]) -> Bool {
            pieces.allSatisfy { piece in
                let end = piece.offset + piece.bytes.count
                return file.count >= end && file[piece.offset..<end].elementsEqual(piece.bytes)
            }
        }
    }

    // MARK: Telling

    /// The kind of a file that is no text; nil where nothing shows.
    static func kind(of file: [UInt8]) -> ForeignFile? {
        guard file.count >= 2 else { return nil }
        if CompoundFile.isPresent(in: file) { return CompoundFile.kind(of: file) }
        if let found = signatures.first(where: { $0.opens(file) }) { return found.kind }
        return isLock(file, name: "") ? lock : MHTMLReader.isMail(file) ? mail : nil
    }

    /// Whether it is the small file that Word, Excel or LibreOffice leave beside a document that is open: the name of who
    /// opened it, in bytes and in UTF-16.
    static func isLock(_ file: [UInt8], name: String) -> Bool {
        guard (150...180).contains(file.count) || name.hasPrefix("~$") && file.count < 512 else { return false }
        if name.hasPrefix("~$") { return true }
        guard let length = file.first, (1...53).contains(length) else { return false }
        let name = file[1...Int(length)]
        guard name.allSatisfy({ $0 >= 0x20 }) else { return false }
        for place in [54, 55] where file.count >= place + 2 + 2 * Int(length) {
            if file[place] == length, file[place + 1] == 0 { return true }
        }
        return false
    }

    /// By its English name.
    static func named(_ name: String) -> ForeignFile? { byName[name] }

    private static let byName: [String: ForeignFile] = Dictionary(
        (signatures.map(\.kind) + others).map { ($0.name, $0) }
    ) { first, _ in first }

    // MARK: Kinds

    static let lock = ForeignFile("lock", advice: .original)
    static let mail = ForeignFile("mail", advice: .attachment)
    static let outlook = ForeignFile("outlook", advice: .attachment)
    static let word = ForeignFile("word", advice: .save)
    static let excel = ForeignFile("excel", advice: .sheet)
    static let slides = ForeignFile("slides", advice: .save)
    static let thumbnails = ForeignFile("thumbnails", advice: .leaveOut)
    static let compound = ForeignFile("compound", advice: .save)
    private static let video = ForeignFile("video", advice: .leaveOut)
    private static let sound = ForeignFile("sound", advice: .leaveOut)
    private static let program = ForeignFile("program", advice: .leaveOut)
    private static let settings = ForeignFile("settings", advice: .leaveOut)

    private static func picture(_ name: String) -> ForeignFile {
        ForeignFile("picture", of: name, advice: .recognise)
    }

    private static func packed(_ name: String) -> ForeignFile {
        ForeignFile("packed", of: name, advice: .unpack)
    }

    private static func riff(_ name: String, _ kind: ForeignFile) -> Signature {
        Signature("RIFF", then: Array(name.utf8), at: 8, kind)
    }

    /// Files of boxes, whose length stands before their names (ISO 14496-12).
    private static func container(_ name: String, _ kind: ForeignFile) -> Signature {
        Signature("\0", then: Array(name.utf8), at: 4, kind)
    }

    /// Kinds that no first bytes tell.
    private static let others: [ForeignFile] = [
        lock, mail, outlook, word, excel, slides, thumbnails, compound,
        ForeignFile("markup", advice: .save),
        ForeignFile("workbook", advice: .sheet),
        ForeignFile("presentation", advice: .save),
        ForeignFile("openDocument", advice: .save),
        ForeignFile("book", advice: .save),
        ForeignFile("archive", advice: .unpack),
    ]

    private static let signatures: [Signature] = [
        Signature("%PDF", ForeignFile("pdf", advice: .save)),
        Signature(
            "PK\u{03}\u{04}",
            ForeignFile("package", advice: .save)),
        Signature("{\\rtf", ForeignFile("rtf", advice: .save)),
        Signature([0x89, 0x50, 0x4E, 0x47], picture("PNG")), Signature([0xFF, 0xD8, 0xFF], picture("JPEG")),
        Signature([0x49, 0x49, 0x2A, 0x00], picture("TIFF")), Signature([0x4D, 0x4D, 0x00, 0x2A], picture("TIFF")),
        Signature("GIF8", picture("GIF")), riff("WEBP", picture("WebP")),
        container("ftyphei", picture("HEIC")), container("ftyphev", picture("HEIC")),
        container("ftypmif", picture("HEIC")), container("ftypavi", picture("AVIF")),
        Signature("BM", then: [0, 0, 0, 0], at: 6, picture("BMP")), Signature("8BPS", picture("PSD")),
        Signature("AT&TFORM", ForeignFile("djvu", advice: .recognise)),
        Signature("%!PS", ForeignFile("postscript", advice: .save)),
        Signature([0x1F, 0x8B], packed("gzip")), Signature("Rar!\u{1A}", packed("RAR")),
        Signature([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], packed("7-Zip")), Signature("BZh", packed("bzip2")),
        Signature([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], packed("xz")), Signature("MSCF\0", packed("CAB")),
        Signature([0x28, 0xB5, 0x2F, 0xFD], packed("Zstandard")),
        Signature("", then: Array("ustar".utf8), at: 257, packed("tar")),
        Signature(
            "SQLite format 3",
            ForeignFile("sqlite", advice: .leaveOut)),
        Signature(
            "\0", then: Array("Standard Jet DB".utf8), at: 4,
            ForeignFile("access", advice: .leaveOut)),
        container("ftyp", video), riff("AVI ", video), Signature([0x1A, 0x45, 0xDF, 0xA3], video),
        Signature("ID3", then: [0], at: 4, sound), riff("WAVE", sound), Signature("OggS", sound),
        Signature([0x4D, 0x5A, 0x90, 0x00], program), Signature([0x7F, 0x45, 0x4C, 0x46], program),
        Signature(
            [0x4C, 0, 0, 0, 1, 0x14, 2, 0],
            ForeignFile("shortcut", advice: .link)),
        Signature(
            "[InternetShortcut]",
            ForeignFile("webShortcut", advice: .link)),
        Signature("[.ShellClassInfo]", settings), Signature([0, 0, 0, 1, 0x42, 0x75, 0x64, 0x31], settings),
        Signature([0, 5, 0x16, 7], settings), Signature("bplist00", settings),
    ]
}

/// Binary files of Office and of Windows: streams within one file (MS-CFB).
enum CompoundFile {
    private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    static func isPresent(in file: [UInt8]) -> Bool { file.starts(with: signature) }

    /// The format of a document that a converter reads; nil for what is none.
    static func format(of file: [UInt8]) -> Source.Format? {
        let names = streams(of: file)
        if names.contains("WordDocument") { return .doc }
        // Works 4 and 8 (libwps tells them so).
        let isWorks = names.contains("MN0") || names.contains("CONTENTS") && WordFile.holds("CHNKWKS", file)
        return isWorks ? .wps : nil
    }

    static func kind(of file: [UInt8]) -> ForeignFile {
        let names = streams(of: file)
        if names.contains("WordDocument") { return ForeignFile.word }
        if names.contains("Workbook") || names.contains("Book") { return ForeignFile.excel }
        if names.contains("PowerPoint Document") { return ForeignFile.slides }
        if names.contains("__properties_version1.0") { return ForeignFile.outlook }
        if names.contains("Catalog") || names.contains(where: { $0.hasPrefix("256_") || $0.hasPrefix("96_") }) {
            return ForeignFile.thumbnails
        }
        return ForeignFile.compound
    }

    /// The names in its directory, which consists of entries of 128 bytes (2.6.1).
    private static func streams(of file: [UInt8]) -> Set<String> {
        var names: Set<String> = []
        var offset = 512
        while offset + 128 <= file.count, names.count < 1_000 {
            defer { offset += 128 }
            let length = Int(file[offset + 64]) | Int(file[offset + 65]) << 8
            // A storage, a stream or the root; black or red.
            guard (4...64).contains(length), length % 2 == 0, [1, 2, 5].contains(file[offset + 66]),
                file[offset + 67] < 2, file[offset + length - 2] == 0, file[offset + length - 1] == 0
            else { continue }
            let units = stride(from: offset, to: offset + length - 2, by: 2).map {
                UInt16(file[$0]) | UInt16(file[$0 + 1]) << 8
            }
            names.insert(String(decoding: units, as: UTF16.self))
        }
        return names
    }
}
