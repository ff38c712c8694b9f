import VanBanModel
import VanBanReading

/// The tokens of a line of the form or of a cell of times, with what recognition of characters got wrong put right:
/// words of time (``MisreadTime``), letters among figures (``MisreadFigures``), words of time without a space (``GluedTime``).
struct RepairedTokens {
    let tokens: TokenText
    let diagnostics: [Diagnostic]

    init(_ text: TokenText) {
        let parted = GluedTime(text)?.tokens ?? text
        let time = MisreadTime(parted)
        let figures = MisreadFigures(time?.tokens ?? parted)
        tokens = figures.tokens
        diagnostics = (time?.diagnostics() ?? []) + figures.readingDiagnostics()
    }
}
