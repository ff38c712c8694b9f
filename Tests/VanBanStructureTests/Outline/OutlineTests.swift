import Testing
import VanBanModel

@testable import VanBanStructure

@Suite struct OutlineTests {
    @Test("Roman numbers hold numbers, numbers hold letters, letters hold dashes, dashes hold plus signs")
    func ladder() throws {
        let outline = try Documents.plan(
            """
            I. MỤC ĐÍCH, YÊU CẦU

            1. Mục đích

            a) Việc thứ nhất:

            - Ý thứ nhất:

            + Ý nhỏ một;

            + Ý nhỏ hai.

            - Ý thứ hai.

            b) Việc thứ hai.

            2. Yêu cầu

            II. TỔ CHỨC THỰC HIỆN
            """
        ).outline
        #expect(outline.shape == "I[1[a[-[+ +] -] b] 2] II")
        #expect(outline.map(\.kind) == [.section, .section])
        #expect(outline.first?.children.map(\.kind) == [.item, .item])
        #expect(outline.first?.children.first?.children.map(\.kind) == [.point, .point])
        #expect(outline.map(\.heading) == ["MỤC ĐÍCH, YÊU CẦU", "TỔ CHỨC THỰC HIỆN"])
    }

    @Test("decimal numbers stand under the number that they continue")
    func decimals() throws {
        let outline = try Documents.plan(
            """
            I. NHIỆM VỤ

            1. Nhiệm vụ chung

            1.1. Rà soát

            1.1.1. Rà soát thủ tục.

            1.1.2. Rà soát quy trình.

            1.2. Công khai.

            2. Nhiệm vụ riêng

            2.1. Kiểm tra.
            """
        ).outline
        #expect(outline.shape == "I[1[1.1[1.1.1 1.1.2] 1.2] 2[2.1]]")
        #expect(outline.first?.children.first?.children.map(\.ordinal) == [1, 2])
    }

    @Test("labels that begin with the numeral or the letter of their section stand below it")
    func compoundLabels() throws {
        let outline = try Documents.plan(
            """
            I. NỘI DUNG

            I.1. Kiểm tra công vụ

            I.1.1. Kiểm tra đột xuất

            I.2. Tập huấn

            II. KHÁC

            II.1 Tổng kết
            """
        ).outline
        #expect(outline.shape == "I[I.1[I.1.1] I.2] II[II.1]")
    }

    @Test("letters above Roman numbers hold them")
    func upperLetters() throws {
        let record = try Documents.plan(
            "A. ĐÁNH GIÁ\n\nI. KẾT QUẢ\n\nĐã làm tốt.\n\nII. HẠN CHẾ\n\nCòn chậm.\n\nB. KẾ HOẠCH NĂM 2024\n\nI. MỤC TIÊU\n\nLàm tốt."
        )
        #expect(record.outline.shape == "A[I II] B[I]")
    }

    @Test("chapters hold divisions, divisions hold articles")
    func chapters() throws {
        let record = try Documents.record(
            of: """
                QUY CHẾ
                Tiếp công dân

                Chương I
                QUY ĐỊNH CHUNG

                Mục 1
                PHẠM VI

                Điều 1. Phạm vi

                Quy chế này quy định việc tiếp công dân.

                Chương II
                TỔ CHỨC

                Điều 2. Thi hành

                Các đơn vị thi hành.
                """)
        #expect(record.outline.shape == "I[1[1]] II[2]")
        #expect(record.outline.map(\.kind) == [.chapter, .chapter])
        #expect(record.outline.first?.heading == "QUY ĐỊNH CHUNG")
        #expect(record.outline.first?.children.first?.heading == "PHẠM VI")
    }

