internal import VanBanConversion
@_exported public import VanBanModel
internal import VanBanPages
internal import VanBanReading
internal import VanBanRecognition
internal import VanBanStructure

/// Reads Vietnamese administrative documents: text, web pages, Word, PDF, pictures of pages, workbooks, older formats.
///
/// ```swift
/// let document = try DocumentReader().read("plan.docx")
/// for task in document.record.tasks { print(task.number ?? "-", task.task ?? "") }
/// ```
///
/// A reader may be used by several tasks at a time. PDF files, pictures and files of Word before 2007 are read by way of
/// poppler, Tesseract and LibreOffice; where these are missing, the error says which package brings them.
public struct DocumentReader: Sendable {
    /// Which state of a document with tracked changes is read.
    public enum TrackedChanges: String, Hashable, Sendable, CaseIterable {
        /// With what was inserted, without what was deleted.
        case final
        /// As it was before.
        case original
    }

    /// How documents are read.
    public struct Options: Hashable, Sendable {
        /// The format, where it is not to be told from the content.
        public var format: Source.Format?
        /// What text files and web pages are in (`utf-8`, `tcvn3`, `vni`, …); nil where that is to be recognised.
        public var encoding: String?
        /// Which state of a document with tracked changes is read.
        public var trackedChanges = TrackedChanges.final
        /// Whether letters are recognised in pictures of pages.
        public var recognizesLetters = true
        /// Whether what has nothing of the form of an administrative document is read, too, and not refused.
        public var readsAny = false
        /// Agencies that are known besides the program's own: the text of a CSV file with the columns `id` and `name`, and if
        /// wanted `abbreviations`, `kind`, `level`, `valid_from`, `valid_to`, `successor` and `territory`.
        public var agencies: String?
        /// The largest file that is read, in bytes.
        public var largestFile = 1 << 30

        /// Everything told from the content, letters recognised, nothing but administrative documents.
        public init() {}
    }

    private let reader: FileReader
    private let converter: DocumentConverter
    private let format: Source.Format?

    /// Makes a reader that tells everything from the content.
    public init() {
        reader = Self.reader(Options(), encoding: nil)
        converter = DocumentConverter(reader: reader)
        format = nil
    }

    /// Makes a reader with options.
    /// - Parameter options: how documents are read.
    /// - Throws: ``DocumentError`` where there is no such encoding, or the list of agencies cannot be taken.
    public init(_ options: Options) throws(DocumentError) {
        var encoding: TextEncoding?
        if let name = options.encoding {
            guard let known = TextEncoding(name: name) else { throw .unknownEncoding(name) }
            encoding = known
        }
        var agencies: AgencyList?
        if let list = options.agencies {
            do throws(AgencyListError) { agencies = try AgencyList(Array(list.utf8)) } catch {
                throw DocumentError(error)
            }
        }
        reader = Self.reader(options, encoding: encoding)
        converter = DocumentConverter(reader: reader, agencies: agencies, readsAny: options.readsAny)
        format = options.format
    }

    private static func reader(_ options: Options, encoding: TextEncoding?) -> FileReader {
        var limits = ReadingLimits()
        limits.fileBytes = options.largestFile
        let pages = PDFReader(recognizer: options.recognizesLetters ? ScanRecognizer() : nil)
        return FileReader(
            limits: limits, revisions: options.trackedChanges == .final ? .final : .original, encoding: encoding,
            further: [pages, PictureReader(pages), OfficeReader()])
    }

    /// Reads a file.
    /// - Parameter path: the file; `-` is standard input.
    /// - Throws: ``DocumentError`` where the file cannot be read, or is no administrative document.
    public func read(_ path: String) throws(DocumentError) -> Document {
        let bytes: [UInt8]
        do throws(InputFile.Failure) { bytes = try InputFile.bytes(of: path, limit: reader.limits.fileBytes) } catch {
            throw DocumentError(error)
        }
        return try read(bytes, name: FileIdentity.name(of: path), path: path == "-" ? nil : path)
    }

    /// Reads the bytes of a file.
    /// - Parameters:
    ///   - bytes: all of the file.
    ///   - name: what the record calls it, without folders.
    ///   - path: where it came from, for the record; nil where that is nowhere.
    /// - Throws: ``DocumentError`` where the bytes cannot be read, or are no administrative document.
    public func read(_ bytes: [UInt8], name: String, path: String? = nil) throws(DocumentError) -> Document {
        do throws(ReadingError) {
            return Document(try converter.convert(bytes, name: name, path: path, from: format))
        } catch {
            throw DocumentError(error)
        }
    }

    /// Reads the files of a dossier (a decision, its plan, their appendices) as one record.
    ///
    /// The order is what the documents say themselves. The record's ``VanBanModel/Record/sources`` are the files, each place
    /// says which of them it is in, and what one file lacks and another one brings is no doubt.
    /// - Parameter paths: the files, in any order.
    /// - Throws: ``DocumentError`` of the first file that cannot be read.
    public func readTogether(_ paths: [String]) throws(DocumentError) -> Record {
        var records: [Record] = []
        for path in paths { records.append(try read(path).record) }
        guard let dossier = Dossier(records) else { throw .noFiles }
        return dossier.record
    }
}
