import VanBanReading

/// The kind of a document printed twice right below each other, as pages leave it that draw bold letters twice: the second
/// line says nothing new.
enum DoubledKind {
    static func mark(_ lines: inout [Line], in text: SourceText) {
        for index in lines.indices.dropFirst()
        where lines[index].kind == .documentKind && lines[index - 1].kind == .documentKind
            && !lines[index].pageBreakBefore
            && text.string(lines[index].range) == text.string(lines[index - 1].range)
        {
            lines[index].kind = .runningHead
        }
    }
}
