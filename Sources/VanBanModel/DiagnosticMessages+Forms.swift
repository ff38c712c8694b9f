extension DiagnosticCode {
    /// Of what Word or a font would show and the file does not hold.
    var formEntry: Entry {
        switch self {
        case .notesNumberedByPage:
            return Self.entry(
                .warning,
                "The document counts its notes anew on every page; where pages end is not known, so they were counted "
                    + "through.",
                "Văn bản đánh số chú thích lại từ đầu ở mỗi trang; không biết chỗ ngắt trang nên đã đánh số liên tục.",
                do: "Take the marks of notes from the document in Word where they matter.",
                inVietnamese: "Nếu cần đúng ký hiệu chú thích, hãy xem văn bản trong Word.")
        default:
            return Self.entry(
                .info,
                "{0} line(s) were set in a font of capitals and stand in small letters in the file; they were read in "
                    + "capitals.",
                "{0} dòng vốn dùng phông chữ hoa nhưng trong tệp là chữ thường; đã đọc thành chữ hoa.",
                do: "Nothing, unless a marked line is no heading.",
                inVietnamese: "Không cần làm gì, trừ khi dòng được đánh dấu không phải là tiêu đề.")
        }
    }
}
