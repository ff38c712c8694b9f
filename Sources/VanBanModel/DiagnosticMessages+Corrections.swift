extension DiagnosticCode {
    /// Of corrections that people made of an earlier reading.
    var correctionEntry: Entry {
        switch self {
        case .correctionUnplaced:
            return Self.entry(
                .warning, "A correction of “{0}” to “{1}” finds its place no more: the words are not in the document.",
                "Nội dung hiệu chỉnh từ “{0}” thành “{1}” không còn chỗ áp dụng: văn bản không còn những chữ này.",
                do:
                    "See whether the document was changed; the correction is kept, and can be made anew on the review page.",
                inVietnamese: "Xem văn bản có bị sửa không; hiệu chỉnh vẫn được giữ, có thể làm lại trên trang rà soát."
            )
        case .correctionAmbiguous:
            return Self.entry(
                .warning, "A correction of “{0}” to “{1}” fits {2} places alike, and was applied to none.",
                "Nội dung hiệu chỉnh từ “{0}” thành “{1}” khớp với {2} chỗ như nhau nên chưa áp dụng.",
                do: "Make the correction anew on the review page.",
                inVietnamese: "Hãy hiệu chỉnh lại trên trang rà soát.")
        default:
            return Self.entry(
                .warning, "“{0}” was corrected to “{1}” and to “{2}”; the later one was taken.",
                "“{0}” được hiệu chỉnh thành “{1}” và thành “{2}”; đã lấy lần sau.",
                do: "Agree on one, and take the other out of the corrections.",
                inVietnamese: "Thống nhất một nội dung và bỏ nội dung kia khỏi tệp hiệu chỉnh.")
        }
    }
}
