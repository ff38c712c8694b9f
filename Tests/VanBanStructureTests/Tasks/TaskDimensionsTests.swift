import Testing
import VanBanModel

@testable import VanBanStructure

@Suite struct TaskDimensionsTests {
    private func code(of title: String?, index: String? = "PAPI") -> String? {
        var part = Part(id: "part-1", kind: .appendix, location: Location(start: 0, end: 9, line: 1))
        part.index = index
        var task = VanBanModel.Task(
            id: "task-1", part: "part-1", table: "table-1", sequence: 1, location: part.location)
        task.group = TaskGroup(label: "I", title: title)
        var tasks = [task]
        TaskDimensions([part]).settle(&tasks)
        return tasks[0].group?.dimensionCode
    }

    @Test(
        "a title that is a dimension's name says it, with quotation marks, commas and what introduces it aside",
        arguments: [
            "Thủ tục hành chính công", "THỦ TỤC HÀNH CHÍNH CÔNG", "Nội dung “Thủ tục hành chính công”",
            "Chỉ số nội dung 5: Thủ tục hành chính công", "Về “Thủ tục hành chính công”.",
        ])
    func named(title: String) {
        #expect(code(of: title) == "PAPI-5")
    }

    @Test("commas between the words of a name do not matter")
    func commas() {
        #expect(code(of: "Công khai minh bạch trong hoạch định chính sách") == "PAPI-2")
    }

    @Test(
        "a title that says more than a name, another number, or no dimension of the index, says none",
        arguments: [
            "Thủ tục hành chính công trực tuyến", "Chỉ số nội dung 4: Thủ tục hành chính công", "Tuyên truyền", "",
            "Cải cách thể chế", nil,
        ])
    func unsure(title: String?) {
        #expect(code(of: title) == nil)
    }

    @Test("without an index a name says none, and another index has others")
    func otherIndex() {
        #expect(code(of: "Thủ tục hành chính công", index: nil) == nil)
        #expect(code(of: "Thủ tục hành chính công", index: "SIPAS") == nil)
    }
}
