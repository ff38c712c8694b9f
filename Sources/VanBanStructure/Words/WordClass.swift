/// The lists of words of this module, each the rows of one class in `Resources/lexicon.csv`; beside each, who asks it.
enum WordClass: String, CaseIterable, Sendable {
    // MARK: Agencies

    /// `AgencyWords`: beginnings of agencies' names that are nothing else, whatever their case.
    case agencyHeads
    /// `AgencyWords`: heads of one syllable, which need a capital and a name behind them.
    case capitalAgencyHeads
    /// `AgencyWords`: heads of one or two letters and a full stop.
    case shortAgencyHeads
    /// `AgencyWords`: heads that may stand in small letters within a list.
    case smallAgencyHeads
    /// `AgencyWords`: words behind a capital head that make it something else.
    case noNamesAfterHead
    /// `AgencyWords`: words that begin like an agency's head and are a deed or a thing.
    case noAgencies
    /// `AgencyWords`: heads that own other agencies.
    case owningHeads
    /// `AgencyWords`: heads that are a part of the body whose name follows.
    case headsOfBodies
    /// `AgencyWords`: heads that are a body's office where that body has such.
    case ownedHeads
    /// `AgencyWords`: bodies that have offices of their own.
    case bodiesWithOffices
    /// `AgencyWords`: heads that stand alone and are nobody's part.
    case headsStandingAlone
    /// `AgencyWords`: heads that stand once before the names of a list.
    case sharedHeads
    /// `AgencyWords`: words that tie a name to what stands before it.
    case nameTies
    /// `AgencyWords`: words before an agency that are no part of its name.
    case agencyLeadIns
    /// `AgencyWords`: what a collective opens with (`các`).
    case collectivePlurals
    /// `AgencyNames`: what stands before a collective of which each is meant (`mỗi`), and in sentences as often.
    case collectiveDistributives
    /// `AgencyWords`: nouns that a collective lists.
    case collectiveMembers
    /// `AgencyWords`: members of one syllable that begin agencies' names, too.
    case ambiguousMembers
    /// `AgencyNames`: members that are bodies by themselves, outside the administration.
    case standingMembers
    /// `AgencyWords`: what may follow a member without making it a name.
    case memberQualifiers
    /// `AgencyWords`: forms of address before a person's name or office.
    case formsOfAddress
    /// `AgencyWords`: offices that a person holds.
    case personalOffices
    /// `AgencyWords`: how a list says who leads.
    case leadLabels
    /// `AgencyWords`: how a list says who coordinates.
    case coordinationLabels
    /// `AgencyWords`: labels that say who advises.
    case adviceLabels
    /// `AgencyWords`: labels that say who carries out.
    case carrierLabels
    /// `AgencyWords`: what may stand between `phối hợp` and the agency.
    case coordinationTies
    /// `AgencyWords`: what an agency does, said behind its name.
    case deedsAfterName
    /// `AgencyWords`: ends of a collective that say which of them are meant.
    case collectiveChoices
    /// `AgencyWords`: beginnings of prose that is no agency.
    case proseOpenings
    /// `AgencyWords`: beginnings of what stands in an agency's place and names none.
    case nameless

    // MARK: Citations

