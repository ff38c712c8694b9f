import VanBanModel

/// Turns the bytes of one format into one text and its blocks. One implementation a format.
public protocol DocumentReader: Sendable {
    var format: Source.Format { get }

    /// Reads a whole file.
    /// - Throws: ``ReadingError`` when the bytes are not of this format or hold no text.
    func read(_ bytes: consuming [UInt8], name: String) throws(ReadingError) -> ReadDocument
}

/// A file as read: its text, its blocks, and what was noticed on the way.
public struct ReadDocument: Sendable {
    public var source: Source
    public var text: SourceText
    public var blocks: [Block]
    public var diagnostics: [Diagnostic]
    /// Whether the text was read from an encoding without capitals of its own: fonts drew them, and which text was set in
    /// those is not known any more (TCVN3).
    public var losesCapitals = false

    public init(source: Source, text: SourceText, blocks: [Block], diagnostics: [Diagnostic]) {
        self.source = source
        self.text = text
        self.blocks = blocks
        self.diagnostics = diagnostics
    }
}

/// Why a file could not be read: what, where, and what to do.
public enum ReadingError: Error, Hashable, Sendable {
    /// What ``damaged(part:)`` calls a whole PDF file.
    public static let pdf = "PDF"

    case empty
    case tooLarge(bytes: Int, limit: Int)
    /// The content is of a kind that is not read; the name of that kind.
    case unsupported(String)
    /// The bytes are no text in a known encoding; the offset of the first bad byte.
    case notText(offset: Int)
    /// The letters are none that anybody wrote: the map from a PDF's glyphs to characters is broken.
    case brokenCharacterMap
    /// More elements within one another than are read.
    case tooDeep(limit: Int)
    /// An element with more attributes than are read.
    case tooManyAttributes(limit: Int)
    /// A table with more cells, wide and high ones counted for every place they take up, than are read.
    case tableTooLarge(limit: Int)
    /// Markup whose beginnings and ends don't belong together in so many places that nothing can be made of it.
    case tangledMarkup
    /// Text, but without anything of an administrative document.
    case notAdministrative
    /// Protected by a password.
    case encrypted
    /// Too damaged to be read; the part of the package, nothing for the package itself, or ``pdf``.
    case damaged(part: String)
    /// A program that would read it is not there; the Debian package that brings it.
    case needsConverter(program: String, package: String)
    /// The program that was to read it came to no good end.
    case converterFailed(program: String, ConverterFailure)
    /// Pages without a text layer that can be read, and nobody who recognises the letters in their pictures.
    case noTextLayer
    /// A limit of ``ReadingLimits`` was met.
    case beyondLimit(ReadingLimits.Kind, limit: Int)

    /// A name for programs, by which failures are counted.
    public var reason: String {
        switch self {
        case .empty: return "empty"
        case .tooLarge: return "tooLarge"
        case .unsupported: return "unsupported"
        case .notText: return "notText"
        case .brokenCharacterMap: return "brokenCharacterMap"
        case .tooDeep: return "tooDeep"
        case .tooManyAttributes: return "tooManyAttributes"
        case .tableTooLarge: return "tableTooLarge"
        case .tangledMarkup: return "tangledMarkup"
        case .notAdministrative: return "notAdministrative"
        case .encrypted: return "encrypted"
        case .damaged: return "damaged"
        case .needsConverter: return "needsConverter"
        case .converterFailed: return "converterFailed"
        case .noTextLayer: return "noTextLayer"
        case .beyondLimit: return "beyondLimit"
        }
    }

