import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Tables whose heads stand before what is said, and not above it.
@Suite("tables on their side")
struct TurnedTableTests {
    private func expect(_ record: Record, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(record.tasks.map(\.number) == ["1", "2"], sourceLocation: sourceLocation)
        #expect(record.tasks.map(\.task) == ["Rà soát quy chế", "Tập huấn nghiệp vụ"], sourceLocation: sourceLocation)
        #expect(record.tasks.map(\.lead) == ["Sở Nội vụ", "Sở Y tế"], sourceLocation: sourceLocation)
        #expect(record.tasks.map(\.deadline) == ["Quý I/2024", "Quý II/2024"], sourceLocation: sourceLocation)
    }

    @Test("a task a column")
    func columns() throws {
        expect(
            try Documents.appendix(
                lines: "TT\t1\t2\nNhiệm vụ\tRà soát quy chế\tTập huấn nghiệp vụ\nCơ quan chủ trì\tSở Nội vụ\tSở Y tế\n"
                    + "Thời hạn\tQuý I/2024\tQuý II/2024"))
    }

    @Test("a task a column, between bars")
    func bars() throws {
        expect(
            try Documents.appendix(
                lines: """
                    | TT | 1 | 2 |
                    |---|---|---|
                    | Nhiệm vụ | Rà soát quy chế | Tập huấn nghiệp vụ |
                    | Cơ quan chủ trì | Sở Nội vụ | Sở Y tế |
                    | Thời hạn | Quý I/2024 | Quý II/2024 |
                    """))
    }

    @Test("a small table for each task")
    func cards() throws {
        expect(
            try Documents.appendix(
                lines: """
                    | TT | 1 |
                    |---|---|
                    | Nhiệm vụ | Rà soát quy chế |
                    | Cơ quan chủ trì | Sở Nội vụ |
                    | Thời hạn | Quý I/2024 |

                    | TT | 2 |
                    |---|---|
                    | Nhiệm vụ | Tập huấn nghiệp vụ |
                    | Cơ quan chủ trì | Sở Y tế |
                    | Thời hạn | Quý II/2024 |
                    """))
    }

    @Test("lines with a colon, the number behind the head or with one of its own, values over lines")
    func lines() throws {
        expect(
            try Documents.appendix(
                lines: """
                    Nhiệm vụ 1: Rà soát
                    quy chế
                    Cơ quan chủ trì: Sở Nội vụ
                    Thời hạn: Quý I/2024

                    Nhiệm vụ 2: Tập huấn nghiệp vụ
                    Cơ quan chủ trì: Sở Y tế
                    Thời hạn: Quý II/2024
                    """))
        expect(
            try Documents.appendix(
                lines: """
                    TT: 1
                    Nhiệm vụ: Rà soát quy chế
                    Cơ quan chủ trì: Sở Nội vụ
                    Thời hạn: Quý I/2024
                    TT: 2
                    Nhiệm vụ: Tập huấn nghiệp vụ
                    Cơ quan chủ trì: Sở Y tế
                    Thời hạn: Quý II/2024
                    """))
    }

    @Test(
        "one such block alone, a meeting's facts, and the steps of a procedure are no tasks",
        arguments: [
            "Nhiệm vụ: Rà soát quy chế\nCơ quan chủ trì: Sở Nội vụ\nThời hạn: Quý I/2024",
            "Nội dung: Họp giao ban\nThời gian: 8 giờ ngày 05/3/2024\nĐịa điểm: Phòng họp số 1\n"
                + "Nội dung: Họp tổng kết\nThời gian: 8 giờ ngày 06/3/2024\nĐịa điểm: Phòng họp số 2",
            "Tên thủ tục: Cấp phép A\nCơ quan thực hiện: Sở Nội vụ\nThời hạn giải quyết: 05 ngày\n"
                + "Tên thủ tục: Cấp phép B\nCơ quan thực hiện: Sở Y tế\nThời hạn giải quyết: 07 ngày",
        ])
    func others(lines: String) throws {
        #expect(try Documents.appendix(lines: lines).tasks.isEmpty)
    }
}
