extension DiagnosticCode {
    public var severity: Severity { entry.severity }

    /// What is so, in a language, with `{0}`, `{1}`, … filled in.
    public func message(in language: Language, _ arguments: [String] = []) -> String {
        let words = entry.message
        return Self.fill(language == .english ? words.english : words.vietnamese, told(arguments, in: language))
    }

    /// What to do about it.
    public func hint(in language: Language, _ arguments: [String] = []) -> String {
        let words = entry.hint
        return Self.fill(language == .english ? words.english : words.vietnamese, told(arguments, in: language))
    }

    /// Days are kept as ISO 8601 and told as people write them; fields are kept by name and told in words.
    private func told(_ arguments: [String], in language: Language) -> [String] {
        switch self {
        case .missingNumber, .missingDate, .attachmentMismatch:
            return language == .english ? arguments : arguments.map(CalendarDate.printingDays)
        case .uncertainColumn, .cellOfOtherColumn: return columnWords(arguments, in: language)
        default: return arguments
        }
    }

    /// A message with what it speaks of. Of the counts in brackets, with bars between them, only those are told that are not
    /// none: `[{0} row(s)|{1} column(s)]`.
    private static func fill(_ template: String, _ arguments: [String]) -> String {
        guard let open = template.firstIndex(of: "["), let close = template[open...].firstIndex(of: "]") else {
            return fillPlaces(of: template, arguments)
        }
        let counts = template[template.index(after: open)..<close].split(separator: "|").filter { count in
            !arguments.indices.contains { arguments[$0] == "0" && count.contains("{\($0)}") }
        }
        let rest = template[template.index(after: close)...]
        return fill(template[..<open] + counts.joined(separator: ", ") + rest, arguments)
    }

    private static func fillPlaces(of template: String, _ arguments: [String]) -> String {
        guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
        var filled = ""
        var rest = template[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            filled += rest[..<open]
            let after = rest.utf8.index(after: open)
            guard let close = rest[after...].utf8.firstIndex(of: UInt8(ascii: "}")),
                let position = Int(rest[after..<close])
            else {
                filled += "{"
                rest = rest[after...]
                continue
            }
            // A blank in the table of codes; one that adds to a word is left out there.
            let argument = arguments.indices.contains(position) ? arguments[position] : blank(after: filled)
            filled += argument == noNumber || argument.isEmpty ? numberless(after: filled) ?? argument : argument
            rest = rest[rest.utf8.index(after: close)...]
        }
        return filled + rest
    }

    private static func blank(after words: String) -> String { words.last?.isLetter ?? false ? "" : "…" }

    /// What stands for the number of a row that has none.
    private static let noNumber = "–"

    /// What a message says in place of the number of a row that has none; nil where the words before speak of no row.
    private static func numberless(after words: String) -> String? {
        if words.hasSuffix("Hàng ") || words.hasSuffix(" hàng ") { return "không có số" }
        return words.hasSuffix("Row ") || words.hasSuffix(" row ") ? "without a number" : nil
    }

    struct Words: Sendable {
        var english: String
        var vietnamese: String
    }

    struct Entry: Sendable {
        var severity: Severity
        var message: Words
        var hint: Words
    }

    static func entry(
        _ severity: Severity, _ english: String, _ vietnamese: String, do doEnglish: String,
        inVietnamese doVietnamese: String
    ) -> Entry {
        Entry(
            severity: severity, message: Words(english: english, vietnamese: vietnamese),
            hint: Words(english: doEnglish, vietnamese: doVietnamese))
    }

