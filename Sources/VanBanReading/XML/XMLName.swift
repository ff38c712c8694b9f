/// The namespaces that Word's files use, the strict forms of ISO 29500 among them.
enum XMLNamespace: UInt8 {
    case none, word, drawing, math, compatibility, relationship, packageRelationship, contentTypes, vml, flatPackage,
        annotation, other

    init(_ uri: UnsafePointer<UInt8>?) {
        guard let uri else {
            self = .none
            return
        }
        self = Self.known[String(cString: uri)] ?? .other
    }

    private static let known: [String: XMLNamespace] = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": .word,
        "http://purl.oclc.org/ooxml/wordprocessingml/main": .word,
        "http://schemas.openxmlformats.org/drawingml/2006/main": .drawing,
        "http://purl.oclc.org/ooxml/drawingml/main": .drawing,
        "http://schemas.openxmlformats.org/officeDocument/2006/math": .math,
        "http://purl.oclc.org/ooxml/officeDocument/math": .math,
        "http://schemas.openxmlformats.org/markup-compatibility/2006": .compatibility,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": .relationship,
        "http://purl.oclc.org/ooxml/officeDocument/relationships": .relationship,
        "http://schemas.openxmlformats.org/package/2006/relationships": .packageRelationship,
        "http://schemas.openxmlformats.org/package/2006/content-types": .contentTypes,
        "urn:schemas-microsoft-com:vml": .vml,
        "http://schemas.microsoft.com/office/2006/xmlPackage": .flatPackage,
        "http://schemas.microsoft.com/office/word/2003/wordml": .word,
        "http://schemas.microsoft.com/aml/2001/core": .annotation,
    ]
}

/// The names of elements and attributes that the reader of Word's files looks at; all others are `other`. The raw value is
/// how a file writes one: a constant, where spelling a case by reflection took a third of the time of a small file.
enum XMLName: String, CaseIterable {
    case other
    // The story
    case document, body, p, pPr, r, rPr, t, tab, ptab, br, cr, sym, softHyphen, noBreakHyphen, hyperlink, smartTag
    case showingPlcHdr, strike, dstrike, blip, imagedata, graphicData, uri, embeddedObject = "OLEObject"
    case program = "ProgID"
    case sdt, sdtPr, sdtEndPr, sdtContent, customXml, fldSimple, fldChar, instrText, delText, delInstrText, ins, del,
        moveFrom
    case moveTo, txbxContent, txBody, textpath, AlternateContent, Choice, Fallback, sectPr, headerReference
    case footerReference, footnoteReference, endnoteReference, footnoteRef, endnoteRef, annotationRef, pgNum, ffData
    case den, sup, ruby, rt, altChunk, subDoc
    // Fields of forms
    case checkBox, checked, ddList, result, listEntry
    // Tables
    case tbl, tblPr, tblGrid, tblPrEx, tr, trPr, tc, tcPr, gridSpan, vMerge, hMerge, gridBefore, gridAfter, tblHeader
    case hidden, cellDel, cellIns, gridCol, w
    // Properties
    case pStyle, rStyle, numPr, numId, ilvl, pageBreakBefore, b, caps, smallCaps, vanish, webHidden, vertAlign, rFonts
    case pPrChange, rPrChange, tblPrChange, trPrChange, tcPrChange, sectPrChange, tblGridChange, tblPrExChange
    case numberingChange, type
    // Styles and numbering
    case styles, style, basedOn, docDefaults, rPrDefault, pPrDefault, numbering, abstractNum, num, abstractNumId, lvl
    case start, numFmt, lvlText, lvlRestart, isLgl, suff, lvlOverride, startOverride, styleLink, numStyleLink
    case numPicBullet
    // Notes, heads and feet, settings
    case footnotes, footnote, endnotes, endnote, hdr, ftr, footnotePr, endnotePr, numStart, numRestart
    // Themes
    case majorFont, minorFont, latin
    // Packages
    case Types, Default, Override, Relationships, Relationship, package, part, xmlData, binaryData
    // Word 2003
    case lists, listDef, listDefId, list, ilfo, ilst, nfc, docPr, vmerge, hmerge, annotation, hAnsi2003 = "h-ansi"
    // Workbooks
    case sheet, workbookPr, si, rPh, fonts, borders, border, left, right, cellXfs, cellStyleXfs, dxfs, xf, row, c, v, s
    case col, mergeCell, definedName, dataValidation, formula1, formula2
    // Spreadsheets of OpenDocument
    case tableProperties = "table-properties", tableCellProperties = "table-cell-properties"
    case textProperties = "text-properties", table, tableColumn = "table-column", tableRow = "table-row"
    case tableCell = "table-cell", coveredTableCell = "covered-table-cell", lineBreak = "line-break"
    // Attributes
    case val, id, ascii, hAnsi, asciiTheme, hAnsiTheme, `default`, styleId, format, instr, char, font, fldCharType
    case string, customMarkFollows, space, Id, Target, TargetMode, PartName, ContentType, Extension, name, contentType
    case typeface, Requires, relationType = "Type"
    case state, date1904, numFmtId, formatCode, fontId, borderId, ref, min, max, width, sqref, `operator`
    case styleName = "style-name", display, fontWeight = "font-weight", borderLeft = "border-left"
    case borderRight = "border-right", numberColumnsRepeated = "number-columns-repeated"
    case numberRowsRepeated = "number-rows-repeated", numberColumnsSpanned = "number-columns-spanned",
        numberRowsSpanned = "number-rows-spanned", visibility

    /// The place among all names, in the order of the cases.
    var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
