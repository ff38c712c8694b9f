/// How much of a page is read before it is refused; each can be set.
public struct HTMLLimits: Sendable, Hashable {
    /// Bytes of the file.
    public var bytes = TextReader.defaultLimit
    /// Elements within one another.
    public var depth = 500_000
    /// Attributes of one element. The parser compares each with all others.
    public var attributes = 2_000
    /// One paragraph, in bytes.
    public var paragraphBytes = 1 << 24
    /// Columns that one cell may take up, as browsers have it.
    public var columnSpan = 1_000
    /// Rows that one cell may take up, as browsers have it.
    public var rowSpan = 65_534
    /// Cells of one table, each wide cell counted once for every column.
    public var cells = 1_000_000
    /// Open elements that are gone through for end tags without a beginning, all together.
    public var searchedElements = 200_000_000

    public init() {}
}
