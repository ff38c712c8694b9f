import VanBanModel
import VanBanReading

/// The tokens of a line of the form or of a cell of times, with what recognition of characters got wrong put right:
/// words of time (``MisreadTime``), letters among figures (``MisreadFigures``).
struct RepairedTokens {
    let tokens: TokenText
    let diagnostics: [Diagnostic]

    init(_ text: TokenText) {
        let time = MisreadTime(text)
        let figures = MisreadFigures(time?.tokens ?? text)
        tokens = figures.tokens
        diagnostics = (time?.diagnostics() ?? []) + figures.readingDiagnostics()
    }
}
