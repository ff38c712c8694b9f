import VanBanArchive
import VanBanExport
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
        let holds: String
        switch language {
        case .english:
            holds = "the database holds \(counts[0]) document(s), \(counts[1]) task(s), \(counts[2]) score(s)"
            if !unfit.isEmpty { return "no row: nothing fits \(unfit.joined(separator: ", nor ")); " + holds }
            return "no row" + (pieces.count > 1 ? ": nothing fits all of it together" : "") + "; " + holds
        case .vietnamese:
            holds = "cơ sở dữ liệu có \(counts[0]) văn bản, \(counts[1]) nhiệm vụ, \(counts[2]) điểm chỉ số"
            if !unfit.isEmpty {
                return "không có hàng nào: không có gì khớp với \(unfit.joined(separator: ", ")); " + holds
            }
            return "không có hàng nào" + (pieces.count > 1 ? ": không có gì khớp đồng thời mọi điều kiện" : "") + "; "
                + holds
        }
    }
}
