import VanBanArchive
import VanBanMessages
import VanBanModel

/// What people are told of a batch.
struct BatchWords {
    private let language: Language

    init(_ language: Language) { self.language = language }

    /// - Parameters:
    ///   - isPruned: whether documents whose files are gone were taken out.
    ///   - dossiers: how many dossiers of several files the database holds.
    func text(of summary: BatchSummary, _ upkeep: ArchiveUpkeep, isPruned: Bool, dossiers: Int) -> String {
        var failures = summary.failures
        for problem in summary.problems { failures[problem.reason, default: 0] += 1 }
        let lines = failures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "  \($0.value)  \($0.key): \(name(of: $0.key))" + advice(on: $0.key, summary) }
        let other = summary.otherKinds
        let facts = [summary.total, summary.converted, summary.unchanged, failures.values.reduce(0, +) - other]
        let rest = summary.isComplete ? "" : told("batch.ended", String(summary.total - summary.done))
        let sum = other > 0 ? told("batch.sumKinds", facts + [other]) : told("batch.sum", facts)
        var upkeepLines: [String] = []
        if !upkeep.moves.isEmpty { upkeepLines.append(told("batch.followed", [upkeep.moves.count])) }
        if !upkeep.gone.isEmpty {
            upkeepLines.append(told(isPruned ? "batch.prunedSum" : "batch.goneSum", [upkeep.gone.count]))
        }
        if dossiers > 0 { upkeepLines.append(told("batch.dossiers", [dossiers])) }
        return ([sum + rest] + lines + upkeepLines).joined(separator: "\n")
    }

    private func told(_ key: String, _ numbers: [Int]) -> String {
        Messages.text(key, in: language, numbers.map { String($0) })
    }

    private func told(_ key: String, _ word: String) -> String { Messages.text(key, in: language, [word]) }

    /// What is told once a run: which packages to install.
    private func advice(on reason: String, _ summary: BatchSummary) -> String {
        guard reason == "needsConverter", !summary.packages.isEmpty else { return "" }
        return ": apt install " + summary.packages.sorted().joined(separator: " ")
    }

    /// What a reason is called; reasons that have no name of their own are limits.
    private func name(of reason: String) -> String {
        Messages.known("code.reason." + reason, in: language) ?? Messages.text("code.reason.limit", in: language)
    }
}
