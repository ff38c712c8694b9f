import Testing
import VanBanModel

@testable import VanBanStructure

@Suite struct DrawnTableTests {
    private static let expected = [
        ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời gian"],
        ["1", "Kiểm tra công vụ", "Báo cáo", "Phòng Nội vụ", "Quý II"],
        ["2", "Mở lớp", "Lớp", "Công an", "Quý III"],
    ]

    @Test(
        "cells that are wrapped side by side between rules are cells of one row",
        arguments: [
            """
            +----+---------------+----------+----------+-----------+
            | TT | Nhiệm vụ      | Sản phẩm | Chủ trì  | Thời gian |
            +----+---------------+----------+----------+-----------+
            | 1  | Kiểm tra công | Báo cáo  | Phòng    | Quý II    |
            |    | vụ            |          | Nội vụ   |           |
            +----+---------------+----------+----------+-----------+
            | 2  | Mở lớp        | Lớp      | Công an  | Quý III   |
            +----+---------------+----------+----------+-----------+
            """,
            """
                ┌────┬───────────────┬──────────┬──────────┬───────────┐
                │ TT │ Nhiệm vụ      │ Sản phẩm │ Chủ trì  │ Thời gian │
                ├────┼───────────────┼──────────┼──────────┼───────────┤
                │    │ Kiểm tra công │ Báo cáo  │ Phòng    │           │
                │ 1  │ vụ            │          │ Nội vụ   │ Quý II    │
                ├────┼───────────────┼──────────┼──────────┼───────────┤
                │ 2  │ Mở lớp        │ Lớp      │ Công an  │ Quý III   │
                └────┴───────────────┴──────────┴──────────┴───────────┘
            """,
            """
            ╔════╤═══════════════╤══════════╤══════════╤═══════════╗
            ║ TT │ Nhiệm vụ      │ Sản phẩm │ Chủ trì  │ Thời gian ║
            ╠════╪═══════════════╪══════════╪══════════╪═══════════╣
            ║ 1  │ Kiểm tra công │ Báo cáo  │ Phòng    │ Quý II    ║
            ║    │ vụ            │          │ Nội vụ   │           ║
            ║ 2  │ Mở lớp        │ Lớp      │ Công an  │ Quý III   ║
            ╚════╧═══════════════╧══════════╧══════════╧═══════════╝
            """,
            """
            ┏━━━━┳━━━━━━━━━━━━━━━┳━━━━━━━━━━┳━━━━━━━━━━┳━━━━━━━━━━━┓
            ┃ TT ┃ Nhiệm vụ      ┃ Sản phẩm ┃ Chủ trì  ┃ Thời gian ┃
            ┡━━━━╇━━━━━━━━━━━━━━━╇━━━━━━━━━━╇━━━━━━━━━━╇━━━━━━━━━━━┩
            │ 1  │ Kiểm tra công │ Báo cáo  │ Phòng    │ Quý II    │
            │    │ vụ            │          │ Nội vụ   │           │
            ├────┼───────────────┼──────────┼──────────┼───────────┤
            │ 2  │ Mở lớp        │ Lớp      │ Công an  │ Quý III   │
            └────┴───────────────┴──────────┴──────────┴───────────┘
            """,
            """
            -------------------------------------------------------
            | TT | Nhiệm vụ      | Sản phẩm | Chủ trì | Thời gian |
            -------------------------------------------------------
            | 1  | Kiểm tra công | Báo cáo  | Phòng   | Quý II    |
            |    | vụ            |          | Nội vụ  |           |
            -------------------------------------------------------
            | 2  | Mở lớp        | Lớp      | Công an | Quý III   |
            -------------------------------------------------------
            """,
            """
            +:---+:-------------:+----------+----------+-----------+
            | TT | Nhiệm vụ      | Sản phẩm | Chủ trì  | Thời gian |
            +====+===============+==========+==========+===========+
            | 1  | Kiểm tra công | Báo cáo  | Phòng    | Quý II    |
            |    | vụ            |          | Nội vụ   |           |
            +----+---------------+----------+----------+-----------+
            | 2  | Mở lớp        | Lớp      | Công an  | Quý III   |
            +----+---------------+----------+----------+-----------+
            """,
        ])
    func wrapped(_ table: String) throws {
        let record = try Documents.appendix(lines: table)
        #expect(record.grids == [Self.expected])
        #expect(record.layouts == [.drawn])
        #expect(record.source.tables.map(\.confidence) == [1])
        #expect(record.tasks.map(\.number) == ["1", "2"])
    }

    @Test("signs that stand beside their column part the cells by their order")
    func shifted() throws {
        let record = try Documents.appendix(
            lines: """
                +----+-------------+----------+---------+-----------+
                | TT | Nhiệm vụ | Sản phẩm | Chủ trì | Thời gian |
                +----+-------------+----------+---------+-----------+
                | 1 | Kiểm tra công vụ | Báo cáo | Phòng Nội vụ | Quý II |
                +----+-------------+----------+---------+-----------+
                | 2 | Mở lớp | Lớp | Công an | Quý III |
                +----+-------------+----------+---------+-----------+
                """)
        #expect(record.grids == [Self.expected])
    }

