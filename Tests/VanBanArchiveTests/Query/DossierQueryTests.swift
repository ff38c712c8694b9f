import Foundation
import Testing
import VanBanExport
import VanBanModel
import VanBanReading
import VanBanStructure

@testable import VanBanArchive

@Suite("Dossiers of several files")
struct DossierQueryTests {
    private static func decision(_ number: String) -> String {
        """
        ỦY BAN NHÂN DÂN
        TỈNH PHÚ THỌ
        Số: \(number)
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Phú Thọ, ngày 14 tháng 6 năm 2024

        QUYẾT ĐỊNH
        Ban hành Kế hoạch cải cách hành chính năm 2024

        Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
        QUYẾT ĐỊNH:
        Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2024.
        Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
        """
    }

    private static func plan(_ number: String, day: String = "14 tháng 6 năm 2024") -> String {
        """
        KẾ HOẠCH
        Cải cách hành chính năm 2024
        (Kèm theo Quyết định số \(number) ngày \(day) của Ủy ban nhân dân tỉnh Phú Thọ)

        I. MỤC TIÊU
        Nâng cao chất lượng phục vụ người dân.
        II. NHIỆM VỤ
        1. Rà soát thủ tục hành chính.
        """
    }

    private func dossiers(_ files: [(String, String)], _ query: DossierQuery = DossierQuery()) throws -> [[String]] {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.sqlite"
        let store = try ArchiveStore(path: path)
        for (name, text) in files {
            let record = try DocumentConverter().convert(Array(text.utf8), name: name).record
            try store.keep(record, of: name, Samples.reply(), version: "1")
        }
        let rows = try ArchiveReader(path: path).sheet(query.request).rows
        #expect(try store.dossierCount() == Set(rows.map { $0.values[0] }).count || query.document != nil)
        return rows.map { $0.values.prefix(3).map(\.text) }
    }

    @Test("what says that it was issued with a decision belongs to it, in whatever file it is")
    func attached() throws {
        let found = try dossiers([
            ("b/plan.txt", Self.plan("961/QĐ-UBND")), ("a/decision.txt", Self.decision("961/QĐ-UBND")),
            ("a/alone.txt", Self.decision("5/QĐ-UBND")),
        ])
        #expect(found == [["a/decision.txt", "a/decision.txt", "0"], ["a/decision.txt", "b/plan.txt", "1"]])
    }

    @Test("of several with that number it is the one in the same folder or archive; one of another day is none")
    func places() throws {
        let files = [
            ("2024/x.zip!/decision.txt", Self.decision("961/QĐ-UBND")),
            ("2024/decision.txt", Self.decision("961/QĐ-UBND")),
            ("2024/x.zip!/plan.txt", Self.plan("961/QĐ-UBND")),
            ("2024/late.txt", Self.plan("961/QĐ-UBND", day: "15 tháng 7 năm 2024")),
        ]
        let found = try dossiers(files)
        #expect(found.map { $0[1] } == ["2024/x.zip!/decision.txt", "2024/x.zip!/plan.txt"])
        var query = DossierQuery()
        query.document = "x zip plan"
        #expect(try dossiers(files, query).count == 2)
        query.document = "late"
        #expect(try dossiers(files, query).isEmpty)
    }

    @Test("rows of an archive tell their places as people find them")
    func placeNames() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.sqlite"
        let record = try Samples.record("provincial-papi-plan.txt")
        let store = try ArchiveStore(path: path)
        try store.keep(record, of: "a", Samples.reply(), version: "1")
        let row = try #require(try ArchiveReader(path: path).sheet(TaskQuery().request).rows.first)
        #expect(row.place?.name?.vietnamese == "Phụ lục, bảng 1, TT 1")
        #expect(row.place?.text(in: .english) == "a, Phụ lục, table 1, no. 1, line 228")
        try store.rename("a", to: "b")
        #expect(try ArchiveReader(path: path).sheet(TaskQuery().request).rows.first?.place?.name != nil)
    }

    @Test("an appendix that a plan promises may have been issued with its decision")
    func promised() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.sqlite"
        let store = try ArchiveStore(path: path)
        let appendix = """
            Phụ lục
            DANH MỤC NHIỆM VỤ
            (Kèm theo Quyết định số 961/QĐ-UBND ngày 14 tháng 6 năm 2024 của Ủy ban nhân dân tỉnh Phú Thọ)

            TT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn
            1\tKiểm tra công vụ\tSở Nội vụ\tQuý II/2024
            """
        let plan = Self.plan("961/QĐ-UBND") + "\n2. Danh mục nhiệm vụ (có Phụ lục kèm theo)."
        var query = DiagnosticQuery()
        query.code = "missingAppendix"
        for (name, text) in [("qd.txt", Self.decision("961/QĐ-UBND")), ("kh.txt", plan), ("pl.txt", appendix)] {
            let record = try DocumentConverter().convert(Array(text.utf8), name: name).record
            try store.keep(record, of: name, Samples.reply(), version: "1")
            let rows = try ArchiveReader(path: path).sheet(query.request).rows
            #expect(rows.count == (name == "kh.txt" ? 1 : 0))
        }
    }
}
