import ArgumentParser
import FoundationEssentials
import VanBanModel
import VanBanPages
import VanBanReading
import VanBanStructure

/// Writes every reading of the tables in texts, one document a line: what `Benchmarks/readings.py` fits weights on.
struct ReadingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readings", abstract: "Write all readings of tables without a grid.", shouldDisplay: false)

    @Argument(help: .told("help.documents", value: "file"))
    var files: [String]

    func run() throws {
        let encoder = JSONEncoder()
        for file in files {
            let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: file)))
            let document = try FileReader(further: [PDFReader()]).read(bytes, name: file, from: nil)
            let line = try encoder.encode(TableReadings(document))
            print(String(decoding: line, as: UTF8.self))
        }
    }
}