    /// `CitationFinder`: what says that a document was named before.
    case citedAbove
    /// `CitationFinder`: what says that several documents are meant.
    case citationPlurals
    /// `CitationFinder`: kinds whose documents always bear a number.
    case numberedKinds
    /// `CitationIssuer`: heads of issuers that a name follows.
    case openIssuerHeads
    /// `CitationIssuer`: heads of issuers that need nothing behind them.
    case fullIssuerHeads
    /// `CitationIssuer`: words that end an issuer's name.
    case issuerClauseEnds
    /// `CitationIssuer`: offices that issue by themselves.
    case wholeIssuers
    /// `CitationIssuer`: nouns of places whose name may be a number.
    case numberedPlaces
    /// `CitationIssuer`: issuers whose name nothing goes on with.
    case closedIssuers
    /// `CitationIssuer`: words that open a document's subject behind its issuer.
    case issuedSubjectOpeners
    /// `CitationIssuer`: what goes on with an issuer's name behind `và`, a comma or a dash.
    case issuerNameParts
    /// `CitationIssuer`: small words of bodies' and heads' names.
    case issuerSmallWords
    /// `CitationIssuer`: words that go on with a field's name which a capital opens.
    case issuerFieldWords
    /// `CitationRelations`: what stands before a deed that was done to a document.
    case passiveLeads
    /// `CitationRelations`: what makes a deed the subject of a document.
    case deedSubjectLeads
    /// `CitationRelations`: what is done with a document that is still to come.
    case issuingDeeds
    /// `CitationRelations`: what a document's short name is introduced with.
    case shortNameIntroductions
    /// `CitationRelations`: what stands before such an introduction.
    case introductionLeads
    /// `CitationRelations`: words before a deed that leave it one.
    case deedVerbLeads
    /// `CitationSigns`: ends of the words behind which a document's number stands.
    case numberLeads
    /// `CitationTitle`: what a cited document's subject opens with.
    case titleOpeners
    /// `CitationTitle`: what makes of `quy định` and `hướng dẫn` words of the sentence.
    case noSubjects
    /// `CitationTitle`: what goes on with the sentence and not with the subject.
    case titleEnds
    /// `CitationTitle`: what a body does that begins the sentence.
    case sentenceDeeds
    /// `CitedKind`: longer wordings of a kind of document, and the kind.
    case citedKindWordings
    /// `CitedKind`: signs of joint documents and of conclusions sent out as a notice, and the kind.
    case jointSigns
    /// `DocumentNumber`: signs that stood behind a number and a dash before 1992.
    case oldNumberSigns
    /// `DocumentNumber`: bodies whose letters a sign ends with.
    case numberBodies
    /// `LawCitation`: words before `luật` that make it no law.
    case wordsBeforeNoLaw
    /// `LawCitation`: words behind `luật` that make it no law.
    case wordsAfterNoLaw
    /// `LawCitation`: words that end a law's name.
    case lawNameStops
    /// `LawNames`: names of laws, and other wordings of each.
    case lawNames
    /// `LawNames`: names of codes, and other wordings of each.
    case codeNames
    /// `LawNames`: names of ordinances, and other wordings of each.
    case ordinanceNames
    /// `RelationWords`: what a document does to another, and the relation.
    case relationDeeds
    /// `RelationWords`: by what a document is changed, and the relation.
    case relationPassives
    /// `RelationWords`: what may stand between a deed and the citation.
    case relationFillers
    /// `RelationWords`: what becomes of a document, said behind it, and the relation.
    case relationFates
    /// `RelationWords`: nouns of provisions.
    case provisionNouns
    /// `ShortNumber`: kinds whose documents are known by their number.
    case knownByNumber
    /// `ShortNumber`: units that make a number no document's.
    case unitsBehindNumbers
    /// `ShortNumber`: words with which the sentence goes on behind a document's number.
    case wordsBehindNumbers

    // MARK: Gazetteers

    /// `AgencyKey`: abbreviations in agencies' names, and what they stand for.
    case agencyAbbreviations
    /// `TerritoryNoun`: the noun that general rows of the gazetteer use, and its level.
    case levelNouns
    /// `TerritoryNoun`: second syllables of words that begin like a territory's noun.
    case noTerritoryBefore
    /// `TerritoryNoun`: nouns of territories of one word, and their level.
    case shortTerritoryNouns
    /// `TerritoryNoun`: nouns of territories of two words, and their level.
    case longTerritoryNouns

    // MARK: Lines

