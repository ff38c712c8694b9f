import VanBanMessages
import VanBanModel

/// Turns the bytes of one format into one text and its blocks. One implementation a format.
package protocol DocumentReader: Sendable {
    var format: Source.Format { get }

    /// Reads a whole file.
    /// - Throws: ``ReadingError`` when the bytes are not of this format or hold no text.
    func read(_ bytes: consuming [UInt8], name: String) throws(ReadingError) -> ReadDocument
}

/// A file as read: its text, its blocks, and what was noticed on the way.
package struct ReadDocument: Sendable {
    package var source: Source
    package var text: SourceText
    package var blocks: [Block]
    package var diagnostics: [Diagnostic]
    /// Whether the text was read from an encoding without capitals of its own: fonts drew them, and which text was set in
    /// those is not known any more (TCVN3).
    package var losesCapitals = false

    package init(source: Source, text: SourceText, blocks: [Block], diagnostics: [Diagnostic]) {
        self.source = source
        self.text = text
        self.blocks = blocks
        self.diagnostics = diagnostics
    }
}

/// Why a file could not be read: what, where, and what to do.
package enum ReadingError: Error, Hashable, Sendable {
    /// What ``damaged(part:)`` calls a whole PDF file.
    package static let pdf = "PDF"

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
    /// The file's name says that it is of a kind which its content is not of, and nothing else was made of that: what the
    /// name ends in, and whether the content is text.
    case misnamed(ending: String, isText: Bool)
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
    package var reason: String {
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
        case .misnamed: return "misnamed"
        case .encrypted: return "encrypted"
        case .damaged: return "damaged"
        case .needsConverter: return "needsConverter"
        case .converterFailed: return "converterFailed"
        case .noTextLayer: return "noTextLayer"
        case .beyondLimit: return "beyondLimit"
        }
    }

    /// The message for people.
    package func message(in language: Language) -> String {
        switch self {
        case .empty: return Messages.text("reading.empty", in: language)
        case .tooLarge(let bytes, let limit):
            return Messages.text("reading.tooLarge", in: language, [String(bytes), String(limit)])
        case .unsupported(let kind):
            let (name, advice) = FileSignature.words(of: kind, in: language)
            return Messages.text("reading.unsupported", in: language, [name, advice])
        case .notText(let offset): return Messages.text("reading.notText", in: language, [String(offset)])
        case .brokenCharacterMap: return Messages.text("reading.brokenCharacterMap", in: language)
        case .tooDeep(let limit): return Messages.text("reading.tooDeep", in: language, [String(limit)])
        case .tooManyAttributes(let limit):
            return Messages.text("reading.tooManyAttributes", in: language, [String(limit)])
        case .tableTooLarge(let limit): return Messages.text("reading.tableTooLarge", in: language, [String(limit)])
        case .tangledMarkup: return Messages.text("reading.tangledMarkup", in: language)
        case .misnamed(let ending, let isText):
            return Messages.text(isText ? "reading.misnamedText" : "reading.misnamed", in: language, [ending])
        case .encrypted: return Messages.text("reading.encrypted", in: language)
        case .damaged(part: Self.pdf): return Messages.text("reading.damagedPDF", in: language)
        case .damaged(let part):
            let name = part.isEmpty ? Messages.text("reading.package", in: language) : part
            return Messages.text("reading.damaged", in: language, [name])
        case .needsConverter(let program, let package):
            return Messages.text("reading.needsConverter", in: language, [program, package])
        case .converterFailed(let program, let failure):
            return Messages.text("reading.converterFailed", in: language, [program, failure.words(in: language)])
        case .noTextLayer: return Messages.text("reading.noTextLayer", in: language)
        case .beyondLimit(let kind, let limit): return kind.message(limit, in: language)
        case .notAdministrative: return Messages.text("reading.notAdministrative", in: language)
        }
    }
}

extension ReadingError {
    /// What files of kinds are called whose content never looks like text.
    private static let endings: Set<String> = [
        "pdf", "doc", "docx", "docm", "dotx", "xlsx", "xlsm", "odt", "ods", "ppt", "pptx", "wps", "png", "jpg", "jpeg",
        "tif", "tiff", "zip",
    ]

    /// What a name ends in that says that a file is no text and no page; nil for other names.
    package static func ending(of name: String) -> String? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        return endings.contains(ending) ? ending : nil
    }

    /// The error where the content is text or a page, and nothing was made of it, though the name ends so.
    package func misnamed(_ ending: String) -> ReadingError {
        switch self {
        case .notText: return .misnamed(ending: ending, isText: false)
        case .notAdministrative: return .misnamed(ending: ending, isText: true)
        default: return self
        }
    }
}