    private var entry: Entry {
        switch self {
        case .legacyEncoding, .uncertainEncoding, .outsideEncoding, .unreadFont: return encodingEntry
        case .ambiguousReference: return citationEntry
        case .unknownYear, .shortYear, .impossiblePeriod, .misreadTime: return timeEntry
        case .lookAlikeLetters, .misreadFigure, .unreadFigure: return letterEntry
        case .damagedFile, .missingPart, .duplicatePart, .unreadPart, .trackedChanges, .hiddenText, .pageWithoutText,
            .uncertainLetters, .hiddenCells:
            return packageEntry
        case .notesNumberedByPage, .restoredCapitals: return formEntry
        case .invalidBytes, .mixedLineEnds, .decomposedText, .invisibleCharacters, .declaredEncodingWrong,
            .joinedParagraph, .sourceLineBreaks,
            .uncertainParagraphCut, .footnoteWithoutCall, .callWithoutFootnote, .strayText:
            return layoutEntry
        case .missingNumber, .missingDate, .invalidDate, .missingIssuer, .missingTitle, .missingSignature, .unknownKind,
            .unprintedKind, .misreadKind, .attachmentNumberMissing, .attachmentMismatch, .missingAppendix,
            .issuingDocumentAbsent, .unattachedDocument,
            .numberingStart,
            .numberingGap,
            .numberingRepeat, .numberingMixed:
            return partEntry
        case .uncertainRow, .uncertainCell, .doubtfulRow, .tableNotRead: return doubtEntry
        case .uncertainColumn, .cellOfOtherColumn: return columnEntry
        case .unknownAgency, .misspeltAgency, .assumedPlace: return agencyEntry
        case .uncertainSiteText, .metadataMismatch, .filledFromMetadata:
            return siteEntry
        case .uncertainScore, .uncertainTarget: return measureEntry
        case .correctionUnplaced, .correctionAmbiguous, .correctionsDisagree: return correctionEntry
        default:
            return recordEntry
        }
    }

    private var encodingEntry: Entry {
        switch self {
        case .legacyEncoding:
            return Self.entry(
                .info, "Text in an old encoding was recognised and read: {0}.",
                "Đã nhận ra và đọc chữ theo bảng mã cũ: {0}.",
                do: "Nothing, unless letters read wrong; --encoding names another.",
                inVietnamese: "Không cần làm gì, trừ khi chữ bị sai; có thể chỉ ra bảng mã khác bằng --encoding.")
        case .uncertainEncoding:
            return Self.entry(
                .warning, "The text may be in {0} or in {1}; it was read as {0}.",
                "Văn bản có thể theo bảng mã {0} hoặc {1}; đã đọc theo {0}.",
                do: "Check some words; --encoding decides.",
                inVietnamese: "Kiểm tra vài chữ; dùng --encoding để chọn.")
        case .unreadFont:
            return Self.entry(
                .warning,
                "Text is set in the font “{0}” of the old encoding {1}, which is not read; it was kept as stored.",
                "Có chữ dùng phông “{0}” theo bảng mã cũ {1}, chưa đọc được; giữ nguyên như trong tệp.",
                do: "Convert the document to Unicode (UniKey, Word) and read that.",
                inVietnamese: "Chuyển văn bản sang Unicode (UniKey, Word) rồi đọc lại.")
        default:
            return Self.entry(
                .warning, "{0} character(s) are none of {1} and were kept as they are in Windows-1252.",
                "{0} ký tự không có trong bảng mã {1}, được giữ như trong Windows-1252.",
                do: "Check the marked places.", inVietnamese: "Kiểm tra các chỗ được đánh dấu.")
        }
    }

