/// The rules, in the order in which they are listed. A new rule is a file in `Rules/` and a line here.
package enum Rules {
    package static let all: [any Rule.Type] =
        form + agreement + text + references + time + results + tables + agencies + slips

    /// The prescribed form (NĐ 30/2020/NĐ-CP).
    private static let form: [any Rule.Type] = [
        MissingHead.self, NumberForm.self, NumberKindMismatch.self, IssuerSignMismatch.self, DateForm.self,
        MissingLegalBasis.self,
        BasisWithoutWord.self, MissingEnactingFormula.self, MissingRecipients.self, MissingArchiveLine.self,
        SignatureAuthority.self, DeputySignature.self, SignatureIncomplete.self,
    ]

    /// What the parts say against each other.
    private static let agreement: [any Rule.Type] = [
        LevelMismatch.self, PeriodMismatch.self, OwnDateMismatch.self, AttachmentsDisagree.self,
        MissingAttachment.self, PromisedAppendixAbsent.self, AttachmentIssuerDiffers.self, AttachmentTitleDiffers.self,
    ]

    /// Running text and its outline.
    private static let text: [any Rule.Type] = [
        OutlineUnderWrongNumber.self, ArticleAbsent.self, UnclosedBracket.self, UnopenedQuote.self,
        TextStopsMidway.self,
        StrayLastLine.self, QuantityMissing.self,
    ]

    /// Documents cited.
    private static let references: [any Rule.Type] = [
        ReferenceSignMismatch.self, ReferenceNumberVaries.self, CitedKindIncomplete.self, ReferenceKindMismatch.self,
        ReferenceIssuerMismatch.self,
        ReferenceAfterDocument.self, ReferenceYearMismatch.self,
    ]

    /// Days and deadlines.
    private static let time: [any Rule.Type] = [
        ImpossibleDate.self, ReversedSpan.self, DeadlineBeforeIssue.self, DayWithoutMonth.self,
    ]

    /// Results of indexes, and numbers that lists and tables have to agree with.
    private static let results: [any Rule.Type] = [
        ScoreBeyondMaximum.self, DimensionSumMismatch.self, RankBeyondNumber.self, ChangeAgainstScores.self,
        ScoresDisagree.self, ListCountMismatch.self, TaskCountMismatch.self,
    ]

    /// Rows and cells.
    private static let tables: [any Rule.Type] = [
        RowNumberJump.self, GroupNumberGap.self, EmptyTask.self, MissingOutput.self, DuplicateTask.self,
        RowsJoined.self,
    ]

    /// Agencies and territories.
    private static let agencies: [any Rule.Type] = [
        AgencyRepeated.self, AgencyLeadsAndCoordinates.self, CoordinatorInLeadCell.self, AgencyAbolished.self,
        TerritoryAbolished.self, UrbanDistrictInProvince.self,
    ]

    /// Slips of the pen and of recognition.
    private static let slips: [any Rule.Type] = [
        LetterInNumber.self, MisspeltName.self, MisspeltPhrase.self, MissingWord.self, UnlikelyWord.self,
        TwoTerritoryNouns.self, DoubledWord.self,
        ToneLost.self, ToneOffVowel.self,
    ]
}
