import VanBanModel
import VanBanReading

/// Cuts a cell of agencies into single agencies and collectives.
///
/// Agencies are cut at semicolons, bullets and line breaks, and at commas and `và` where a complete agency ends and
/// another begins; the gazetteer knows which names hold commas themselves. Collectives (`các sở, ban, ngành`) stay whole,
/// an elliptical head is written out (`UBND cấp huyện, cấp xã`), and what is said beside a name goes to its role or note.
struct AgencyReader: Sendable {
    let gazetteer: AgencyGazetteer
    /// Whose document the cells are of.
    let speaker: Speaker
    /// Whether a name that is not known is looked for among those that are nearly the same.
    let readsSlips: Bool

    init(gazetteer: AgencyGazetteer, speaker: Speaker = Speaker(), readsSlips: Bool = true) {
        self.gazetteer = gazetteer
        self.speaker = speaker
        self.readsSlips = readsSlips
    }

    /// The agencies of a cell in the order of the text, and what is doubtful about them.
    /// - Parameter bracketsHelp: whether the column's head says that brackets hold those that coordinate.
    func read(
        _ cell: Stretch, in text: SourceText, bracketsHelp: Bool = false
    ) -> (agencies: [Agency], diagnostics: [Diagnostic]) {
        var scan = AgencyScan(
            TokenText(cell, in: text), AgencyIdentity(gazetteer: gazetteer, speaker: speaker, readsSlips: readsSlips),
            bracketRole: bracketsHelp ? AgencyWords.coordination : nil)
        scan.run()
        return (scan.agencies, scan.diagnostics)
    }
}
