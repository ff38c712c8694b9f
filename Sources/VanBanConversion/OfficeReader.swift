import VanBanModel
import VanBanReading
import VanBanTools

/// Reads what LibreOffice makes a DOCX of: documents of Word before 2007, Rich Text, OpenDocument and Works.
///
/// One process a file. Measured with LibreOffice 7.4: it takes 1.0 s of processor time a file, 0.3 s where one call is
/// given many; but a process that waits for further calls ends with the first that converts (`--convert-to`), and one call
/// of many gives up the rest when one file brings it down. A file a process keeps a hostile file from its neighbours, too.
package struct OfficeReader: FurtherReader {
    package static let name = "LibreOffice"

    private let tool: ExternalTool
    private let limits: ToolLimits

    /// - Parameters:
    ///   - tool: the program.
    ///   - limits: what it may take for a file.
    package init(tool: ExternalTool = .office, limits: ToolLimits = Self.usualLimits) {
        self.tool = tool
        self.limits = limits
    }

    /// What a file may take. Address space is mostly what libraries map.
    package static let usualLimits = ToolLimits(
        processorSeconds: 60, wallSeconds: 90, memoryBytes: 3 << 30, outputBytes: 1 << 16, fileBytes: 256 << 20,
        processes: 64)

    package let formats: [Source.Format] = [.doc, .rtf, .odt, .wps]

    package func format(of bytes: [UInt8]) -> Source.Format? {
        let format = FileReader.format(of: bytes)
        return formats.contains(format) ? format : nil
    }

    package var version: String {
        guard let version = try? tool.version() else { return Self.name + (tool.isPresent ? " ?" : " -") }
        return Self.name + " " + version
    }

    package func read(
        _ bytes: consuming [UInt8], name: String, as format: Source.Format, for reader: FileReader
    ) throws(ReadingError) -> ReadDocument {
        let file = bytes
        guard file.count <= reader.limits.fileBytes else {
            throw .tooLarge(bytes: file.count, limit: reader.limits.fileBytes)
        }
        if reader.isEncrypted(file, as: format) { throw .encrypted }
        let converted = try convert(file, format, limit: reader.limits.fileBytes)
        let version: String?
        do throws(ToolMissing) { version = try tool.version() } catch { version = nil }
        return try reader.read(
            converted: converted,
            of: Source(
                name: name, format: format, encoding: "utf-8", bytes: file.count, sha256: FileDigest.sha256(of: file),
                converter: Source.Converter(name: Self.name, version: version)))
    }

    /// The DOCX that it makes of a file.
    private func convert(
        _ file: [UInt8], _ format: Source.Format, limit: Int
    ) throws(ReadingError) -> [UInt8] {
        let folder: PrivateFolder
        let result: ToolResult
        do throws(ToolFailure) {
            folder = try PrivateFolder()
            result = try ToolRun(
                tool,
                [
                    "-env:UserInstallation=file://" + folder.path(of: "profile"), "--headless", "--norestore",
                    "--nologo",
                    "--nodefault", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir",
                    folder.path(of: "out"), folder.path(of: "in." + format.rawValue),
                ],
                files: ["in." + format.rawValue: file], limits: limits, folder: folder
            ).run()
        } catch {
            throw error.readingError(of: Self.name)
        }
        if case .exited = result.ending, let made = folder.bytes(of: "out/in.docx", limit: limit) { return made }
        throw .converterFailed(program: Self.name, result.ending.failure)
    }
}
