import ArgumentParser
import VanBanCorrections
import VanBanExport

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: told("help.schema"))

    @Flag(help: .told("help.schema.corrections"))
    var corrections = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        var sink = FileHandleSink.standardOutput
        do {
            try sink.write(Array((corrections ? CorrectionSchema.json : RecordSchema.json).utf8))
        } catch OutputError.readerGone {
            return
        } catch {
            StandardError.print("vanban: " + error.message(in: shared.language))
            throw ExitCode(2)
        }
    }
}
