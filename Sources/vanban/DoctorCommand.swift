import ArgumentParser
import VanBanConversion
import VanBanModel

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say which programs of others are there, what each brings, and what to install.")

    @OptionGroup var shared: SharedOptions

    func run() throws { print(Toolbox().report(in: shared.language), terminator: "") }
}
