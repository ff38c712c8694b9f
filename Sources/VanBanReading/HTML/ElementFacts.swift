/// What the attributes of an element say.
struct ElementFacts {
    var style = ElementStyle()
    var rowSpan = 1
    var columnSpan = 1
    var start: Int?
    var value: Int?
    var isReversed = false
    var isHidden = false
    /// Whether it links to another page.
    var isLink = false
    /// A link between a note's mark and the note.
    var isNoteLink = false
    /// A change with its author or time.
    var isTracked = false
    var hasClass = false
    /// Its names say that it is no part of the document but of the site: menu, banner, comments.
    var isChrome = false
    /// Its names say that it is the document.
    var isContent = false
    /// Its classes, id and attributes, where a style sheet may ask for them.
    var names = ElementNames()
    /// Whether a style sheet may hide it in a way that is not understood.
    var isDoubtful = false
    /// For what a style sheet is meant.
    var media = Certainty.yes
    /// Whether it opens only when someone asks for it.
    var isClosed = false

    /// - Parameters:
    ///   - frames: the elements around it, and ``HTMLFlow/outermost`` those before it where there are none.
    ///   - order: the children of elements, where the page has been read before.
    mutating func read(
        _ attributes: HTMLAttributes, of element: HTMLElement, _ sheet: CascadingStyles, in frames: [HTMLFlow.Frame],
        _ outermost: [ElderElement], _ order: [Int32: [HTMLElement]], _ fonts: inout FontNames
    ) {
        let all = attributes
        var attributes = attributes
        isClosed = element == .dialog
        var own: HTMLAttributes.Value?
        var classes: HTMLAttributes.Value?
        var id: HTMLAttributes.Value?
        while let (name, value) = attributes.nextKnown() {
            switch name {
            case .style: own = value
            case .class:
                hasClass = true
                classes = value
                readNames(value, of: element)
            case .id:
                id = value
                readNames(value, of: element)
            case .hidden: isHidden = true
            case .rowspan: rowSpan = value.number ?? 1
            case .colspan: columnSpan = value.number ?? 1
            case .start: start = value.number
            case .value: self.value = element == .li ? value.number : nil
            case .type: style.marker = ListMarker(type: value) ?? style.marker
            case .reversed: isReversed = true
            case .href:
                isLink = value.first != 0x23
                isNoteLink = Self.isNoteAddress(value)
            case .face: style.font = fonts.number(ofFamily: value)
            case .role: readRole(value)
            case .cite, .datetime: isTracked = true
            case .media: media = StyleConditions.holds(media: String(decoding: value, as: UTF8.self))
            case .open: isClosed = false
            case .popover: isClosed = true
            case .other: break
            }
        }
        if sheet.isEmpty {
            if let own { style.add(ElementStyle(own, fonts: &fonts)) }
        } else {
            names = ElementNames(classes: classes, id: id)
            if sheet.needs.contains(.attributes) { names.attributes = all.all() }
            let plain = own.map { ElementStyle($0, important: false, fonts: &fonts) }
            let tree = StyledTree(frames: frames, element: element, names: names, outermost: outermost, known: order)
            isDoubtful = sheet.add(to: &style, own: plain, of: tree)
            if let own, own.contains(0x21) { style.add(ElementStyle(own, important: true, fonts: &fonts)) }
        }
        if style.isFaded == true, !style.isOutOfSight { isDoubtful = true }
        switch element {
        case .nav, .footer, .aside, .dialog: isChrome = true
        default: break
        }
    }

    /// `#_ftn1`, `#_ftnref1`, `#sdfootnote1sym`, `#ftnt1`, `#cite_note-1`.
    private static func isNoteAddress(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
        // Word writes the name of the file before the sign.
        guard let mark = address.firstIndex(of: 0x23), address.count - mark < 60 else { return false }
        let target = UnsafeBufferPointer(rebasing: address[(mark + 1)...])
        return target.opens(with: "_ftn") || target.opens(with: "_edn") || target.opens(with: "sdfootnote")
            || target.opens(with: "sdendnote") || target.opens(with: "ftnt") || target.opens(with: "cite_")
            || target.opens(with: "fn") || target.opens(with: "footnote")
    }

    private mutating func readRole(_ role: UnsafeBufferPointer<UInt8>) {
        if role.isWord("navigation") || role.isWord("banner") || role.isWord("contentinfo")
            || role.isWord("complementary") || role.isWord("search") || role.isWord("dialog") || role.isWord("menu")
            || role.isWord("menubar") || role.isWord("tablist")
        {
            isChrome = true
        }
    }

    private mutating func readNames(_ names: UnsafeBufferPointer<UInt8>, of element: HTMLElement) {
        guard !names.isEmpty, names.count < 200 else { return }
        if names.opens(with: "mso") { return }
        var offset = 0
        while offset < names.count {
            let start = offset
            while offset < names.count, !CharacterClass.isSpace(names[offset]) { offset += 1 }
            if offset > start { readName(UnsafeBufferPointer(rebasing: names[start..<offset]), of: element) }
            offset += 1
        }
    }

    private mutating func readName(_ name: UnsafeBufferPointer<UInt8>, of element: HTMLElement) {
        guard name.count >= 2 else { return }
        switch UnsafeBufferPointer<UInt8>.lower(name[0]) {
        case 0x73 where name.isWord("sr-only") || name.isWord("screen-reader-text"): isHidden = true
        case 0x76 where name.isWord("visually-hidden") || name.isWord("visuallyhidden"): isHidden = true
        default: break
        }
        guard element.isRegion else { return }
        for word in SiteWords.chrome where name.holds(word) {
            isChrome = true
            return
        }
        for word in SiteWords.content where name.holds(word) {
            isContent = true
            return
        }
    }
}
