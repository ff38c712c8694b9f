/// The elements of HTML that mean something for the text; everything else is ``other``: inline, as browsers have it.
enum HTMLElement: UInt8, HTMLNamed {
    case other
    // Structure
    case html, body, head, title, style, base
    // Blocks
    case address, article, aside, blockquote, center, details, dialog, dd, div, dl, dt, fieldset, figcaption, figure
    case footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, legend, listing, main, menu, nav, ol, p, plaintext
    case pre, search, section, summary, ul, dir, li, xmp, textarea
    // Tables
    case caption, col, colgroup, table, tbody, td, tfoot, th, thead, tr
    // Words
    case a, b, br, del, font, ins, q, span, strong, sup, sub, u, i, em, s, strike, big, small, tt
    // What no reader sees
    case script, noscript, template, select, datalist, iframe, object, video, audio, canvas, noframes, embed, img
    case input, button, meta, link, annotation, desc, metadata, svg, math, map

    static let unknown = HTMLElement.other

    init(named name: UnsafeBufferPointer<UInt8>) {
        self = Self.byName[String(decoding: name, as: UTF8.self)] ?? .other
    }

    /// The name in paths.
    var name: String { Self.names[Int(rawValue)] }

    static let count = Int(map.rawValue) + 1

    private static let all: [HTMLElement] = (0..<UInt8(count)).compactMap { HTMLElement(rawValue: $0) }
    private static let names: [String] = all.map { String(describing: $0) }
    private static let byName: [String: HTMLElement] = Dictionary(
        all.filter { $0 != .other }.map { (String(describing: $0), $0) }, uniquingKeysWith: { first, _ in first })

    /// Whether it stands on lines of its own.
    var isBlock: Bool {
        switch rawValue {
        case Self.address.rawValue...Self.textarea.rawValue: return true
        case Self.caption.rawValue...Self.tr.rawValue: return true
        case Self.body.rawValue: return true
        default: return false
        }
    }

    /// Whether browsers show nothing of what it holds.
    var isHidden: Bool {
        switch self {
        case .script, .noscript, .template, .select, .datalist, .iframe, .object, .video, .audio, .canvas, .noframes,
            .title, .annotation, .desc, .metadata, .col, .colgroup, .meta, .link, .img, .input, .base:
            return true
        default: return false
        }
    }

    /// Whether it holds parts of a page, so that one of them may be the document.
    var isRegion: Bool {
        switch self {
        case .div, .article, .section, .main, .nav, .header, .footer, .aside, .form, .td, .th, .ul, .ol, .dialog,
            .menu, .body, .table, .details, .center, .fieldset:
            return true
        default: return false
        }
    }

    /// Whether it changes how words look, so that it lasts when a block begins in it.
    var isFormatting: Bool {
        switch self {
        case .b, .strong, .font, .u, .i, .em, .s, .strike, .big, .small, .tt, .span: return true
        default: return false
        }
    }
}

/// The attributes that are looked at.
enum HTMLAttribute: UInt8, HTMLNamed {
    case other
    case style, `class`, id, hidden, rowspan, colspan, start, value, type, reversed, href, face, role
    case cite, datetime, media, open, popover

    static let unknown = HTMLAttribute.other

    init(named name: UnsafeBufferPointer<UInt8>) {
        self = Self.byName[String(decoding: name, as: UTF8.self)] ?? .other
    }

    private static let byName: [String: HTMLAttribute] = [
        "style": .style, "class": .class, "id": .id, "hidden": .hidden, "rowspan": .rowspan, "colspan": .colspan,
        "start": .start, "value": .value, "type": .type, "reversed": .reversed, "href": .href, "face": .face,
        "role": .role, "cite": .cite, "datetime": .datetime,
        "media": .media, "open": .open, "popover": .popover,
    ]
}