    @Test("a cell as wide as the table is the title of a group")
    func groupRow() throws {
        let record = try Documents.appendix(
            lines: """
                ┌────┬───────────┬──────────┬─────────┬───────────┐
                │ TT │ Nhiệm vụ  │ Sản phẩm │ Chủ trì │ Thời gian │
                ├────┴───────────┴──────────┴─────────┴───────────┤
                │ I. Tuyên truyền                                 │
                ├────┬───────────┬──────────┬─────────┬───────────┤
                │ 1  │ Kiểm tra  │ Báo cáo  │ Công an │ Quý II    │
                ├────┼───────────┴──────────┴─────────┴───────────┤
                │ II │ Kiểm tra                                   │
                ├────┼───────────┬──────────┬─────────┬───────────┤
                │ 2  │ Mở lớp    │ Lớp      │ Công an │ Quý III   │
                └────┴───────────┴──────────┴─────────┴───────────┘
                """)
        #expect(record.tasks.map(\.number) == ["1", "2"])
        #expect(record.tasks.map { $0.group?.label } == ["I", "II"])
        #expect(record.tasks.map { $0.group?.title } == ["Tuyên truyền", "Kiểm tra"])
        #expect(record.parts.last?.tables.first?.rows[2].map(\.columnSpan) == [1, 4, 1, 1, 1])
    }

    @Test("a rule with a gap leaves the cell above the gap open downward")
    func rowSpan() throws {
        let record = try Documents.appendix(
            lines: """
                +----+------------------+----------+---------------------+-----------+
                | TT | Nhiệm vụ         | Sản phẩm | Phân công           | Thời gian |
                |    |                  |          +----------+----------+           |
                |    |                  |          | Chủ trì  | Phối hợp |           |
                +====+==================+==========+==========+==========+===========+
                | 1  | Kiểm tra công    | Báo cáo  | Phòng    | Các xã   | Quý II    |
                |    | vụ               |          | Nội      |          |           |
                |    +------------------+----------+ vụ       +----------+ /2024     |
                |    | Rà soát          | Kế hoạch |          | Công an  |           |
                +----+------------------+----------+----------+----------+-----------+
                | 2  | Mở lớp           | Lớp      | Công an  |          | Quý III   |
                +----+------------------+----------+----------+----------+-----------+
                """)
        #expect(
            record.grids == [
                [
                    ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian"],
                    ["1", "Kiểm tra công vụ", "Báo cáo", "Phòng Nội vụ", "Các xã", "Quý II /2024"],
                    ["", "Rà soát", "Kế hoạch", "", "Công an", ""],
                    ["2", "Mở lớp", "Lớp", "Công an", "", "Quý III"],
                ]
            ])
        #expect(record.parts.last?.tables.first?.rows[0].map(\.rowSpan) == [2, 1, 1, 2, 1, 2])
        #expect(record.tasks.map(\.lead) == ["Phòng Nội vụ", "Phòng Nội vụ", "Công an"])
        #expect(record.tasks.map(\.number) == ["1", "1", "2"])
        #expect(record.parts.last?.tables.first?.spanningHeaders == ["Phân công"])
    }

    @Test("drawn corners may leave a cell open, too")
    func drawnRowSpan() throws {
        let record = try Documents.appendix(
            lines: """
                ┌────┬──────────┬─────────┬───────────┐
                │ TT │ Nhiệm vụ │ Chủ trì │ Thời gian │
                ├────┼──────────┼─────────┼───────────┤
                │ 1  │ Kiểm tra │ Công an │ Quý II    │
                ├────┼──────────┤         ├───────────┤
                │ 2  │ Mở lớp   │         │ Quý III   │
                └────┴──────────┴─────────┴───────────┘
                """)
        #expect(record.tasks.map(\.lead) == ["Công an", "Công an"])
        #expect(record.tasks.map(\.deadline) == ["Quý II", "Quý III"])
    }

    @Test("rows without numbers and without rules between them are a line each, unless they go on in small letters")
    func lineRows() throws {
        let record = try Documents.appendix(
            lines: """
                +------------------+----------+-----------+
                | Nhiệm vụ         | Chủ trì  | Thời gian |
                +------------------+----------+-----------+
                | Kiểm tra công vụ | Công an  | Quý II    |
                | Mở lớp tập huấn  | Phòng    | Quý III   |
                | cho cán bộ       | Nội vụ   |           |
                | Rà soát thủ tục  | Các xã   | Quý IV    |
                +------------------+----------+-----------+
                """)
        #expect(
            record.tasks.map(\.task) == ["Kiểm tra công vụ", "Mở lớp tập huấn cho cán bộ", "Rà soát thủ tục"])
        #expect(record.source.tables.map(\.confidence) == [0.8])
    }

    @Test("a drawn table that a page cuts is one table")
    func pages() throws {
        let head = """
            +----+----------+---------+-----------+
            | TT | Nhiệm vụ | Chủ trì | Thời gian |
            +----+----------+---------+-----------+

            """
        let rule = "+----+----------+---------+-----------+\n"
        let record = try Documents.appendix(
            lines: head + "| 1  | Kiểm tra | Công an | Quý II    |\n" + rule + "\n- 2 -\n\n" + head
                + "| 2  | Mở lớp   | Công an | Quý III   |\n" + rule)
        #expect(record.tasks.map(\.number) == ["1", "2"])
        #expect(record.parts.last?.tables.count == 1)
        #expect(record.codes.contains(.repeatedHeader))
    }

    @Test("a frame around a paragraph is no table")
    func frame() throws {
        let record = try Documents.appendix(
            lines: """
                ┌─────────────────────────────┐
                │ Lưu ý: các xã báo cáo trước │
                │ ngày 15 hằng tháng.         │
                └─────────────────────────────┘
                """)
        #expect(record.parts.flatMap(\.tables).isEmpty)
    }
}
