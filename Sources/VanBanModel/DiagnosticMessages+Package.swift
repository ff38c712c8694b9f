extension DiagnosticCode {
    /// Of files that are packages of parts.
    var packageEntry: Entry {
        switch self {
        case .damagedFile:
            return Self.entry(
                .warning, "The file is damaged ({0}); what could be read of it was read.",
                "Tệp bị hỏng ({0}); đã đọc những gì đọc được.",
                do: "Compare with the document in Word; have it repaired and save it again.",
                inVietnamese: "So lại với văn bản trong Word; sửa chữa và lưu lại tệp.")
        case .missingPart:
            return Self.entry(
                .warning, "The file lacks {0}; it was read without.", "Tệp thiếu {0}; đã đọc không có phần này.",
                do: "Check numbers, notes and bold type against the document in Word.",
                inVietnamese: "Kiểm tra số thứ tự, chú thích và chữ đậm theo văn bản trong Word.")
        case .duplicatePart:
            return Self.entry(
                .warning, "The file holds {0} more than once; the last was read.",
                "Tệp có nhiều {0}; đã đọc phần cuối cùng.",
                do: "Check that the text is the one meant.",
                inVietnamese: "Kiểm tra xem có đúng nội dung cần đọc không.")
        case .unreadPart:
            return Self.entry(
                .error,
                "Another document stands here, {0}, which could not be read: its text is missing in the record.",
                "Tại đây có một tài liệu nhúng, {0}, không đọc được: nội dung của nó không có trong bản ghi.",
                do:
                    "Open the file in Word, save it again as DOCX (Word takes the other document over), and convert that.",
                inVietnamese:
                    "Mở tệp bằng Word, lưu lại thành DOCX (Word sẽ gộp tài liệu nhúng vào văn bản) rồi chuyển đổi lại.")
        case .pageWithoutText:
            return Self.entry(
                .error,
                "Page(s) {0} are pictures without text that can be read: what stands there is missing in the record.",
                "Trang {0} là ảnh, không có lớp chữ đọc được: nội dung của các trang này không có trong bản ghi.",
                do: "Have these pages recognised (OCR), or ask for the Word file.",
                inVietnamese: "Nhận dạng chữ (OCR) các trang này hoặc xin tệp Word gốc.")
        case .uncertainLetters:
            return Self.entry(
                .warning,
                "“{0}” was recognised in a picture without certainty; another reading is “{1}”.",
                "“{0}” được nhận dạng từ ảnh nhưng chưa chắc chắn; cách đọc khác là “{1}”.",
                do: "Compare with the page.", inVietnamese: "So lại với trang văn bản.")
        case .hiddenCells:
            return Self.entry(
                .info, "Hidden in the workbook and left out: [{0} sheet(s)|{1} row(s)|{2} column(s)].",
                "Đã bỏ phần bị ẩn trong bảng tính: [{0} trang tính|{1} hàng|{2} cột].",
                do: "Show them in the spreadsheet and convert it again if they belong to the document.",
                inVietnamese: "Bỏ ẩn trong bảng tính rồi chuyển đổi lại nếu chúng thuộc về văn bản.")
        case .trackedChanges:
            return Self.entry(
                .info,
                "The document carries tracked changes ([{0} insertion(s)|{1} deletion(s)]); it was read in the state "
                    + "“{2}” (“final”: with what was inserted, without what was deleted; “original”: as it was before).",
                "Văn bản còn thay đổi được theo dõi ([{0} chỗ chèn thêm|{1} chỗ xóa]); đã đọc ở trạng thái “{2}” "
                    + "(“final”: có phần chèn thêm, không có phần đã xóa; “original”: như trước khi sửa).",
                do: "Accept or reject the changes and convert that, or read the other state with --revisions.",
                inVietnamese:
                    "Chấp nhận hoặc từ chối các thay đổi rồi chuyển đổi, hoặc đọc trạng thái kia bằng --revisions.")
        default:
            return Self.entry(
                .info, "{0} character(s) of hidden text were left out.", "Đã bỏ {0} ký tự của chữ ẩn.",
                do: "Show hidden text in the source to see them.",
                inVietnamese: "Bật hiển thị chữ ẩn trong tệp nguồn để xem.")
        }
    }
}
