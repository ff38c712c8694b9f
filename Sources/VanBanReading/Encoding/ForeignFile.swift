import VanBanMessages
import VanBanModel

/// A kind of file that is not read: what it is called, and what its owner can do.
struct ForeignFile: Sendable {
    /// In English, which is what programs are told.
    var name: String
    var vietnamese: String
    var advice: Advice

    enum Advice: Sendable {
        case save, sheet, recognise, unpack, attachment, original, leaveOut, link

        func text(in language: Language) -> String {
            switch self {
            case .save: return Messages.text("foreign.advice.save", in: language)
            case .sheet: return Messages.text("foreign.advice.sheet", in: language)
            case .recognise: return Messages.text("foreign.advice.recognise", in: language)
            case .unpack: return Messages.text("foreign.advice.unpack", in: language)
            case .attachment: return Messages.text("foreign.advice.attachment", in: language)
            case .original: return Messages.text("foreign.advice.original", in: language)
            case .leaveOut: return Messages.text("foreign.advice.leaveOut", in: language)
            case .link: return Messages.text("foreign.advice.link", in: language)
            }
        }
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

    static let lock = ForeignFile(
        name: "a lock file that Word leaves beside an open document",
        vietnamese: "tệp khóa mà Word để cạnh văn bản đang mở", advice: .original)
    static let mail = ForeignFile(name: "an e-mail (.eml)", vietnamese: "thư điện tử (.eml)", advice: .attachment)
    static let outlook = ForeignFile(
        name: "an Outlook message (.msg)", vietnamese: "thư Outlook (.msg)", advice: .attachment)
    static let word = ForeignFile(
        name: "a Word document of before 2007 (.doc)", vietnamese: "văn bản Word đời cũ (.doc)", advice: .save)
    static let excel = ForeignFile(
        name: "an Excel workbook of before 2007 (.xls)", vietnamese: "bảng tính Excel đời cũ (.xls)", advice: .sheet)
    static let slides = ForeignFile(
        name: "a PowerPoint presentation of before 2007 (.ppt)",
        vietnamese: "bản trình chiếu PowerPoint đời cũ (.ppt)", advice: .save)
    static let thumbnails = ForeignFile(
        name: "Windows' store of small pictures (Thumbs.db)", vietnamese: "tệp ảnh thu nhỏ của Windows (Thumbs.db)",
        advice: .leaveOut)
    static let compound = ForeignFile(
        name: "a binary Office file (.doc, .xls)", vietnamese: "tệp Office nhị phân (.doc, .xls)", advice: .save)
    private static let video = ForeignFile(name: "a video", vietnamese: "tệp video", advice: .leaveOut)
    private static let sound = ForeignFile(name: "a sound recording", vietnamese: "tệp âm thanh", advice: .leaveOut)
    private static let program = ForeignFile(name: "a program", vietnamese: "tệp chương trình", advice: .leaveOut)
    private static let settings = ForeignFile(
        name: "a settings file of the system", vietnamese: "tệp thiết lập của hệ điều hành", advice: .leaveOut)

    private static func picture(_ name: String) -> ForeignFile {
        ForeignFile(name: "a picture (\(name))", vietnamese: "tệp ảnh (\(name))", advice: .recognise)
    }

    private static func packed(_ name: String) -> ForeignFile {
        ForeignFile(name: "a \(name) archive", vietnamese: "tệp nén \(name)", advice: .unpack)
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
        ForeignFile(name: FileSignature.markup, vietnamese: "tệp HTML hoặc XML", advice: .save),
        ForeignFile(name: FileKind.workbook, vietnamese: "bảng tính Excel (XLSX)", advice: .sheet),
        ForeignFile(name: FileKind.presentation, vietnamese: "bản trình chiếu PowerPoint (PPTX)", advice: .save),
        ForeignFile(name: FileKind.openDocument, vietnamese: "tệp OpenDocument (ODT, ODS)", advice: .save),
        ForeignFile(name: FileKind.book, vietnamese: "sách EPUB", advice: .save),
        ForeignFile(name: FileKind.archive, vietnamese: "gói ZIP không có văn bản Word", advice: .unpack),
    ]

    private static let signatures: [Signature] = [
        Signature("%PDF", ForeignFile(name: FileSignature.pdf, vietnamese: "tệp PDF", advice: .save)),
        Signature(
            "PK\u{03}\u{04}",
            ForeignFile(name: FileSignature.package, vietnamese: "gói ZIP (DOCX, XLSX, …)", advice: .save)),
        Signature("{\\rtf", ForeignFile(name: "an RTF file", vietnamese: "tệp RTF", advice: .save)),
        Signature([0x89, 0x50, 0x4E, 0x47], picture("PNG")), Signature([0xFF, 0xD8, 0xFF], picture("JPEG")),
        Signature([0x49, 0x49, 0x2A, 0x00], picture("TIFF")), Signature([0x4D, 0x4D, 0x00, 0x2A], picture("TIFF")),
        Signature("GIF8", picture("GIF")), riff("WEBP", picture("WebP")),
        container("ftyphei", picture("HEIC")), container("ftyphev", picture("HEIC")),
        container("ftypmif", picture("HEIC")), container("ftypavi", picture("AVIF")),
        Signature("BM", then: [0, 0, 0, 0], at: 6, picture("BMP")), Signature("8BPS", picture("PSD")),
        Signature("AT&TFORM", ForeignFile(name: "a DjVu file", vietnamese: "tệp DjVu", advice: .recognise)),
        Signature("%!PS", ForeignFile(name: "a PostScript file", vietnamese: "tệp PostScript", advice: .save)),
        Signature([0x1F, 0x8B], packed("gzip")), Signature("Rar!\u{1A}", packed("RAR")),
        Signature([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], packed("7-Zip")), Signature("BZh", packed("bzip2")),
        Signature([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], packed("xz")), Signature("MSCF\0", packed("CAB")),
        Signature([0x28, 0xB5, 0x2F, 0xFD], packed("Zstandard")),
        Signature("", then: Array("ustar".utf8), at: 257, packed("tar")),
        Signature(
            "SQLite format 3",
            ForeignFile(name: "an SQLite database", vietnamese: "cơ sở dữ liệu SQLite", advice: .leaveOut)),
        Signature(
            "\0", then: Array("Standard Jet DB".utf8), at: 4,
            ForeignFile(name: "an Access database", vietnamese: "cơ sở dữ liệu Access", advice: .leaveOut)),
        container("ftyp", video), riff("AVI ", video), Signature([0x1A, 0x45, 0xDF, 0xA3], video),
        Signature("ID3", then: [0], at: 4, sound), riff("WAVE", sound), Signature("OggS", sound),
        Signature([0x4D, 0x5A, 0x90, 0x00], program), Signature([0x7F, 0x45, 0x4C, 0x46], program),
        Signature(
            [0x4C, 0, 0, 0, 1, 0x14, 2, 0],
            ForeignFile(name: "a Windows shortcut (.lnk)", vietnamese: "lối tắt của Windows (.lnk)", advice: .link)),
        Signature(
            "[InternetShortcut]",
            ForeignFile(name: "a web shortcut (.url)", vietnamese: "lối tắt tới trang web (.url)", advice: .link)),
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