    private var layoutEntry: Entry {
        switch self {
        case .invalidBytes:
            return Self.entry(
                .warning, "{0} byte(s) stand for no character and were read as “\u{FFFD}”.",
                "{0} byte không ứng với ký tự nào, được đọc thành “\u{FFFD}”.",
                do: "Save the file as UTF-8 again, or check the marked places.",
                inVietnamese: "Lưu lại tệp theo mã UTF-8, hoặc kiểm tra các chỗ được đánh dấu.")
        case .mixedLineEnds:
            return Self.entry(
                .info, "The file mixes line ends (CRLF, CR, LF).", "Tệp dùng lẫn nhiều kiểu xuống dòng (CRLF, CR, LF).",
                do: "Nothing; all were read as line ends.",
                inVietnamese: "Không cần làm gì; tất cả đều được đọc là xuống dòng.")
        case .decomposedText:
            return Self.entry(
                .info, "Text in decomposed Unicode was composed (NFC).",
                "Văn bản ở dạng Unicode tổ hợp đã được chuyển sang dựng sẵn (NFC).",
                do: "Nothing; offsets still point into the source file.",
                inVietnamese: "Không cần làm gì; vị trí vẫn chỉ vào tệp gốc.")
        case .invisibleCharacters:
            return Self.entry(
                .info, "{0} invisible character(s) (zero-width, soft hyphen) were left out.",
                "Đã bỏ {0} ký tự ẩn (độ rộng bằng không, dấu nối mềm).",
                do: "Nothing, unless words run together.",
                inVietnamese: "Không cần làm gì, trừ khi có chữ bị dính nhau.")
        case .declaredEncodingWrong:
            return Self.entry(
                .info, "The page says that it is in {0}, but its bytes are {1}; it was read so.",
                "Trang khai báo bảng mã {0}, nhưng nội dung thực là {1}; đã đọc theo nội dung thực.",
                do: "Nothing, unless letters read wrong.",
                inVietnamese: "Không cần làm gì, trừ khi chữ hiển thị sai.")
        case .joinedParagraph:
            return Self.entry(
                .info, "A paragraph cut in two was joined: “…{0}” + “{1}…”.",
                "Một đoạn bị cắt đôi đã được nối lại: “…{0}” + “{1}…”.",
                do: "Check the place if the sentence reads wrong.",
                inVietnamese: "Kiểm tra lại nếu câu đọc không thông.")
        case .sourceLineBreaks:
            return Self.entry(
                .info,
                "Lines end where the source of a page was broken and were put together"
                    + "[; {0} short line(s) above a capital were taken as headings].",
                "Các dòng bị ngắt theo mã nguồn của trang web và đã được nối lại[; {0} dòng ngắn đứng trước chữ hoa được coi là đề mục].",
                do: "Look at these lines if a sentence reads cut.",
                inVietnamese: "Xem lại các dòng đó nếu có câu bị ngắt.")
        case .uncertainParagraphCut:
            return Self.entry(
                .warning, "A paragraph ends without punctuation: “…{0}”, and what follows does not go on with it.",
                "Một đoạn kết thúc không có dấu câu: “…{0}”, và đoạn sau không nối tiếp.",
                do: "Look whether text is missing here.", inVietnamese: "Xem có bị mất chữ ở đây không.")
        case .footnoteWithoutCall:
            return Self.entry(
                .info, "Footnote {0} is called nowhere in the text.",
                "Chú thích {0} không được gọi ở đâu trong văn bản.",
                do: "Look for the lost mark.", inVietnamese: "Tìm dấu chú thích bị mất.")
        case .callWithoutFootnote:
            return Self.entry(
                .warning, "The note mark {0} has no footnote.", "Dấu chú thích {0} không có nội dung chú thích.",
                do: "Look for the lost footnote.", inVietnamese: "Tìm chú thích bị mất.")
        default:
            return Self.entry(
                .warning, "Text that belongs to no known place of the form: “{0}”.",
                "Chữ không thuộc phần nào của thể thức: “{0}”.",
                do: "Nothing of it was lost; check where it belongs.",
                inVietnamese: "Nội dung vẫn được giữ lại; kiểm tra xem thuộc về đâu.")
        }
    }

