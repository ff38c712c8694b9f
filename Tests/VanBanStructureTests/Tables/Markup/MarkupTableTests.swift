import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Tables in the markup of wikis and issue trackers.
@Suite("tables as markup of wikis")
struct WikiTableTests {
    private static let tasks = ["Rà soát quy chế", "Tập huấn nghiệp vụ"]

    private func expect(_ record: Record, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(record.tasks.map(\.number) == ["1", "2"], sourceLocation: sourceLocation)
        #expect(record.tasks.map(\.task) == Self.tasks, sourceLocation: sourceLocation)
        #expect(record.tasks.map(\.lead) == ["Sở Nội vụ", "Sở Y tế"], sourceLocation: sourceLocation)
        #expect(record.tasks.map(\.deadline) == ["Quý I/2024", ""], sourceLocation: sourceLocation)
    }

    @Test("MediaWiki, the cells of a row on one line")
    func rows() throws {
        expect(
            try Documents.appendix(
                lines: """
                    {| class="wikitable"
                    |+ Bảng phân công
                    ! TT !! Nhiệm vụ !! Cơ quan chủ trì !! Thời hạn
                    |-
                    | 1 || Rà soát quy chế || style="color:red" | Sở Nội vụ || Quý I/2024
                    |-
                    | 2 || Tập huấn nghiệp vụ || Sở Y tế ||
                    |}
                    """))
    }

    @Test("MediaWiki, a cell a line, some of several lines")
    func cells() throws {
        let record = try Documents.appendix(
            lines: """
                {|
                ! TT
                ! Nhiệm vụ
                ! Cơ quan chủ trì
                ! Thời hạn
                |-
                | 1
                | Rà soát
                quy chế
                | Sở Nội vụ
                | Quý I/2024
                |-
                | 2
                | Tập huấn nghiệp vụ
                | Sở Y tế
                |
                |}
                """)
        expect(record)
    }

    @Test("Jira: heads between two bars, cells between one")
    func issues() throws {
        expect(
            try Documents.appendix(
                lines: """
                    || TT || Nhiệm vụ || Cơ quan chủ trì || Thời hạn ||
                    | 1 | Rà soát quy chế | Sở Nội vụ | Quý I/2024 |
                    | 2 | Tập huấn nghiệp vụ | Sở Y tế |  |
                    """))
    }

    @Test("DokuWiki: heads between carets, cells between bars")
    func carets() throws {
        expect(
            try Documents.appendix(
                lines: """
                    ^ TT ^ Nhiệm vụ ^ Cơ quan chủ trì ^ Thời hạn ^
                    | 1 | Rà soát quy chế | Sở Nội vụ | Quý I/2024 |
                    | 2 | Tập huấn nghiệp vụ | Sở Y tế |  |
                    """))
    }

    @Test("BBCode: tags in brackets")
    func tags() throws {
        expect(
            try Documents.appendix(
                lines: """
                    [table]
                    [tr][th]TT[/th][th]Nhiệm vụ[/th][th]Cơ quan chủ trì[/th][th]Thời hạn[/th][/tr]
                    [tr][td]1[/td][td]Rà soát quy chế[/td][td]Sở Nội vụ[/td][td]Quý I/2024[/td][/tr]
                    [tr][td]2[/td]
                    [td]Tập huấn nghiệp vụ[/td][td]Sở Y tế[/td][td][/td][/tr]
                    [/table]
                    """))
    }

    @Test("LaTeX: cells between ampersands, rules around the rows")
    func source() throws {
        expect(
            try Documents.appendix(
                lines: #"""
                    \begin{tabular}{|l|l|l|l|}
                    \hline
                    TT & Nhiệm vụ & Cơ quan chủ trì & Thời hạn \\ \hline
                    1 & Rà soát quy chế & Sở Nội vụ & Quý I/2024 \\
                    \midrule 2 & Tập huấn nghiệp vụ & Sở Y tế & \\ \hline
                    \end{tabular}
                    """#))
    }

    @Test("a piece of such a table loses nothing")
    func fragment() throws {
        let record = try Documents.appendix(lines: "! TT !! Nhiệm vụ\n|-\n| 1 || Rà soát\n|}")
        #expect(record.grids.joined().joined().contains("Rà soát"))
        _ = try Documents.appendix(lines: "{|\n! TT !! Nhiệm vụ")
        _ = try Documents.appendix(lines: "|| TT || Nhiệm vụ ||\n\n| 1 | Rà soát |")
        _ = try Documents.appendix(lines: "[table]\n[tr][td]1[/td]\n[tr][td]2")
        _ = try Documents.appendix(lines: #"\begin{tabular}{l}\n1 & 2 \\"#)
    }

    @Test("a header set with spaces above rows set with tabs is theirs")
    func spacedHead() throws {
        expect(
            try Documents.appendix(
                lines: "TT   Nhiệm vụ   Cơ quan chủ trì   Thời hạn\n"
                    + "1\tRà soát quy chế\tSở Nội vụ\tQuý I/2024\n2\tTập huấn nghiệp vụ\tSở Y tế\t\n"))
    }
}
