import VanBanModel

/// A plan issued with decision 961, its appendix with decision 916.
enum AttachmentsDisagree: Rule {
    static let description = RuleDescription(
        code: "attachmentsDisagree", severity: .error,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1",
        example: "KẾ HOẠCH (Kèm theo Quyết định số 961/QĐ-UBND …); Phụ lục (Kèm theo Quyết định số 916/QĐ-UBND …)")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        var first: (part: Part, note: Attachment)?
        for part in document.record.parts {
            guard let note = part.attachedTo, note.number != nil else {
                // A document of its own begins; what follows belongs to it.
                if part.attachedTo == nil, part.kind != .appendix { first = nil }
                continue
            }
            guard let known = first else {
                first = (part, note)
                continue
            }
            let differs =
                known.note.number != note.number
                || (known.note.date != nil && note.date != nil && known.note.date != note.date)
            if !differs || document.isTold([.attachmentMismatch], at: note.location)
                || document.isTold([.attachmentMismatch], at: known.note.location) || isOfPart(note, in: document)
            {
                continue
            }
            found.append(
                finding(
                    at: note.location, [part.name, text(note), known.part.name, text(known.note)],
                    related: [known.note.location]))
        }
        return found
    }

    /// Whether a note names a part of the file by its own number: an appendix to a plan that has one.
    private static func isOfPart(_ note: Attachment, in document: ValidatedDocument) -> Bool {
        document.record.parts.contains { $0.number != nil && $0.number == note.number }
    }

    private static func text(_ note: Attachment) -> String {
        (note.number ?? "…") + (note.date.map { " (\($0.printed))" } ?? "")
    }
}
