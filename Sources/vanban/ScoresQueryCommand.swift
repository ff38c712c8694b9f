import ArgumentParser
import VanBanArchive
import VanBanExport

extension ScoreComparison.Axis: ExpressibleByArgument {}

struct ScoresQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scores", abstract: told("help.query.scores"),
        discussion: told("help.query.scores.more"))

    @Option(help: .told("help.query.scores.index", value: "index"))
    var index: String?

    @Option(
        help: .told("help.query.scores.unit", value: "words"))
    var unit: String?

    @Option(help: .told("help.query.scores.year", value: "year"))
    var year: String?

    @Option(help: .told("help.query.scores.dimension", value: "dimension"))
    var dimension: String?

    @Flag(help: .told("help.query.scores.whole"))
    var whole = false

    @Option(help: .told("help.query.document", value: "words"))
    var document: String?

    @Option(help: .told("help.query.scores.across", value: "choice"))
    var across: ScoreComparison.Axis?

    @OptionGroup var once: OnceOption
    @OptionGroup var options: QueryOptions

    private var years: ClosedRange<Int>? {
        guard let year else { return nil }
        guard let dots = year.firstRange(of: "..") else { return Int(year).map { $0...$0 } }
        let from = year[..<dots.lowerBound].isEmpty ? 1 : Int(year[..<dots.lowerBound])
        let to = year[dots.upperBound...].isEmpty ? 9999 : Int(year[dots.upperBound...])
        guard let from, let to, from <= to else { return nil }
        return from...to
    }

    func validate() throws {
        if year != nil, years == nil { throw ValidationError(told("usage.year")) }
        if whole, dimension != nil { throw ValidationError(told("usage.whole")) }
    }

    func run() throws {
        var asked = AskedPieces<ScoreQuery>()
        try asked.take("index", index, \.index)
        try asked.take("unit", unit, \.unit)
        try asked.take("dimension", dimension, \.dimension)
        try asked.take("document", document, \.document)
        if let year { asked.take("--year \(year)") { $0.years = years } }
        asked.set(\.whole, to: whole)
        asked.set(\.once, to: once.isSet)
        guard let across else {
            return try options.answer(asked.query.request, shown: SheetKind.scores.shown, alone: asked.alone)
        }
        let comparison = ScoreComparison(of: asked.query, across: across)
        try options.answer(shown: nil, alone: asked.alone) { archive, body throws(QueryFailure) in
            let sheet = try comparison.sheet(in: archive)
            do throws(OutputError) { try body(sheet) } catch { throw .output(error) }
        }
    }
}
