import ArgumentParser
import VanBanModel
import VanBanValidation

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: told("help.explain"))

    @Argument(help: .told("help.explain.code", value: "code"))
    var code: String?

    @Flag(help: .told("help.explain.markdown"))
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
                throw ValidationError(told("usage.noCode", code))
            }
            checks = [known]
        }
        for check in checks { print(check.explanation(in: language)) }
    }
}