    private var partEntry: Entry {
        switch self {
        case .missingNumber:
            return Self.entry(
                .warning, "The {0} has no number.", "{0} không có số, ký hiệu.",
                do: "Fill in the number{1}.", inVietnamese: "Bổ sung số, ký hiệu{1}.")
        case .missingDate:
            return Self.entry(
                .warning, "The {0} has no complete date of issue.", "{0} không có đủ ngày, tháng, năm ban hành.",
                do: "Fill in the date{1}.", inVietnamese: "Bổ sung ngày ban hành{1}.")
        case .invalidDate:
            return Self.entry(
                .error, "“{0}” is no day of the calendar.", "“{0}” không phải là ngày có thật.",
                do: "Correct the date; the record leaves it out.", inVietnamese: "Sửa lại ngày; bản ghi để trống.")
        case .missingIssuer:
            return Self.entry(
                .warning, "The {0} is issued by “{1}”, and it is not said of which place.",
                "{0} do “{1}” ban hành, không rõ của địa phương nào.",
                do: "Complete the name of the issuing body.", inVietnamese: "Bổ sung đủ tên cơ quan ban hành.")
        case .missingTitle:
            return Self.entry(
                .warning, "The {0} has no subject line.", "{0} không có trích yếu.",
                do: "Add the subject.", inVietnamese: "Bổ sung trích yếu nội dung.")
        case .missingSignature:
            return Self.entry(
                .warning, "The {0} has no signing block.", "{0} không có phần ký.",
                do: "Check whether the end of the document is missing.",
                inVietnamese: "Kiểm tra xem có mất phần cuối không.")
        case .unknownKind:
            return Self.entry(
                .warning, "The kind of document is not printed.", "Không thấy tên loại văn bản.",
                do: "Check the head of the document.", inVietnamese: "Kiểm tra phần đầu văn bản.")
        case .unprintedKind:
            return Self.entry(
                .warning, "The kind of document is not printed; “{1}” says that it is a {0}.",
                "Không thấy tên loại văn bản; theo “{1}” thì đây là {0}.",
                do: "Check the head of the document.", inVietnamese: "Kiểm tra phần đầu văn bản.")
        case .misreadKind:
            return Self.entry(
                .warning, "“{0}” was read as “{1}”.", "“{0}” được đọc là “{1}”.",
                do: "Correct the letters in the source.", inVietnamese: "Sửa lại chữ trong văn bản nguồn.")
        case .attachmentNumberMissing:
            return Self.entry(
                .warning, "The note of what the {0} was issued with leaves number or date blank.",
                "Dòng ghi kèm theo của {0} để trống số hoặc ngày.",
                do: "Fill in number and date.", inVietnamese: "Bổ sung số và ngày.")
        case .attachmentMismatch:
            return Self.entry(
                .error, "The {0} says it was issued with {1}, but the file holds {2}.",
                "{0} ghi kèm theo {1}, nhưng văn bản trong tệp là {2}.",
                do: "Correct the number or date that is wrong.", inVietnamese: "Sửa số hoặc ngày bị sai.")
        case .missingAppendix:
            return Self.entry(
                .warning, "The text promises an appendix that the file does not have: “{0}”.",
                "Văn bản nhắc đến phụ lục không có trong tệp: “{0}”.",
                do: "Add the appendix.", inVietnamese: "Bổ sung phụ lục.")
        case .issuingDocumentAbsent:
            return Self.entry(
                .info, "The {0} has no document of its own kind before it.",
                "{0} không có văn bản ban hành kèm trong tệp.",
                do: "Nothing, if the file is an extract.", inVietnamese: "Không cần làm gì nếu tệp là bản trích.")
        case .unattachedDocument:
            return Self.entry(
                .warning,
                "The {0} does not say which document of the dossier it was issued with; it stands behind the others.",
                "{0} không cho biết ban hành kèm văn bản nào trong bộ hồ sơ; được xếp sau các văn bản khác.",
                do: "Check the order, and add the line “Kèm theo …”.",
                inVietnamese: "Kiểm tra thứ tự và bổ sung dòng “Kèm theo …”.")
        case .numberingStart:
            return Self.entry(
                .warning, "The numbering begins with {0}.", "Thứ tự bắt đầu từ {0}.",
                do: "Check whether something is missing before it.",
                inVietnamese: "Kiểm tra xem có thiếu mục ở trước không.")
        case .numberingGap:
            return Self.entry(
                .warning, "The numbering jumps from {0} to {1}.", "Thứ tự nhảy từ {0} sang {1}.",
                do: "Check whether something is missing in between.",
                inVietnamese: "Kiểm tra xem có thiếu mục ở giữa không.")
        case .numberingRepeat:
            return Self.entry(
                .warning, "{1} comes after {0}: the number is repeated or runs backwards.",
                "{1} đứng sau {0}: số thứ tự bị lặp hoặc lùi.",
                do: "Correct the numbering.", inVietnamese: "Sửa lại thứ tự.")
        default:
            return Self.entry(
                .info, "The label “{0}” is written otherwise than its neighbours.",
                "Ký hiệu “{0}” viết khác các mục cùng cấp.",
                do: "Write the labels alike.", inVietnamese: "Viết thống nhất các ký hiệu.")
        }
    }

