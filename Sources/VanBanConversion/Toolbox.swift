import VanBanMessages
import VanBanModel
import VanBanTools

/// The programs of others that bring something here: what is there, and what would come with what is not.
package struct Toolbox: Sendable {
    /// One program.
    package struct Item: Sendable {
        package var tool: ExternalTool
        /// Where it is; nil where it is missing.
        package var path: String?
        /// As it says itself.
        package var version: String?
    }

    package var items: [Item]
    /// Whether these programs are called without any network.
    package var takesNetwork: Bool

    /// Looks for all of them.
    package init() {
        items = Self.known.map { tool in
            var item = Item(tool: tool)
            do throws(ToolMissing) {
                item.path = try tool.path()
                item.version = try tool.version()
            } catch {
                item.path = nil
            }
            return item
        }
        takesNetwork = ToolRun.takesNetwork
    }

    private static let known: [ExternalTool] = [.pdfText, .pdfPictures, .tesseract, .office]

    /// What is there, a program a line, and what to install.
    package func report(in language: Language) -> String {
        var lines = items.map { item -> String in
            let name = Self.padded(item.tool.program, 12)
            let purpose = Messages.text("tool." + item.tool.program, in: language)
            guard item.path != nil else {
                let missing = Messages.text("tool.isMissing", in: language)
                let advice = Messages.text("tool.install", in: language, [item.tool.package])
                return "\(name)\(Self.padded(missing, 12))\(purpose) (\(advice))"
            }
            return "\(name)\(Self.padded(item.version ?? "?", 12))\(purpose)"
        }
        lines.append(Messages.text(takesNetwork ? "tool.noNetwork" : "tool.network", in: language))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
