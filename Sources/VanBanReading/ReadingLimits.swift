import VanBanModel

/// How much of a file is read before it is refused: a small file can unpack into one that fills the machine.
///
/// All can be set; the defaults let through whatever an office produces.
public struct ReadingLimits: Sendable, Hashable {
    /// The largest file, in bytes as it lies on the disk.
    public var fileBytes = 1 << 30
    /// The largest part of a package, in bytes after unpacking.
    public var partBytes = 1 << 29
    /// All parts of a package that are read, in bytes after unpacking.
    public var packageBytes = 1 << 30
    /// Unpacked bytes for one packed byte, counted from ``ratioFloor`` unpacked bytes on.
    public var ratio = 1_000
    /// Parts below this size may be packed as tightly as they like, in bytes after unpacking.
    public var ratioFloor = 1 << 24
    /// Entries of a package.
    public var entries = 20_000
    /// Elements within elements.
    public var elementDepth = 1_000
    /// Attributes of one element.
    public var attributes = 1_000
    /// Columns of a table, spans counted.
    public var tableColumns = 1_024
    /// Rows of a table.
    public var tableRows = 1_000_000
    /// Places in the grids of all tables, covered ones counted.
    public var tablePlaces = 8_000_000
    /// Of HTML, which nests deeper and is less orderly.
    public var html = HTMLLimits()

    public init() {}
}

extension ReadingLimits {
    /// What a limit is set to.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case partBytes, packageBytes, ratio, entries, elementDepth, attributes, tableColumns, tableRows, tablePlaces

        func message(_ limit: Int, in language: Language) -> String {
            switch language {
            case .english:
                return "the file \(english(limit)); it is damaged or made to do harm: check where it comes from"
            case .vietnamese:
                return "tệp \(vietnamese(limit)); tệp hỏng hoặc cố ý gây hại: hãy kiểm tra nguồn gốc"
            }
        }

        private func english(_ limit: Int) -> String {
            switch self {
            case .partBytes: return "holds a part of more than \(limit) bytes"
            case .packageBytes: return "unpacks into more than \(limit) bytes"
            case .ratio: return "unpacks into more than \(limit) times its size"
            case .entries: return "holds more than \(limit) entries"
            case .elementDepth: return "nests more than \(limit) elements"
            case .attributes: return "holds an element with more than \(limit) attributes"
            case .tableColumns: return "holds a table of more than \(limit) columns"
            case .tableRows: return "holds a table of more than \(limit) rows"
            case .tablePlaces: return "holds tables of more than \(limit) cells"
            }
        }

        private func vietnamese(_ limit: Int) -> String {
            switch self {
            case .partBytes: return "có thành phần lớn hơn \(limit) byte"
            case .packageBytes: return "giải nén ra hơn \(limit) byte"
            case .ratio: return "giải nén ra hơn \(limit) lần kích thước"
            case .entries: return "có hơn \(limit) mục"
            case .elementDepth: return "lồng nhau hơn \(limit) cấp"
            case .attributes: return "có phần tử với hơn \(limit) thuộc tính"
            case .tableColumns: return "có bảng hơn \(limit) cột"
            case .tableRows: return "có bảng hơn \(limit) dòng"
            case .tablePlaces: return "có các bảng hơn \(limit) ô"
            }
        }
    }
}
