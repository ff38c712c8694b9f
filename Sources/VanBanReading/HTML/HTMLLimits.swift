/// How much of a page is read before it is refused; each can be set.
package struct HTMLLimits: Sendable, Hashable {
    /// Bytes of the file.
    package var bytes = TextReader.defaultLimit
    /// Elements within one another.
    package var depth = 500_000
    /// Attributes of one element. The parser compares each with all others.
    package var attributes = 2_000
    /// One paragraph, in bytes.
    package var paragraphBytes = 1 << 24
    /// Columns that one cell may take up, as browsers have it.
    package var columnSpan = 1_000
    /// Rows that one cell may take up, as browsers have it.
    package var rowSpan = 65_534
    /// Cells of one table, each wide cell counted once for every column.
    package var cells = 1_000_000
    /// Open elements that are gone through for end tags without a beginning, all together.
    package var searchedElements = 200_000_000

    package init() {}
}