    @Test("articles are counted through the chapters; a gap is told wherever it is")
    func articlesThroughChapters() throws {
        func codes(_ last: Int) throws -> [DiagnosticCode] {
            try Documents.record(
                of: """
                    QUY CHẾ
                    Làm việc của cơ quan

                    Chương I
                    QUY ĐỊNH CHUNG

                    Điều 1. Phạm vi áp dụng là toàn cơ quan.

                    Điều 2. Đối tượng áp dụng là mọi công chức.

                    Chương II
                    TỔ CHỨC THỰC HIỆN

                    Điều \(last). Văn phòng theo dõi việc thực hiện.
                    """
            ).diagnostics.map(\.code).filter { [.numberingStart, .numberingGap, .numberingRepeat].contains($0) }
        }
        #expect(try codes(3) == [])
        #expect(try codes(4) == [.numberingGap])
        #expect(try codes(1) == [.numberingRepeat])
    }

    @Test("numbers under an article are clauses, letters points")
    func articles() throws {
        let record = try Documents.record(
            of: """
                QUYẾT ĐỊNH
                Về việc tiếp công dân

                CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN

                Căn cứ Luật Tiếp công dân;

                QUYẾT ĐỊNH:

                Điều 1. Lịch tiếp công dân

                1. Hằng tuần:

                a) Thứ hai;

                b) Thứ năm.

                2. Hằng tháng.

                Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
                """)
        #expect(record.outline.shape == "1[1[a b] 2] 2")
        #expect(record.outline.map(\.kind) == [.article, .article])
        #expect(record.outline.first?.children.map(\.kind) == [.clause, .clause])
        #expect(record.outline.first?.children.first?.children.map(\.kind) == [.point, .point])
        #expect(record.outline.first?.heading == "Lịch tiếp công dân")
        #expect(record.outline.last?.text == "Quyết định này có hiệu lực kể từ ngày ký.")
    }

    @Test("the letters of points run a b c d đ e g without a gap")
    func pointLetters() throws {
        let letters = ["a", "b", "c", "d", "đ", "e", "g", "h"]
        let record = try Documents.plan("1. Việc\n\n" + letters.map { "\($0)) Việc nhỏ;" }.joined(separator: "\n\n"))
        #expect(record.outline.first?.children.map(\.label) == letters)
        #expect(record.outline.first?.children.map(\.ordinal) == [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(!record.codes.contains(.numberingGap))
    }

    @Test("a missing letter is a gap, told with both its neighbours")
    func gap() throws {
        let record = try Documents.plan("1. Việc\n\na) Một;\n\nb) Hai;\n\nd) Bốn.")
        #expect(record.diagnostic(.numberingGap)?.arguments == ["b", "d"])
        #expect(record.diagnostic(.numberingGap)?.related.count == 1)
    }

