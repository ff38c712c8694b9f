import ArgumentParser
import VanBanExport

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema (2020-12) of records.")

    @OptionGroup var shared: SharedOptions

    func run() throws {
        var sink = FileHandleSink.standardOutput
        do {
            try sink.write(Array(RecordSchema.json.utf8))
        } catch OutputError.readerGone {
            return
        } catch {
            StandardError.print("vanban: " + error.message(in: shared.language))
            throw ExitCode(2)
        }
    }
}
