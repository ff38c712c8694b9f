/// One call of a program: what it is given, and what it may use.
///
/// The program finds a folder of its own as its working folder and its home, an environment with nothing of ours
/// (`PATH`, `HOME`, `LANG`, `OMP_THREAD_LIMIT`), and no standard input unless one of its files is that.
package struct ToolRun: Sendable {
    package var tool: ExternalTool
    package var arguments: [String]
    /// What stands in its folder when it begins.
    package var files: [String: [UInt8]]
    /// The file of its folder that is its standard input; nil for none.
    package var input: String?
    package var limits: ToolLimits
    /// The folder, where that of an earlier call is to be gone on with.
    package var folder: PrivateFolder?

    package init(
        _ tool: ExternalTool, _ arguments: [String], files: [String: [UInt8]] = [:], input: String? = nil,
        limits: ToolLimits = ToolLimits(), folder: PrivateFolder? = nil
    ) {
        self.tool = tool
        self.arguments = arguments
        self.files = files
        self.input = input
        self.limits = limits
        self.folder = folder
    }

    /// Calls it and waits for its end.
    /// - Throws: ``ToolFailure`` where it cannot be started; whatever becomes of it then is in the result.
    package func run() throws(ToolFailure) -> ToolResult {
        let path: String
        do throws(ToolMissing) { path = try tool.path() } catch { throw .missing(error) }
        let place: PrivateFolder
        if let folder { place = folder } else { place = try PrivateFolder() }
        for (name, bytes) in files { try place.write(bytes, to: name) }
        var process = try ToolProcess(
            try ToolEnclosure.command(path, arguments, in: place.path, limits), input: input.map { place.path(of: $0) },
            folder: place.path)
        var ending = process.wait(limits)
        // Within a space of processes of its own a program is not ended for it: its writing fails.
        if case .exited(let status) = ending, status != 0, place.largestFile >= limits.fileBytes {
            ending = .stopped(.fileSize)
        }
        return ToolResult(
            ending: ending, output: process.output, errors: String(decoding: process.errors, as: UTF8.self),
            processorSeconds: process.processorSeconds, folder: place)
    }

    /// Whether programs are called without any network; else only the settings for proxies are taken from them.
    package static var takesNetwork: Bool { ToolEnclosure.takesNetwork }
}
