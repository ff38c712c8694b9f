extension DiagnosticCode {
    /// How bad what it says is.
    public var severity: Severity {
        switch self {
        case .legacyEncoding, .mixedLineEnds, .decomposedText, .invisibleCharacters, .lookAlikeLetters,
            .declaredEncodingWrong, .trackedChanges, .hiddenText, .hiddenCells, .restoredCapitals, .joinedParagraph,
            .sourceLineBreaks, .footnoteWithoutCall, .issuingDocumentAbsent, .filledFromMetadata, .numberingMixed,
            .joinedRow, .repeatedHeader, .columnWithoutRole, .tableWithoutTasks, .assumedYear, .shortYear,
            .misreadTime, .misreadFigure, .unknownAgency, .assumedPlace, .dimensionNameMismatch, .uncertainTarget,
            .ambiguousReference:
            .info
        case .uncertainEncoding, .outsideEncoding, .invalidBytes, .unreadFont, .damagedFile, .missingPart,
            .duplicatePart, .uncertainLetters, .lostLetters, .notesNumberedByPage, .uncertainParagraphCut,
            .callWithoutFootnote,
            .strayText, .missingNumber, .missingDate, .missingIssuer, .missingTitle, .missingSignature, .unknownKind,
            .unprintedKind, .misreadKind, .attachmentNumberMissing, .missingAppendix, .unattachedDocument,
            .uncertainSiteText, .metadataMismatch, .numberingStart, .numberingGap, .numberingRepeat, .raggedRow,
            .missingRowNumber, .rowNumberingGap, .rowNumberingRepeat, .uncertainColumn, .uncertainTaskTable,
            .uncertainRow, .uncertainCell, .doubtfulRow, .tableNotRead, .cellOfOtherColumn, .missingLead,
            .missingDeadline, .unparsedDeadline, .yearOutsidePeriod, .reversedPeriod, .unknownYear, .unreadFigure,
            .misspeltAgency, .agencyInBothColumns, .changeMismatch, .componentCountMismatch, .unknownGroup,
            .uncertainScore, .referenceDateMismatch, .correctionUnplaced, .correctionAmbiguous, .correctionsDisagree:
            .warning
        case .unreadPart, .pageWithoutText, .invalidDate, .attachmentMismatch, .impossiblePeriod:
            .error
        }
    }
}
