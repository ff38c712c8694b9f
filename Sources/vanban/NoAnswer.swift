import VanBanArchive
import VanBanExport
import VanBanMessages
import VanBanModel

/// What a person is told whose question nothing answers: which piece of it fits nothing, or that all do, but not together.
struct NoAnswer {
    private let pieces: [(String, SheetRequest)]
    private let language: Language

    init(to pieces: [(String, SheetRequest)], language: Language) {
        self.pieces = pieces
        self.language = language
    }

    func print(_ archive: ArchiveReader) throws(QueryFailure) {
        let counts = try archive.counts(of: [.documents, .tasks, .scores])
        var unfit: [String] = []
        for (name, request) in pieces {
            let fits = try archive.answers(request)
            if !fits { unfit.append(name) }
        }
        StandardError.print("vanban: " + words(unfit, counts))
    }

    private func words(_ unfit: [String], _ counts: [Int]) -> String {
        let holds = Messages.text("query.holds", in: language, counts.map { String($0) })
        guard unfit.isEmpty else {
            let names = unfit.joined(separator: Messages.text("query.nor", in: language))
            return Messages.text("query.unfit", in: language, [names, holds])
        }
        return Messages.text(pieces.count > 1 ? "query.notTogether" : "query.noRow", in: language, [holds])
    }
}
