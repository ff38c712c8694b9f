/// The lists of words of this module, each the rows of one class in `Resources/lexicon.csv`; beside each, who asks it.
enum WordClass: String, CaseIterable, Sendable {
    /// `DocumentSign`: bodies of the State whose letters nobody else uses.
    case stateBodies
    /// `DocumentSign`: organs of the Party whose letters nobody else uses.
    case partyOrgans
    // MARK: Rules

    /// `ArticleAbsent`: what calls the document itself.
    case ownDocument
    /// `BasisWithoutWord`: first words of laws.
    case lawWords
    /// `DeadlineBeforeIssue`: what is ordered until a day.
    case orderedDeeds
    /// `DeadlineBeforeIssue`: what is called by the day before which it was done.
    case pastSubjects
    /// `DeadlineBeforeIssue`: what was done to it.
    case pastDeeds
    /// `DeadlineBeforeIssue`: words before a day until which something is due.
    case limitWords
    /// `DeputySignature`: posts of heads.
    case headPosts
    /// `DoubledWord`: small words that nobody writes twice.
    case doubledWords
    /// `LetterInNumber`: words before a number of a date.
    case datedWords
    /// `ListCountMismatch`: nouns of what a list counts.
    case listedNouns
    /// `MissingAttachment`: kinds of documents that are issued with another.
    case attachedKinds
    /// `PromisedAppendixAbsent`: kinds of documents whose appendix it may be.
    case citedKinds
    /// `QuantityMissing`: quantities in words.
    case quantityWords
    /// `SignatureAuthority`: bodies that decide as a whole.
    case collectiveBodies
    /// `TerritoryAbolished`: words before the noun of a district.
    case wordsBeforeDistrict
    /// `TerritoryAbolished`: what says that a territory is a former one.
    case formerWords
    /// `TwoTerritoryNouns`: nouns of territories.
    case territoryNouns
    /// `SignBody`: words that name a body, and its letters.
    case signBodies
    /// `TerritoryLevel`: nouns of territories behind a body, and their level.
    case levelNouns
    /// `TerritoryLevel`: bodies whose territory's noun follows.
    case territorialBodies
    /// `ValidatedDocument`: words of the Party's documents.
    case partyWords
}
