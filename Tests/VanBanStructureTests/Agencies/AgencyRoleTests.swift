import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("Who leads and who coordinates")
struct AgencyRoleTests {
    private func shared(_ cell: String, header: String = "Trách nhiệm thực hiện") throws -> (
        lead: [String], help: [String]
    ) {
        let record = try Documents.appendix([
            ["TT", "Nhiệm vụ", "Sản phẩm", header, "Thời gian"],
            ["1", "Kiểm tra công vụ", "Báo cáo", cell, "Quý II/2024"],
            ["2", "Rà soát thủ tục", "Báo cáo", "Sở Y tế", "Quý II/2024"],
        ])
        let task = try #require(record.tasks.first)
        return (task.leadAgencies.map(\.text), task.coordinatingAgencies.map(\.text))
    }

    @Test(
        "a single column gives both",
        arguments: [
            "Chủ trì: Sở Y tế; Phối hợp: Sở Tư pháp, Công an tỉnh",
            "- Sở Y tế chủ trì; - Sở Tư pháp, Công an tỉnh phối hợp",
            "Sở Y tế chủ trì, phối hợp với Sở Tư pháp, Công an tỉnh",
            "Cơ quan chủ trì: Sở Y tế. Cơ quan phối hợp: Sở Tư pháp; Công an tỉnh",
            "Sở Y tế (chủ trì), Sở Tư pháp, Công an tỉnh (phối hợp)",
            "Đơn vị thực hiện: Sở Y tế; Đơn vị phối hợp: Sở Tư pháp, Công an tỉnh",
        ])
    func singleColumn(_ cell: String) throws {
        for header in ["Trách nhiệm thực hiện", "Đơn vị thực hiện", "Phân công thực hiện", "Cơ quan chủ trì"] {
            let (lead, help) = try shared(cell, header: header)
            #expect(lead == ["Sở Y tế"], "\(header)")
            #expect(help == ["Sở Tư pháp", "Công an tỉnh"], "\(header)")
        }
    }

    @Test("a single column that names no role gives those who lead")
    func noRole() throws {
        let (lead, help) = try shared("Sở Y tế; Sở Tư pháp")
        #expect(lead == ["Sở Y tế", "Sở Tư pháp"] && help.isEmpty)
    }

    @Test("beside a column of those who coordinate the lead's cell stays whole")
    func twoColumns() throws {
        let record = try Documents.tasks(
            ["1", "Kiểm tra công vụ", "Báo cáo", "Sở Y tế chủ trì; Sở Tư pháp phối hợp", "Công an tỉnh", "Quý II/2024"])
        #expect(record.tasks.first?.leadAgencies.map(\.text) == ["Sở Y tế", "Sở Tư pháp"])
        #expect(record.tasks.first?.leadAgencies.map(\.role) == ["chủ trì", "phối hợp"])
        #expect(record.tasks.first?.coordinatingAgencies.map(\.text) == ["Công an tỉnh"])
    }

    @Test("who advises and who decides is told apart from the name")
    func advice() {
        let text = SourceText.literal(
            "UBND tỉnh chỉ đạo; Sở Nội vụ tham mưu; các sở, ngành thực hiện; Sở Y tế (tham mưu)")
        let read = AgencyReader(gazetteer: .standard).read(Stretch(0..<text.bytes.count), in: text)
        #expect(read.agencies.map(\.text) == ["UBND tỉnh", "Sở Nội vụ", "các sở, ngành", "Sở Y tế"])
        #expect(read.agencies.map(\.role) == [nil, "tham mưu", nil, "tham mưu"])
        #expect(read.agencies.map(\.note) == ["chỉ đạo", nil, "thực hiện", nil])
        #expect(read.diagnostics.isEmpty)
    }
}
