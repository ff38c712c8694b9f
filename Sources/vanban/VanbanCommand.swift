import ArgumentParser
import VanBanExport
import VanBanReading

/// The program's entry: its commands and their help.
@main
struct VanbanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vanban",
        abstract: "Turns Vietnamese administrative documents into data.",
        discussion: """
            Reads Quyết định and the Kế hoạch, programmes and Phụ lục issued with them, and writes their structure, task \
            rows, index scores and citations as JSON. Records go to standard output, everything else to standard error.

            Exit status: 0 done; 1 the document has errors (with --fail-on); 2 an input could not be read or is no such \
            document; 64 usage.
            """,
        version: "vanban \(number) (record \(RecordVersion.current))",
        subcommands: [
            ConvertCommand.self, ValidateCommand.self, TablesCommand.self, ReviewCommand.self, CorrectionsCommand.self,
            LedgerCommand.self, BatchCommand.self,
            QueryCommand.self, SchemaCommand.self, ExplainCommand.self, WorkerCommand.self,
            ReadingsCommand.self, DoctorCommand.self,
        ])

    /// The program's version.
    static var number: String { "0.1.0" }

    static func main() {
        FileHandleSink.reportClosedPipes()
        do {
            var command = try parseAsRoot(Program.arguments)
            try command.run()
        } catch {
            let code = exitCode(for: error)
            // Help is no failure and goes to standard output.
            guard code != .success else { exit(withError: error) }
            let lines = fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
            if lines != [""] { StandardError.write(lines.map { FileName.shown(String($0)) + "\n" }.joined()) }
            Program.end(code.rawValue)
        }
    }
}
