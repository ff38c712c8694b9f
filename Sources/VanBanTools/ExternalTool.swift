import VanBanMessages
import VanBanModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program that other people keep and that reads what this one does not: looked for when it is wanted, called in a
/// process of its own, never linked.
///
/// ```swift
/// let result = try ToolRun(.pdfText, ["-bbox", "in.pdf", "-"], files: ["in.pdf": bytes]).run()
/// if result.ending == .exited(status: 0) { read(result.output) }
/// ```
package struct ExternalTool: Hashable, Sendable {
    /// The name of its program, without folders.
    package var program: String
    /// The Debian package that brings it.
    package var package: String
    /// What makes it print its version.
    package var versionArguments: [String]

    package init(program: String, package: String, versionArguments: [String] = ["--version"]) {
        self.program = program
        self.package = package
        self.versionArguments = versionArguments
    }

    /// Facts about a PDF and its pages.
    package static let pdfInfo = ExternalTool(
        program: "pdfinfo", package: "poppler-utils", versionArguments: ["-v"])
    /// The words of a PDF's text layer with their boxes.
    package static let pdfText = ExternalTool(
        program: "pdftotext", package: "poppler-utils", versionArguments: ["-v"])
    /// Pictures of a PDF's pages.
    package static let pdfPictures = ExternalTool(
        program: "pdftoppm", package: "poppler-utils", versionArguments: ["-v"])
    /// Recognition of letters, with the trained data for Vietnamese.
    package static let tesseract = ExternalTool(program: "tesseract", package: "tesseract-ocr-vie")
    /// LibreOffice without a screen; the package has its writer.
    package static let office = ExternalTool(program: "soffice", package: "libreoffice-writer-nogui")

    /// Where the program is.
    /// - Throws: ``ToolMissing`` where no folder of `PATH` has it.
    package func path() throws(ToolMissing) -> String {
        guard let path = ToolSearch.path(of: program) else { throw ToolMissing(tool: self) }
        return path
    }

    package var isPresent: Bool { ToolSearch.path(of: program) != nil }

    /// What it says of its version: the first run of figures and dots in what it prints; nil where it says none in time.
    /// - Throws: ``ToolMissing``.
    package func version() throws(ToolMissing) -> String? {
        let path = try path()
        if let known = ToolSearch.version(at: path) { return known }
        var run = ToolRun(self, versionArguments)
        run.limits = ToolLimits(
            processorSeconds: 20, wallSeconds: 30, outputBytes: 1 << 16, fileBytes: 16 << 20, processes: 32)
        guard let result = try? run.run() else { return nil }
        let said = String(decoding: result.output, as: UTF8.self) + "\n" + result.errors
        guard let version = Self.version(in: said) else { return nil }
        ToolSearch.keep(version, at: path)
        return version
    }

    /// The first number with a dot in a text.
    static func version(in text: String) -> String? {
        let runs = text.split { character in
            !(character == "." || character.isASCII && character.isNumber)
        }
        for run in runs {
            let parts = run.split(separator: ".")
            if parts.count > 1 { return parts.joined(separator: ".") }
        }
        return nil
    }
}

/// A program that is wanted is not there.
package struct ToolMissing: Error, Hashable, Sendable {
    package var tool: ExternalTool

    package init(tool: ExternalTool) { self.tool = tool }

    /// What is missing, and the package that brings it.
    package func message(in language: Language) -> String {
        Messages.text("tool.missing", in: language, [tool.program, tool.package])
    }
}