    /// `LineClassifier`: what a line opens with that says what a part is attached to.
    case attachmentOpenings
    /// `LineClassifier`: lines that only point at an appendix.
    case appendixNotices
    /// `LineClassifier`: what recitals open with.
    case recitalOpenings
    /// `LineClassifier`: what recitals rest on.
    case recitalGrounds
    /// `LineClassifier`: what a letterhead's body opens with.
    case bodyOpenings
    /// `LineClassifier`: words of subjects that begin like a body (`Phòng, chống …`).
    case noBodies
    /// `LineClassifier`: posts of whoever signs.
    case signingPosts
    /// `LostCapitals`: letters before whom somebody signs for.
    case signingLetters
    /// `LostCapitals`, `OrdinaryCase`, `KindLines`, `UnitNames`: nouns before a territory's name.
    case territoryNouns
    /// `NamePairs`: first words of bodies behind a post.
    case bodyFirstWords
    /// `NumberLine`: what `Số` is misread for.
    case misreadNumberWord
    /// `OutlineLabel`: names of articles, chapters and their like, and what they label.
    case outlineNames
    /// `OutlineLabel`: ordinals in words, from one.
    case spelledOrdinals
    /// `PackedFormLines`: words before the country's name in a sentence.
    case leadsToCountry
    /// `PageNumber`: words beside a page's number.
    case pageWords
    /// `ParagraphJoiner`, `RecitalWords`: words that open recitals, and stand in sentences just as well.
    case possibleRecitals
    /// `ParagraphJoiner`: words that a line of a broken paragraph begins or ends with.
    case joiningWords
    /// `PlaceAndDate`: nouns of places in the line of place and date.
    case placeNouns
    /// `PlaceAndDate`: words before a day that name no place.
    case noPlaceOpenings
    /// `PrintMarks`: words of dates and numbers behind marks.
    case markDating
    /// `SigningPrefix`: what a signing block opens with where somebody signs for another.
    case signingPrefixes
    /// `SourceWrapping`: words that sentences and tasks open with, and names do not.
    case sentenceOpenings

    // MARK: Outline

    /// `OutlineBuilder`: what a document's closing paragraph opens with.
    case closingOpenings

    // MARK: Parts, Forms

    /// `FormHead`: words before a form's number.
    case formWords
    /// `FormHead`: titles of what somebody applies with or signs for himself.
    case applicationTitles

    // MARK: Parts

    /// `PartChecks`: what promises an appendix.
    case appendixPromises
    /// `PartReader`: words that rows of groups open with.
    case tableGroupWords
    /// `PartReader`: periods that stand alone below a title.
    case titlePeriods
    /// `PartScanner`: what attachments without `Phụ lục` open with.
    case titledAttachments
    /// `RecitalWords`: what opens a recital and nothing else.
    case certainRecitals
    /// `RecitalWords`: what a reason opens with before a decision.
    case reasonOpenings
    /// `SignatureReader`: remarks that somebody signed.
    case signedMarks
    /// `SignatureReader`: labels of a digital signature.
    case digitalSignatureLabels
    /// `StatusMark`: marks of urgency, secrecy and of drafts and copies.
    case statusMarks

    // MARK: Scores

