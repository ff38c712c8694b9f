import ArgumentParser
import VanBanModel

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say what a diagnostic's code means and what to do about it.")

    @Argument(help: "A code; without one, all are listed.")
    var code: String?

    @Flag(help: "As the table of the README.")
    var markdown = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let language = shared.language
        var codes = DiagnosticCode.allCases
        if let code {
            guard let known = DiagnosticCode(rawValue: code) else {
                throw ValidationError("There is no code '\(code)'; 'vanban explain' lists all.")
            }
            codes = [known]
        }
        if markdown {
            print(DiagnosticCode.markdownTable(in: language))
            return
        }
        for code in codes {
            print(
                "\(code.rawValue) (\(code.severity.rawValue))\n  \(code.message(in: language))\n  \(code.hint(in: language))"
            )
        }
    }
}
