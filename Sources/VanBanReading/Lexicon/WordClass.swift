/// The lists of words of this module, each the rows of one class in `Resources/lexicon.csv`; beside each, who asks it.
enum WordClass: String, CaseIterable, Sendable {
    // MARK: DOCX, Numbering

    /// `NumberFormat`: the digits' names, from nought.
    case digitWords

    // MARK: HTML

    /// `SiteWords`: what a block of a document's form begins with, and how much that says.
    case formOpenings
    /// `SiteWords`: kinds of documents that stand alone on their line, in capitals.
    case documentKindLines
    /// `SiteWords`: heads of the column that numbers a table's rows.
    case numberColumnHeads
    /// `SiteWords`: what lines begin with of the box in which a site describes a document.
    case siteBoxLabels
}