    private var siteEntry: Entry {
        switch self {
        case .uncertainSiteText:
            return Self.entry(
                .warning, "Text outside of the document's form, perhaps of a web site: “{0}”.",
                "Chữ nằm ngoài thể thức văn bản, có thể của trang web: “{0}”.",
                do: "Kept as text of the document; delete it from the source if it is the site's.",
                inVietnamese: "Vẫn được giữ lại như chữ của văn bản; nếu là của trang web thì xóa khỏi tệp gốc.")
        case .metadataMismatch:
            return Self.entry(
                .warning, "The web site gives “{0}” as “{1}”, but the document says “{2}”.",
                "Trang web ghi “{0}” là “{1}”, nhưng văn bản ghi “{2}”.",
                do: "Find out which one is right; the record holds the document's.",
                inVietnamese: "Kiểm tra xem bên nào đúng; bản ghi giữ theo văn bản.")
        default:
            return Self.entry(
                .info, "The document leaves “{0}” blank; “{1}” is the web site's word.",
                "Văn bản để trống “{0}”; “{1}” là theo trang web.",
                do: "Compare with the original.", inVietnamese: "Đối chiếu với bản gốc.")
        }
    }

    private var recordEntry: Entry {
        switch self {
        case .joinedRow:
            return Self.entry(
                .info, "Row {0} was cut in two and was joined.", "Hàng {0} bị cắt đôi đã được nối lại.",
                do: "Check the joined cells.", inVietnamese: "Kiểm tra các ô đã nối.")
        case .repeatedHeader:
            return Self.entry(
                .info, "The table's header is repeated and was left out.", "Tiêu đề bảng lặp lại đã được bỏ.",
                do: "Nothing.", inVietnamese: "Không cần làm gì.")
        case .raggedRow:
            return Self.entry(
                .warning, "Row {0} has {1} cells in a table of {2} columns.", "Hàng {0} có {1} ô trong bảng {2} cột.",
                do: "Check which column each cell belongs to.", inVietnamese: "Kiểm tra từng ô thuộc cột nào.")
        case .missingRowNumber:
            return Self.entry(
                .warning, "A row has no number: “{0}”.", "Một hàng không có số thứ tự: “{0}”.",
                do: "Check whether it is a row of its own.", inVietnamese: "Kiểm tra xem có phải là hàng riêng không.")
        case .rowNumberingGap:
            return Self.entry(
                .warning, "Row numbers jump from {0} to {1}.", "Số thứ tự hàng nhảy từ {0} sang {1}.",
                do: "Check whether a row is missing.", inVietnamese: "Kiểm tra xem có thiếu hàng không.")
        case .rowNumberingRepeat:
            return Self.entry(
                .warning, "Row number {1} comes after {0}.", "Hàng số {1} đứng sau hàng {0}.",
                do: "Correct the row numbers.", inVietnamese: "Sửa lại số thứ tự hàng.")
        case .columnWithoutRole:
            return Self.entry(
                .info, "The column “{0}” has no known meaning and is kept under its own header.",
                "Cột “{0}” chưa rõ vai trò, được giữ theo tiêu đề của nó.",
                do: "See whether it is a column that tasks have; what stands in it is kept with each row.",
                inVietnamese:
                    "Xem cột này có ứng với nội dung nào của nhiệm vụ không; chữ trong cột vẫn được giữ cùng từng hàng."
            )
        case .tableWithoutTasks:
            return Self.entry(
                .info, "The table gives no tasks: {0}.", "Bảng không phải bảng nhiệm vụ: {0}.",
                do: "See whether its rows are tasks; the table is kept as it stands.",
                inVietnamese: "Xem các hàng có phải nhiệm vụ không; bảng vẫn được giữ nguyên.")
        case .uncertainTaskTable:
            return Self.entry(
                .warning,
                "It is uncertain whether the table “{0}” gives tasks: {1} were read, in the other reading it would be {2}.",
                "Chưa chắc bảng “{0}” là bảng nhiệm vụ: đã đọc {1} nhiệm vụ, theo cách hiểu kia là {2}.",
                do: "Check whether the rows are tasks.", inVietnamese: "Kiểm tra xem các hàng có phải nhiệm vụ không.")
        case .missingLead:
            return Self.entry(
                .warning, "Row {0} names no lead agency.", "Hàng {0} không có cơ quan chủ trì.",
                do: "Add the lead agency.", inVietnamese: "Bổ sung cơ quan chủ trì.")
        case .missingDeadline:
            return Self.entry(
                .warning, "Row {0} has no deadline.", "Hàng {0} không có thời hạn.",
                do: "Add the deadline.", inVietnamese: "Bổ sung thời hạn.")
        case .unparsedDeadline:
            return Self.entry(
                .warning, "The deadline “{0}” could not be read.", "Không đọc được thời hạn “{0}”.",
                do: "Write it as a day, month, quarter or year.", inVietnamese: "Ghi theo ngày, tháng, quý hoặc năm.")
        case .assumedYear:
            return Self.entry(
                .info, "“{0}” names no year; the plan's year {1} was taken.",
                "“{0}” không ghi năm; lấy theo năm kế hoạch {1}.",
                do: "Check the year.", inVietnamese: "Kiểm tra lại năm.")
        case .yearOutsidePeriod:
            return Self.entry(
                .warning, "“{0}” lies outside the plan's period ({1}).",
                "“{0}” nằm ngoài thời gian của kế hoạch ({1}).",
                do: "Check the year.", inVietnamese: "Kiểm tra lại năm.")
        case .reversedPeriod:
            return Self.entry(
                .warning, "“{0}” ends before it begins.", "“{0}” kết thúc trước khi bắt đầu.",
                do: "Correct the dates.", inVietnamese: "Sửa lại ngày.")
        case .agencyInBothColumns:
            return Self.entry(
                .warning, "Row {0}: “{1}” both leads and coordinates.", "Hàng {0}: “{1}” vừa chủ trì vừa phối hợp.",
                do: "Keep it in one column.", inVietnamese: "Chỉ để ở một cột.")
        case .changeMismatch:
            return Self.entry(
                .warning, "{0}: a change of {1} is stated, but the scores differ by {2}.",
                "{0}: ghi thay đổi {1} điểm, nhưng hai điểm số chênh {2}.",
                do: "Check the scores.", inVietnamese: "Kiểm tra lại các điểm số.")
        case .componentCountMismatch:
            return Self.entry(
                .warning, "The text counts {0} components and names {1}.",
                "Văn bản nêu {0} nội dung thành phần nhưng liệt kê {1}.",
                do: "Check the list.", inVietnamese: "Kiểm tra lại danh sách.")
        case .unknownGroup:
            return Self.entry(
                .warning, "“{0}” names no group of the index.", "“{0}” không phải tên nhóm của chỉ số.",
                do: "Check the group.", inVietnamese: "Kiểm tra lại tên nhóm.")
        case .dimensionNameMismatch:
            return Self.entry(
                .info, "Number {0} of the index is “{1}”; the text names “{2}” with it.",
                "Nội dung số {0} của chỉ số là “{1}”; văn bản ghi tên “{2}”.",
                do: "Check number and name.", inVietnamese: "Kiểm tra lại số thứ tự và tên.")
        default:
            return Self.entry(
                .warning, "{0} is cited with different dates: {1}.", "{0} được viện dẫn với các ngày khác nhau: {1}.",
                do: "Check the date.", inVietnamese: "Kiểm tra lại ngày.")
        }
    }
}