    /// `Components`: nouns of an index's components.
    case componentNouns
    /// `DecimalNumber`: units of one or two letters behind a number.
    case shortUnits
    /// `Dimensions`: nouns that a dimension's name or number follows.
    case dimensionNouns
    /// `Dimensions`: nouns that a dimension's name may follow.
    case possibleDimensionNouns
    /// `Dimensions`, `UnitNames`: words before several dimensions or units.
    case severalWords
    /// `Dimensions`: words that end a dimension's name.
    case dimensionNameEnds
    /// `Goals`: words of what is to be reached.
    case goalWords
    /// `Goals`: words of what was reached.
    case resultWords
    /// `IndexNames`: nouns of an index's parts.
    case indexParts
    /// `MeasureSigns`: a paragraph without these tells no result.
    case resultSigns
    /// `MeasureSigns`: a paragraph without these tells no target.
    case targetSigns
    /// `ParagraphScan`: words between a figure and whose it is.
    case wordsBehindOwn
    /// `ParagraphScan`: verbs before figures that are added or taken off.
    case raisingVerbs
    /// `ParagraphScan`: things whose share is told.
    case ratedThings
    /// `ParagraphScan`: words of the whole country or region.
    case everywhereWords
    /// `ParagraphScan`: words between a figure and its index.
    case ofWords
    /// `Ranks`: words of a rank's noun.
    case rankNouns
    /// `Ranks`: words between a rank's noun and its number.
    case rankFillers
    /// `Ranks`, `UnitNumber`: ordinals of ranks and quarters in words, and the number.
    case ordinalNumbers
    /// `Ranks`: what says that a rank is one in the region.
    case regionWords
    /// `Ranks`: words between a rank and among whom it is one.
    case rankFields
    /// `Ranks`: names of regions.
    case regions
    /// `Ranks`: words behind a region's name.
    case wordsAfterRegion
    /// `Ranks`: words behind a rank.
    case wordsBehindRank
    /// `Ranks`: words between a rank's noun and its index.
    case wordsOfIndex
    /// `Ranks`: ends of a head before a rank.
    case rankHeadEnds
    /// `Ranks`: words before a rank without its noun.
    case bareRankLeads
    /// `Ranks`: words before the number of those who are ranked.
    case rankedWithin
    /// `Ranks`: nouns of those who are ranked.
    case rankedUnits
    /// `ResultGroups`: words between a group and its name.
    case groupFillers
    /// `ResultGroups`: words of leaving a group.
    case groupLeaving
    /// `ResultGroups`: words of being in a group.
    case groupJoining
    /// `ResultGroups`: nouns of what a group consists of.
    case groupContents
    /// `ResultGroups`: verbs of belonging to a group.
    case groupBelonging
    /// `ResultGroups`: words of groups' names.
    case groupNames
    /// `ParagraphScan`: verbs with which an index is said to be in a group.
    case groupStanding
    /// `ResultTitles`: words of titles over results.
    case resultTitles
    /// `ResultTitles`: words of titles over plans.
    case planTitles
    /// `ScoreNumbers`: words before a score.
    case scoreLeads
    /// `ScoreNumbers`: words between a score's lead and its number.
    case scoreFillers
    /// `ScoreNumbers`: words behind a share that is a score.
    case wordsAfterPercent
    /// `ScoreNumbers`: words of how much something changed.
    case changeDegrees
    /// `ScoreNumbers`, `MeasureColumn`: nouns of places, behind their number and in heads.
    case rankUnits
    /// `ScoreNumbers`: words whose number is no score.
    case notScores
    /// `ScoreOpenings`: prepositions before a result's index.
    case scorePrepositions
    /// `ScoreReader`: what a list of dimensions in a group opens with.
    case dimensionLists

    // MARK: Scores, Tables

    /// `MeasureCell`: words of places gained or lost.
    case placeChanges
    /// `MeasureCell`: what says that nothing changed.
    case unchangedWords
    /// `MeasureColumn`, `WrappedHeader`: heads of the column that numbers the rows.
    case numberColumns
    /// `MeasureColumn`: heads of columns of targets.
    case targetColumns
    /// `MeasureColumn`: heads of columns of what was reached.
    case doneColumns
    /// `MeasureColumn`: heads of columns of the most that there is.
    case maximumColumns
    /// `MeasureColumn`: heads of columns of changes.
    case changeColumns
    /// `MeasureColumn`: heads that say among whom a rank is one.
    case rankedAmong
    /// `MeasureColumn`: heads of columns of ranks.
    case rankColumns
    /// `MeasureColumn`: heads of columns that hold no result.
    case noteColumns
    /// `MeasureColumn`: heads of columns of who has the result.
    case unitColumns
    /// `MeasureColumn`: heads of columns of dimensions.
    case dimensionColumns
    /// `MeasureRows`: what a row of totals opens with.
    case measureTotals
    /// `MeasureRows`: what a row of one measure opens with.
    case measureNouns
    /// `MeasureRows`: nouns before a row's dimension.
    case dimensionMarkers

    // MARK: Scores

    /// `UnitNames`: agencies that have results.
    case unitAgencies
    /// `UnitNames`: verbs behind a unit's name.
    case unitVerbs
    /// `UnitNames`: nouns of territories that stand for their unit.
    case unitTerritories

    // MARK: Site

    /// `PublicationChecks`: words that many bodies' names have in common.
    case issuerCommonWords
    /// `SiteLabel`: labels of a site's description of a document, and what they label.
    case siteLabels
    /// `SiteLink`: first words of a document's subject in a link.
    case linkSubjects
    /// `SiteValue`: values that say nothing.
    case siteBlanks
    /// `SiteWords`: lines that no document has.
    case siteLines
    /// `SiteWords`: lines that a document may have, too.
    case possibleSiteLines
    /// `SiteWords`: beginnings of lines that no document has.
    case siteOpenings
    /// `SiteWords`: beginnings that the foot of a letterhead may have as well.
    case contactOpenings

