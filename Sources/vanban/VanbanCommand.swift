import ArgumentParser
import VanBanExport
import VanBanMessages
import VanBanModel
import VanBanReading

/// The program's entry: its commands and their help.
@main
struct VanbanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vanban",
        abstract: told("help.vanban"),
        discussion: told("help.vanban.more"),
        version: "vanban \(number) (record \(RecordVersion.current))",
        subcommands: [
            ConvertCommand.self, ValidateCommand.self, TablesCommand.self, ReviewCommand.self, CorrectionsCommand.self,
            LedgerCommand.self, BatchCommand.self, ReportCommand.self,
            QueryCommand.self, SchemaCommand.self, ExplainCommand.self, WorkerCommand.self,
            ReadingsCommand.self, DoctorCommand.self, ReadingTopic.self,
        ])

    /// The program's version.
    static var number: String { "0.1.0" }

    /// The arguments; the help of a command is asked for without options, but in a language.
    private static var arguments: [String] {
        var arguments = Program.arguments
        guard arguments.first == "help" else { return arguments }
        if let place = arguments.firstIndex(of: "--lang") {
            arguments.removeSubrange(place..<min(place + 2, arguments.count))
        }
        return arguments.filter { !$0.hasPrefix("--lang=") }
    }

    static func main() {
        FileHandleSink.reportClosedPipes()
        ProgramLog.begin()
        do {
            var command = try parseAsRoot(Self.arguments)
            try command.run()
        } catch {
            let code = exitCode(for: error)
            let isSpoken = Environment.spoken != .english
            // Help is no failure and goes to standard output.
            guard code != .success else {
                let text = fullMessage(for: error)
                guard isSpoken, text.hasPrefix(Messages.text("parser.overview", in: .english)) else {
                    exit(withError: error)
                }
                print(SpokenHelp.help(text))
                Program.end(code.rawValue)
            }
            let message = isSpoken ? SpokenHelp.error(fullMessage(for: error)) : fullMessage(for: error)
            let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
            if lines != [""] { StandardError.write(lines.map { FileName.shown(String($0)) + "\n" }.joined()) }
            Program.end(code.rawValue)
        }
    }
}
