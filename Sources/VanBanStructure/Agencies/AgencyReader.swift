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

    init(gazetteer: AgencyGazetteer, speaker: Speaker = Speaker()) {
        self.gazetteer = gazetteer
        self.speaker = speaker
    }

    /// The agencies of a cell in the order of the text, and what is doubtful about them.
    func read(_ cell: Stretch, in text: SourceText) -> (agencies: [Agency], diagnostics: [Diagnostic]) {
        var scan = AgencyScan(TokenText(cell, in: text), gazetteer: gazetteer, speaker: speaker)
        scan.run()
        return (scan.agencies, scan.diagnostics)
    }
}
