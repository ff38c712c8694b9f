import VanBanExport
import VanBanMessages
import VanBanModel
import VanBanReading

/// One page for a browser on which people look at documents beside their records, and put right what was read wrong.
///
/// The page is whole in itself: it asks the network for nothing, and its security policy lets nothing run but its own
/// script. What it shows comes from the records' JSON, and is put on the page as text alone.
package struct ReviewPage: Sendable {
    package let language: Language
    private let agencies: [ReviewAgency]

    /// - Parameter agencies: the list from which people choose.
    package init(language: Language, agencies: [ReviewAgency]) {
        self.language = language
        self.agencies = agencies
    }

    /// Writes the page.
    /// - Throws: the sink's ``OutputError``.
    package func write(_ documents: [ReviewDocument], to sink: inout some OutputSink) throws(OutputError) {
        var pieces = Self.template[...]
        while let open = pieces.firstRange(of: "{{") {
            try write(pieces[..<open.lowerBound], to: &sink)
            let rest = pieces[open.upperBound...]
            guard let close = rest.firstRange(of: "}}") else { break }
            try fill(rest[..<close.lowerBound], documents, to: &sink)
            pieces = rest[close.upperBound...]
        }
        try write(pieces, to: &sink)
    }

    private func fill(
        _ name: Substring, _ documents: [ReviewDocument], to sink: inout some OutputSink
    ) throws(OutputError) {
        switch name {
        case "language": try write(language.rawValue, to: &sink)
        case "title": try write(Messages.text("review.title", in: language), to: &sink)
        case "policy": try write(Self.policy, to: &sink)
        case "style": try write(Self.style, to: &sink)
        case "script": try write(Self.script, to: &sink)
        case "texts": try write(bytesOfJSON: Self.texts, to: &sink)
        case "agencies": try write(bytesOfJSON: JSONWriter.bytes(layout: .compact) { $0.array(agencies) }, to: &sink)
        case "contents":
            try write(
                bytesOfJSON: JSONWriter.bytes(layout: .compact) {
                    $0.array(documents.map { ReviewContents(record: $0.record) })
                },
                to: &sink)
        case "documents":
            for document in documents {
                try write("<script type=\"application/json\" class=\"document\">", to: &sink)
                try write(JSON: ReviewJSON(document: document, language: language), to: &sink)
                try write("</script>\n", to: &sink)
                for file in document.corrections {
                    try write("<script type=\"application/json\" class=\"corrections\">", to: &sink)
                    try write(bytesOfJSON: file, to: &sink)
                    try write("</script>\n", to: &sink)
                }
            }
        default: break
        }
    }

    private func write(_ text: some StringProtocol, to sink: inout some OutputSink) throws(OutputError) {
        try sink.write(Array(text.utf8))
    }

    /// JSON within a page, as it is written: documents are large.
    private func write(JSON value: some JSONWritable, to sink: inout some OutputSink) throws(OutputError) {
        try ScriptSink.passing(to: &sink) { script throws(OutputError) in
            try JSONWriter.write(to: &script, layout: .compact) { value.write(to: &$0) }
        }
    }

    private func write(bytesOfJSON bytes: [UInt8], to sink: inout some OutputSink) throws(OutputError) {
        try ScriptSink.passing(to: &sink) { script throws(OutputError) in try script.write(bytes) }
    }

    // MARK: What the page is made of

    private static let template = String(decoding: PackageResources.page_html, as: UTF8.self)
    private static let style = "\n" + String(decoding: PackageResources.style_css, as: UTF8.self)
    private static let texts = PackageResources.texts_json

    /// The modules, each behind those that it imports.
    private static let modules: [[UInt8]] = [
        PackageResources.dom_js, PackageResources.texts_js, PackageResources.fold_js, PackageResources.windowed_js,
        PackageResources.items_js, PackageResources.model_js, PackageResources.corrections_js,
        PackageResources.links_js, PackageResources.grid_js, PackageResources.document_js, PackageResources.pages_js,
        PackageResources.editor_js,
        PackageResources.doubts_js, PackageResources.filters_js, PackageResources.tasks_js, PackageResources.outline_js,
        PackageResources.charts_js, PackageResources.done_js, PackageResources.keys_js, PackageResources.app_js,
    ]

    /// One module of all of them: a page that is one file has nowhere to import from.
    static let script: String = {
        var script = "\n"
        for module in modules {
            for line in String(decoding: module, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            {
                if line.hasPrefix("import ") { continue }
                script += line.hasPrefix("export ") ? line.dropFirst("export ".count) : line
                script += "\n"
            }
        }
        return script
    }()

    /// Nothing is fetched, nothing runs but the page's own script, told by its digest.
    static let policy =
        "default-src 'none'; script-src 'sha256-\(digest(script))'; style-src 'sha256-\(digest(style))'; "
        + "img-src data:; base-uri 'none'; form-action 'none'"

    private static func digest(_ text: String) -> String {
        Base64.text(of: FileDigest.sha256Bytes(of: Array(text.utf8)))
    }
}

/// Passes JSON on as it may stand within a page: no `<` ends the element that it stands in, or opens another one.
private struct ScriptSink<Page: OutputSink>: OutputSink {
    private let page: UnsafeMutablePointer<Page>

    /// - Parameter body: may use the sink until it returns.
    static func passing(
        to page: inout Page, _ body: (inout ScriptSink) throws(OutputError) -> Void
    ) throws(OutputError) {
        let failure = withUnsafeMutablePointer(to: &page) { pointer -> OutputError? in
            var sink = ScriptSink(page: pointer)
            do throws(OutputError) {
                try body(&sink)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
        var start = 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
            if start < index { try page.pointee.write(UnsafeRawBufferPointer(rebasing: bytes[start..<index])) }
            try page.pointee.write(Self.sign)
            start = index + 1
        }
        if start < bytes.count { try page.pointee.write(UnsafeRawBufferPointer(rebasing: bytes[start...])) }
    }

    private static var sign: [UInt8] { Array("\\u003c".utf8) }
}

/// Bytes as text in base 64 (RFC 4648, section 4).
enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(of bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var value = group.reduce(0) { $0 << 8 | UInt32($1) }
            value <<= UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let isPadding = place > group.count
                text.append(isPadding ? 0x3D : digits[Int(value >> UInt32(18 - 6 * place) & 63)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
