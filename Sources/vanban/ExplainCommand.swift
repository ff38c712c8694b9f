import ArgumentParser
import VanBanModel
import VanBanValidation

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say what a code of a diagnostic or of a rule means and what to do about it.")

    @Argument(help: "A code; without one, all are listed.")
    var code: String?

    @Flag(help: "As the table of the README.")
    var markdown = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let language = shared.language
        if markdown {
            print(Check.markdown(in: language))
            return
        }
        var checks = Check.all
        if let code {
            guard let known = Check(code: code) else {
                throw ValidationError("There is no code '\(code)'; 'vanban explain' lists all.")
            }
            checks = [known]
        }
        for check in checks { print(check.explanation(in: language)) }
    }
}
