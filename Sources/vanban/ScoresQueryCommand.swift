import ArgumentParser
import VanBanArchive
import VanBanExport

extension ScoreComparison.Axis: ExpressibleByArgument {}

struct ScoresQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scores", abstract: "Results of indexes over years and places.",
        discussion: """
            --across year puts the years side by side, --across unit the places: a row for each index, dimension and \
            kind of value (score, percent, rank), with what documents tell of the year before among them. Where \
            documents disagree a cell has all their values.
            """)

    @Option(help: ArgumentHelp("Name of the index (PAPI, 'PAR INDEX', 'Chỉ số CCHC').", valueName: "index"))
    var index: String?

    @Option(
        help: ArgumentHelp(
            "Words of the province, place or agency whose result it is; of the issuer where none is named.",
            valueName: "words"))
    var unit: String?

    @Option(help: ArgumentHelp("Year, or FROM..TO.", valueName: "year"))
    var year: String?

    @Option(help: ArgumentHelp("Code (PAPI-1), number or words of the name of a dimension.", valueName: "dimension"))
    var dimension: String?

    @Flag(help: "Only results of whole indexes, none of dimensions.")
    var whole = false

    @Option(help: ArgumentHelp("Words of the file's path.", valueName: "words"))
    var document: String?

    @Option(help: "Puts results side by side: by year or by unit.")
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
        if year != nil, years == nil { throw ValidationError("--year takes a year or FROM..TO (2020..2024).") }
        if whole, dimension != nil { throw ValidationError("--whole leaves no dimension to ask for.") }
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