    @Test("a missing number and a missing Roman number are gaps")
    func numberGaps() throws {
        #expect(try Documents.plan("1. Một.\n\n3. Ba.").diagnostic(.numberingGap)?.arguments == ["1", "3"])
        #expect(try Documents.plan("I. MỘT\n\nIII. BA").diagnostic(.numberingGap)?.arguments == ["I", "III"])
        #expect(
            try Documents.plan("1. Một\n\n1.1. Một.\n\n1.3. Ba.").diagnostic(.numberingGap)?.arguments == [
                "1.1", "1.3",
            ])
    }

    @Test("a number that comes twice is a repeat, and both nodes stay")
    func repeated() throws {
        let record = try Documents.plan("I. MỘT\n\nII. HAI\n\nII. BA")
        #expect(record.diagnostic(.numberingRepeat)?.arguments == ["II", "II"])
        #expect(record.outline.map(\.heading) == ["MỘT", "HAI", "BA"])
    }

    @Test("labels closed otherwise than their neighbours are mixed")
    func mixed() throws {
        #expect(try Documents.plan("1. Việc\n\na) Một;\n\nb. Hai.").codes.contains(.numberingMixed))
        #expect(try Documents.plan("1. Việc\n\na) Một;\n\nb) Hai.").codes.contains(.numberingMixed) == false)
    }

    @Test("the paragraph that closes a plan stands at its top")
    func closing() throws {
        let record = try Documents.plan(
            """
            I. TỔ CHỨC THỰC HIỆN

            1. Các phòng, ban

            Thực hiện đúng hạn.

            Trên đây là Kế hoạch công tác thử năm 2024 của Ủy ban nhân dân huyện, yêu cầu các đơn vị thực hiện./.
            """)
        #expect(record.outline.shape == "I[1] ¶")
        #expect(record.outline.last?.text?.hasPrefix("Trên đây là Kế hoạch") == true)
    }

    @Test("a number at the head of a sentence that no list runs up to opens no item")
    func numberInSentence() throws {
        let record = try Documents.plan(
            "1. Chỉ tiêu\n\n100% hồ sơ được giải quyết đúng hạn.\n\n1.000 đồng mỗi trang.\n\n24/7 phục vụ.")
        #expect(record.outline.shape == "1")
    }

    @Test("paragraphs after the children of a node are nodes of their own")
    func textAfterChildren() throws {
        let record = try Documents.plan("1. Việc\n\nMở đầu.\n\na) Một.\n\n2. Việc sau\n\nHết.")
        #expect(record.outline.shape == "1[a] 2")
        #expect(record.outline.first?.text == "Mở đầu.")
    }

    @Test("every node's place encloses its children's")
    func locations() throws {
        let record = try Documents.plan("I. MỘT\n\n1. Một\n\na) Việc;\n\nb) Việc.\n\n2. Hai\n\n- Ý.\n\nII. HAI\n\nHết.")
        func check(_ section: Section) {
            for child in section.children {
                #expect(section.location.start <= child.location.start)
                #expect(section.location.end >= child.location.end)
                check(child)
            }
        }
        record.outline.forEach(check)
    }

    @Test("identifiers of sections are unique and run in reading order")
    func identifiers() throws {
        let record = try Documents.plan("I. MỘT\n\n1. Một\n\na) Việc.\n\nII. HAI\n\nHết.")
        func ids(_ sections: [Section]) -> [String] { sections.flatMap { [$0.id] + ids($0.children) } }
        let found = ids(record.outline)
        #expect(found == (1...found.count).map { "section-\($0)" })
    }

    @Test("very deep nesting neither traps nor loses text")
    func depth() throws {
        let body = (1...40).map {
            "\($0). Việc\n\n\((1...4).map { _ in "1" }.joined(separator: ".")). Nhỏ\n\na) Điểm\n\n- Ý\n\n+ Ý nhỏ"
        }
        let record = try Documents.plan(body.joined(separator: "\n\n"))
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("a number that jumps too far stays text, and that is told")
    func refusedNumber() throws {
        let record = try Documents.plan("1. Rà soát.\n2. Đôn đốc.\n7. Niêm yết công khai.\n8. Gửi hồ sơ.")
        #expect(record.outline.shape == "1 2")
        #expect(
            record.diagnostics.filter { $0.code == .numberingGap }.map(\.arguments) == [["2", "7"], ["2", "8"]])
    }

    @Test("a quotation mark that is never closed leaves the outline below it as it is")
    func openQuotation() throws {
        let record = try Documents.plan("1. Nâng cao.\n“Thủ trưởng các đơn vị chịu trách nhiệm.\n2. Rà soát.")
        #expect(record.outline.shape == "1 2")
    }

    @Test("a mark that calls a note is no heading and no text by itself, and is told where no note has it")
    func markAlone() throws {
        let record = try Documents.plan("1. ¹\n\n2. Kiểm tra công vụ\n\n- ¹\n\na) ¹")
        func sections(_ list: [Section]) -> [Section] { list.flatMap { [$0] + sections($0.children) } }
        let all = sections(record.outline)
        #expect(all.contains { $0.heading == "Kiểm tra công vụ" || $0.text == "Kiểm tra công vụ" })
        #expect(all.allSatisfy { $0.heading != "" && $0.text != "" })
        #expect(record.diagnostics.contains { $0.code == .callWithoutFootnote })
    }
}