    // MARK: Tables, Aligned

    /// `AlignedHeader`, `NumberHead`: heads of the column of numbers where it stands alone.
    case numberHeads

    // MARK: Tables, CellEnds

    /// `CellEndTables`: what a table's caption opens with.
    case tableCaptions

    // MARK: Tables

    /// `JoinedCells`: words of time that open the next cell with a capital.
    case capitalTimes

    // MARK: Tables, Recovery

    /// `ParagraphGrid`: what a cell of outputs opens with.
    case gridOutputs
    /// `ParagraphGrid`, `CellWords`: words of time inside a statement in a cell.
    case timeWords
    /// `ParagraphGrid`, `CellWords`: beginnings of a statement of time in a cell.
    case timeOpenings
    /// `ParagraphGrid`: what a cell of funding opens with.
    case gridFundingOpenings
    /// `ParagraphGrid`: words of money in a cell.
    case gridFunding
    /// `ParagraphGrid`, `CellWords`: words in cells that open like an agency and are none.
    case agencyLikeDeeds
    /// `ParagraphGrid`: members of a collective that open one without `các`.
    case gridMembers
    /// `ParagraphGrid`: nouns of territories in a cell of agencies.
    case gridTerritories
    /// `ParagraphGrid`: what ends a table: frames of sites, recipients, letterheads.
    case gridStops
    /// `ParagraphGrid`: what mostly stands below a table, but may open a cell.
    case possibleGridStops
    /// `ParagraphGrid`: what a signing block below a table opens with, in capitals.
    case gridSigningMarks

    // MARK: Tables

    /// `TableRows`: what a row of totals opens with.
    case rowTotals
    /// `TaskTable`: heads of tables of steps.
    case stepColumns
    /// `TaskTable`: heads of tables of amounts, and of what money is spent on.
    case amountColumns
    /// `TaskTable`: heads of tables of prices.
    case priceColumns
    /// `TaskTable`: heads of tables of procedures.
    case procedureColumns
    /// `TaskTable`: heads of tables of persons.
    case personColumns
    /// `TaskTable`: heads of tables of visits.
    case visitColumns
    /// `TaskTable`: heads of tables of ranks.
    case rankTableColumns
    /// `TaskTable`: heads of columns of who leads.
    case leadColumns

    // MARK: Tables, Wrapped

    /// `CellWords`: units that make a number before them a time.
    case timeUnits
    /// `CellWords`: words of time that a number, a date or another of them follows.
    case timeLeadingOn
    /// `CellWords`: beginnings of what a task is to bring forth, beside kinds of documents.
    case outputOpenings
    /// `CellWords`: words of money.
    case fundingWords
    /// `CellWords`: words of two that end a name though the second leads on elsewhere.
    case closingPairs
    /// `CellWords`: words that no cell ends on.
    case leadingOn
    /// `WrappedHeader`: what heads of columns open with.
    case columnHeads

    // MARK: Targets

    /// `TargetAmount`: words between a target and its place.
    case targetPlaceWords
    /// `TargetAmount`: words between a target and its band of places.
    case targetBandWords
    /// `TargetAmount`: words before a moment and no amount.
    case amountMoments
    /// `TargetCell`: words of ranks in a cell of targets.
    case targetRanks
    /// `TargetClauses`: units that the next clause does not share.
    case notShared
    /// `TargetClauses`: what a clause of time opens with.
    case clauseTimeOpenings
    /// `TargetReader`: words before a number of a law or a document.
    case targetWorks
    /// `TargetWords`: comparators that stand right before a number, and what they say.
    case comparators
    /// `TargetWords`: what may stand between a comparator or verb and its number.
    case targetFillers
    /// `TargetWords`: words before the level that is reached.
    case levelWords
    /// `TargetWords`: units of counted things and of time.
    case targetUnits
    /// `TargetWords`: words that set a goal; the measure begins behind them.
    case targetOpeners
    /// `TargetWords`: nouns that set a goal only where they open a clause.
    case targetNouns
    /// `TargetWords`: words that a measure opens with.
    case measureOpenings
    /// `TargetWords`: what may stand between a goal's word or a comma and the measure.
    case wordsBeforeMeasure
    /// `TargetWords`: what may stand between a measure and its verb.
    case wordsBehindMeasure
    /// `TargetWords`: words behind a number that name nothing that is measured.
    case notMeasured
    /// `TargetWords`: words that end what is measured, after a comma.
    case measureEnds
    /// `TargetWords`: what was so already, or is a share and no goal.
    case pastWords
    /// `TargetWords`: words right before a share that is a rule's and no goal's.
    case ruleWords
    /// `TargetWords`: words whose number is a name or a place in a list.
    case namedByNumber
    /// `TargetWords`: units that bands of places are of.
    case bandUnits

