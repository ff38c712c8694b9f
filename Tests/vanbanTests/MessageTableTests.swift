import Foundation
import Testing
import VanBanModel

@testable import VanBanMessages

struct MessageTableTests {
    @Test("a row is found by its key; rows without three cells are none, and of two with one key the first counts")
    func rows() {
        let table = MessageTable(
            Array("key\ten\tvi\none\tOne\tMột\nbroken\tTwo\n\ntwo\tTwo\\nlines\tHai\none\tOther\tKhác".utf8))
        #expect(table.words(of: "one", in: .english) == "One")
        #expect(table.words(of: "one", in: .vietnamese) == "Một")
        #expect(table.words(of: "two", in: .english) == "Two\nlines")
        #expect(table.words(of: "broken", in: .english) == nil)
        #expect(table.words(of: "key", in: .english) == nil)
        #expect(table.words(of: "", in: .english) == nil)
        #expect(table.keys == ["one", "two", "one"])
    }

    @Test("every error of the system that has a name has words in both languages, and any other its number")
    func system() {
        for code in Int32(1)...140 {
            let reason = SystemReason(code: code)
            let told = Language.allCases.map { reason.message(in: $0) }
            #expect(
                told[0] != told[1] && !told.contains { $0.contains("system.") || $0.contains("{") }, "\(reason.key)")
        }
        #expect(SystemReason(code: ENOENT).message(in: .vietnamese) == "không có tệp hoặc thư mục này")
        #expect(SystemReason(code: 9999).message(in: .english) == "error 9999 of the system")
        #expect(SystemReason.told("No such file or directory", in: .vietnamese) == "No such file or directory")
        #expect(
            SystemReason.told("system.workbook.sheet Nhiệm vụ 1", in: .english)
                == "the sheet 'Nhiệm vụ 1' could not be added")
    }
}
