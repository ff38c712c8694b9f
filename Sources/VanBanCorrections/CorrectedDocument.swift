import VanBanModel
import VanBanStructure

/// A document whose record people put right.
///
/// ```swift
/// let store = try CorrectionStore(path: "corrections/")
/// let list = store.corrections(sha256: document.record.source.sha256, name: document.record.source.name)
/// let corrected = CorrectedDocument(document, list)
/// print(corrected.applied, corrected.unplaced)
/// ```
package struct CorrectedDocument: Sendable {
    /// The document with its corrected record: fields that a person decided say so, doubts about them are gone, and what
    /// depends on them (agencies, days, groups) is read anew. Corrections that find no place are told in its diagnostics.
    package let document: ConvertedDocument
    /// How many corrections changed or confirmed something.
    package let applied: Int
    /// How many say what the program reads by itself now.
    package let already: Int
    /// How many found no place, or several; all of them are kept in their files.
    package let unplaced: Int

    package init(_ document: ConvertedDocument, _ list: CorrectionList) {
        guard !list.isEmpty else {
            self.init(document, applied: 0, already: 0, unplaced: 0)
            return
        }
        var run = CorrectionRun(document)
        for correction in list.corrections { run.take(correction) }
        let applied = run.outcomes.count { $0 == .applied }
        let already = run.outcomes.count { $0 == .already }
        // Another document of that name.
        if list.isOfName, applied + already == 0 {
            self.init(document, applied: 0, already: 0, unplaced: 0)
            return
        }
        var corrected = document
        corrected.record = run.finish()
        self.init(corrected, applied: applied, already: already, unplaced: run.outcomes.count - applied - already)
    }

    private init(_ document: ConvertedDocument, applied: Int, already: Int, unplaced: Int) {
        self.document = document
        self.applied = applied
        self.already = already
        self.unplaced = unplaced
    }
}