    // MARK: Tasks

    /// `TaskDimensions`: nouns before the dimension that a task is for.
    case taskDimensionMarkers

    // MARK: Time

    /// `BlankTime`: words that go on behind `tháng` and `quý` where no number stands.
    case wordsBehindBlankTime
    /// `CalendarUnit`, `FrequencyReader`: numbers in words before months and times, and the number.
    case countingNumbers
    /// `Clock`: numbers of weekdays in words.
    case weekdayNumbers
    /// `EventReader`: what an event follows.
    case eventOpenings
    /// `EventReader`: what an event's day follows.
    case eventDayOpenings
    /// `EventReader`: words before an event's term.
    case eventTerms
    /// `EventReader`: words between a term and the event that it ends before.
    case eventLinksBefore
    /// `EventReader`: words before an occasion.
    case occasions
    /// `EventReader`: periods that events lie in.
    case eventPeriods
    /// `EventReader`: words between a term and the event that it begins with.
    case eventLinks
    /// `EventReader`: documents by which something is due.
    case eventDocuments
    /// `EventReader`: what says that something is due as it should be.
    case asRequired
    /// `EventReader`: what is due, before its time.
    case dueOpenings
    /// `EventReader`: what is due among times.
    case dueDeeds
    /// `StatementReader`: what is due by itself, though it speaks of the work before it.
    case reportDeeds
    /// `FrequencyReader`: words of each period.
    case eachWords
    /// `FrequencyReader`: what says that something goes on all the time.
    case continuousWords
    /// `FrequencyReader`: what says that something is done again and again.
    case periodicWords
    /// `GluedTime`: units of time that are glued to the word before them.
    case gluedUnits
    /// `IssueDays`: words of the day of issue.
    case issueActs
    /// `IssueDays`: words of being issued.
    case issuePassives
    /// `MisreadTime`: what words of time are misread for, and the word.
    case misreadTimes
    /// `ProductWords`: words between a product and its time.
    case productLinks
    /// `ProductWords`: verbs that name nothing by themselves.
    case productVerbs
    /// `ProductWords`: words before an occasion, with `nhân` alone.
    case productOccasions
    /// `RangeReader`: phrases that open a range by its beginning.
    case rangeOpenings
    /// `RelativeYear`: years told by their distance, and the distance.
    case relativeYears
    /// `TimeExpressionReader`: words that count days.
    case dayCounts
    /// `TimeExpressionReader`: words of the period that is reported on.
    case reportPeriods
    /// `TimeExpressionReader`: words between a bound and its time.
    case timeFillers
    /// `UnitNumber`: the digits' names, from one.
    case digitWords
    /// `UnitNumber`: numbers of days beside digits, and the number.
    case dayNumbers
    /// `UnitNumber`: numbers of quarters in words, and the number.
    case quarterCardinals
    /// `UnitNumber`: numbers of months in words, the longest first, and the number.
    case monthNumbers

    // MARK: Words

    /// `MisreadFigures`: words behind which a number stands.
    case misreadFigureLeads
    /// `MisreadFigures`: words of what was reached.
    case reachedWords
    /// `TornFigures`: words behind which a result stands.
    case tornFigureLeads
    /// `TornFigures`: words of time before a torn number.
    case tornTimes
    /// `WordKey`: words without any mark that stand before figures.
    case plainWordsBeforeFigures
    /// `TaskBuilder`: heads of columns of the rows' months, whose days stand in another column.
    case monthHeads
}
