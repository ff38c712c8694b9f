/// The codes of diagnostics: stable names, documented in `Documentation/codes.md`.
public enum DiagnosticCode: String, Hashable, Codable, Sendable, CaseIterable {
    // Reading
    case legacyEncoding, uncertainEncoding, outsideEncoding, invalidBytes, mixedLineEnds, decomposedText,
        invisibleCharacters, lookAlikeLetters
    case unreadFont, declaredEncodingWrong, damagedFile, missingPart, duplicatePart, unreadPart,
        trackedChanges, hiddenText, pageWithoutText, uncertainLetters, lostLetters, hiddenCells
    case notesNumberedByPage, restoredCapitals
    // Layout
    case joinedParagraph, sourceLineBreaks, uncertainParagraphCut, footnoteWithoutCall, callWithoutFootnote, strayText
    // Parts
    case missingNumber, missingDate, invalidDate, missingIssuer, missingTitle, missingSignature, unknownKind,
        unprintedKind,
        misreadKind
    case attachmentNumberMissing, attachmentMismatch, missingAppendix, issuingDocumentAbsent, unattachedDocument
    // The web site that the text was copied from
    case uncertainSiteText, metadataMismatch, filledFromMetadata
    // Outline
    case numberingStart, numberingGap, numberingRepeat, numberingMixed
    // Tables
    case joinedRow, repeatedHeader, raggedRow, missingRowNumber, rowNumberingGap, rowNumberingRepeat
    case columnWithoutRole, uncertainColumn, tableWithoutTasks, uncertainTaskTable, uncertainRow, uncertainCell,
        doubtfulRow, tableNotRead
    case cellOfOtherColumn
    // Records
    case missingLead, missingDeadline, unparsedDeadline, assumedYear, yearOutsidePeriod, reversedPeriod
    case unknownYear, shortYear, impossiblePeriod, misreadTime, misreadFigure, unreadFigure
    case unknownAgency, misspeltAgency, assumedPlace
    case agencyInBothColumns, changeMismatch, componentCountMismatch, unknownGroup, dimensionNameMismatch
    case uncertainScore, uncertainTarget
    case referenceDateMismatch, ambiguousReference
    // What people put right
    case correctionUnplaced, correctionAmbiguous, correctionsDisagree
}