    /// The message for people.
    public func message(in language: Language) -> String {
        switch (self, language) {
        case (.empty, .english):
            return "the file is empty; give a file that holds the document's text"
        case (.empty, .vietnamese):
            return "tệp rỗng; hãy chọn tệp có nội dung văn bản"
        case (.tooLarge(let bytes, let limit), .english):
            return "the file has \(bytes) bytes, the limit is \(limit); raise it with --max-bytes, or split the file"
        case (.tooLarge(let bytes, let limit), .vietnamese):
            return "tệp có \(bytes) byte, giới hạn là \(limit); tăng giới hạn bằng --max-bytes hoặc chia nhỏ tệp"
        case (.unsupported(let kind), .english):
            let (name, advice) = FileSignature.words(of: kind, in: .english)
            return "this is \(name), which is not read here; \(advice)"
        case (.unsupported(let kind), .vietnamese):
            let (name, advice) = FileSignature.words(of: kind, in: .vietnamese)
            return "đây là \(name), chưa đọc được; \(advice)"
        case (.notText(let offset), .english):
            return "this is no text in UTF-8 or UTF-16 (first bad byte at offset \(offset)), nor in an old "
                + "encoding that was recognised; name its encoding with --encoding, or save it as UTF-8 text"
        case (.notText(let offset), .vietnamese):
            return
                "không phải văn bản UTF-8 hay UTF-16 (byte sai đầu tiên ở vị trí \(offset)), cũng không nhận ra bảng mã cũ "
                + "nào; hãy chỉ ra bảng mã bằng --encoding hoặc lưu lại theo UTF-8"
        case (.brokenCharacterMap, .english):
            return
                "the text is undecodable: its letters are garbled, as where a PDF's font has a broken ToUnicode map; "
                + "read the pages with OCR, or use another copy of the document"
        case (.brokenCharacterMap, .vietnamese):
            return "không giải mã được chữ: ký tự bị sai, thường do phông trong tệp PDF có bảng ToUnicode hỏng; "
                + "hãy nhận dạng trang bằng OCR hoặc dùng bản khác của văn bản"
        case (.tooDeep(let limit), .english):
            return "more than \(limit) elements stand within one another; this is no document as people write it"
        case (.tooDeep(let limit), .vietnamese):
            return "hơn \(limit) phần tử lồng vào nhau; đây không phải văn bản do người soạn"
        case (.tooManyAttributes(let limit), .english):
            return "an element has more than \(limit) attributes; save the page again from a browser or Word"
        case (.tooManyAttributes(let limit), .vietnamese):
            return "có phần tử mang hơn \(limit) thuộc tính; hãy lưu lại trang từ trình duyệt hoặc Word"
        case (.tableTooLarge(let limit), .english):
            return "a table has more than \(limit) cells, merged ones counted for every place they take up; split it"
        case (.tableTooLarge(let limit), .vietnamese):
            return "có bảng hơn \(limit) ô (ô gộp tính theo số vị trí chiếm chỗ); hãy chia nhỏ bảng"
        case (.tangledMarkup, .english):
            return "the page's tags don't match in too many places; save the page again from a browser or Word"
        case (.tangledMarkup, .vietnamese):
            return "thẻ đóng, mở của trang không khớp ở quá nhiều chỗ; hãy lưu lại trang từ trình duyệt hoặc Word"
        case (.encrypted, .english):
            return "the file is protected by a password; open it with that, take the protection away and save it again"
        case (.encrypted, .vietnamese):
            return "tệp được bảo vệ bằng mật khẩu; hãy mở bằng mật khẩu đó, gỡ mật khẩu rồi lưu lại"
        case (.damaged(part: Self.pdf), .english):
            return
                "the PDF file is too damaged to be read; check whether it was transferred whole, or open it in a viewer and "
                + "print it to a new file"
        case (.damaged(part: Self.pdf), .vietnamese):
            return
                "tệp PDF hỏng nặng, không đọc được; hãy kiểm tra tệp có được chép đủ không, hoặc mở bằng trình xem rồi in ra "
                + "tệp PDF mới"
        case (.damaged(let part), .english):
            return (part.isEmpty ? "the package" : part)
                + " is too damaged to be read; open the file in Word, let it be repaired and save it again"
        case (.damaged(let part), .vietnamese):
            return (part.isEmpty ? "gói tệp" : part)
                + " hỏng nặng, không đọc được; hãy mở bằng Word, sửa chữa rồi lưu lại"
        case (.needsConverter(let program, let package), .english):
            return "this is read by way of \(program), which is not there; install it: apt install \(package)"
        case (.needsConverter(let program, let package), .vietnamese):
            return "loại tệp này đọc qua \(program), máy chưa có; hãy cài: apt install \(package)"
        case (.converterFailed(let program, let failure), .english):
            return "\(program) could not read the file: \(failure.words(in: .english)); "
                + "open the file, save it again and convert that"
        case (.converterFailed(let program, let failure), .vietnamese):
            return "\(program) không đọc được tệp: \(failure.words(in: .vietnamese)); "
                + "hãy mở tệp, lưu lại rồi chuyển đổi"
        case (.noTextLayer, .english):
            return
                "the pages are pictures without text that can be read; have the text recognised (OCR), or ask for the "
                + "Word file"
        case (.noTextLayer, .vietnamese):
            return "các trang là ảnh, không có lớp chữ đọc được; hãy nhận dạng chữ (OCR) hoặc xin tệp Word gốc"
        case (.beyondLimit(let kind, let limit), _): return kind.message(limit, in: language)
        case (.notAdministrative, .english):
            return "no administrative document was found: no kind of document, letterhead, legal basis, article, "
                + "numbered outline or table of tasks; check that this is the right file, or read it as it is with --any"
        case (.notAdministrative, .vietnamese):
            return
                "không thấy văn bản hành chính: không có tên loại, phần đầu, căn cứ, điều khoản, đề mục hay bảng nhiệm "
                + "vụ; hãy kiểm tra lại tệp, hoặc dùng --any để vẫn đọc"
        }
    }
}
