import VanBanModel
import VanBanTools

/// The programs of others that bring something here: what is there, and what would come with what is not.
public struct Toolbox: Sendable {
    /// One program, and what it brings.
    public struct Item: Sendable {
        public var tool: ExternalTool
        /// What it brings, for people.
        public var purpose: [Language: String]
        /// Where it is; nil where it is missing.
        public var path: String?
        /// As it says itself.
        public var version: String?
    }

    public var items: [Item]
    /// Whether these programs are called without any network.
    public var takesNetwork: Bool

    /// Looks for all of them.
    public init() {
        items = Self.known.map { tool, english, vietnamese in
            var item = Item(tool: tool, purpose: [.english: english, .vietnamese: vietnamese])
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

    private static let known: [(ExternalTool, String, String)] = [
        (.pdfText, "reads PDF files", "đọc tệp PDF"),
        (.pdfPictures, "draws the pages of scans", "vẽ trang quét thành ảnh"),
        (.tesseract, "recognises the letters of scans (OCR)", "nhận dạng chữ của trang quét (OCR)"),
        (.office, "reads .doc, .rtf, .odt and .wps", "đọc .doc, .rtf, .odt và .wps"),
    ]

    /// What is there, a program a line, and what to install.
    public func report(in language: Language) -> String {
        var lines = items.map { item -> String in
            let name = Self.padded(item.tool.program, 12)
            let purpose = item.purpose[language] ?? ""
            guard item.path != nil else {
                let missing = language == .english ? "missing" : "thiếu"
                let advice = language == .english ? "install" : "cài"
                return "\(name)\(Self.padded(missing, 12))\(purpose) (\(advice): apt install \(item.tool.package))"
            }
            return "\(name)\(Self.padded(item.version ?? "?", 12))\(purpose)"
        }
        switch (takesNetwork, language) {
        case (true, .english): lines.append("These programs are called without any network.")
        case (true, .vietnamese): lines.append("Các chương trình này chạy không có mạng.")
        case (false, .english):
            lines.append("The system lets no program take the network from another: only the settings are left out.")
        case (false, .vietnamese):
            lines.append("Hệ điều hành không cho ngắt mạng của chương trình được gọi; chỉ bỏ các thiết lập mạng.")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
