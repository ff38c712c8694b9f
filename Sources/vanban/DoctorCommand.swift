import ArgumentParser
import VanBanConversion
import VanBanModel

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: told("help.doctor"))

    @OptionGroup var shared: SharedOptions

    func run() throws { print(Toolbox().report(in: shared.language), terminator: "") }
}
