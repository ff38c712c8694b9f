import Testing

@testable import VanBanStructure

struct KeyNumbersTests {
    @Test("keys keep the numbers that they came in, however many there are")
    func numbers() {
        var keys = KeyNumbers()
        for number in 0..<5000 { #expect(keys.insert("khóa \(number)") == UInt32(number)) }
        for number in 0..<5000 { #expect(keys.insert("khóa \(number)") == UInt32(number)) }
        #expect(keys.count == 5000)
        #expect(keys.number(of: "khóa 4999") == 4999)
        #expect(keys.number(of: "khóa 5000") == nil)
        #expect(KeyNumbers().number(of: "") == nil)
    }

    @Test("steps lead where they were put, and others nowhere")
    func steps() {
        var steps = StepTable()
        for step in 0..<UInt64(5000) { steps.insert(step << 32 | step * 7, UInt32(step)) }
        for step in 0..<UInt64(5000) { #expect(steps[step << 32 | step * 7] == UInt32(step)) }
        #expect(steps[1] == nil)
    }
}
