import Testing

@testable import VanBanReading

@Suite("files that hold documents")
struct DocumentArchiveTests {
    private static let plan = "KẾ HOẠCH\nKiểm tra công vụ năm 2024\n"

    private func contents(
        _ file: [UInt8], _ limits: ReadingLimits = ReadingLimits()
    ) throws -> [(name: String, bytes: [UInt8])] {
        let archive = try DocumentArchive(file, limits: limits)
        return try archive.contents().entries.map { entry in
            ((entry.copy.map { "\($0):" } ?? "") + entry.name.text, try archive.bytes(of: entry))
        }
    }

    private func names(_ file: [UInt8]) throws -> [String] { try contents(file).map(\.name) }

    private func mail(_ parts: [String], _ type: String = "multipart/mixed", border: String = "_b") -> [UInt8] {
        let head = "From: a@b.vn\r\nTo: c@d.vn\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        let body = parts.map { "--=\(border)\r\n" + $0 + "\r\n" }.joined() + "--=\(border)--\r\n"
        return Array((head + "Content-Type: \(type);\r\n boundary=\"=\(border)\"\r\n\r\n" + body).utf8)
    }

    private func attachment(_ disposition: String, _ text: String = plan) -> String {
        "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
            + "Content-Disposition: \(disposition)\r\n\r\n" + base64(Array(text.utf8))
    }

    private func base64(_ bytes: [UInt8]) -> String {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let piece = bytes[start..<min(bytes.count, start + 3)]
            let bits = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
            for place in 0..<4 { text.append(place <= piece.count ? signs[bits >> (18 - 6 * place) & 63] : "=") }
            if text.count % 76 == 0 { text += "\r\n" }
        }
        return text
    }

    // MARK: Letters

    @Test("a letter gives its text and what is attached, decoded")
    func letter() throws {
        let file = mail([
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nK=C3=ADnh g=E1=BB=\r\n=ADi",
            attachment("attachment; filename=\"ke-hoach.txt\""), attachment("attachment; filename=\"ke-hoach.txt\""),
        ])
        let found = try contents(file)
        #expect(found.map(\.name) == ["message.txt", "ke-hoach.txt", "2:ke-hoach.txt"])
        #expect(found.map { String(decoding: $0.bytes, as: UTF8.self) } == ["Kính gửi", Self.plan, Self.plan])
    }

    @Test(
        "names are read as they are written",
        arguments: [
            ("attachment; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch.docx", "Kế hoạch.docx"),
            (
                "attachment; filename*0*=utf-8'vi'K%E1%BA%BF%20; filename*1=\"ho\"; filename*2*=%E1%BA%A1ch.docx",
                "Kế hoạch.docx"
            ),
            ("attachment; filename=\"=?UTF-8?B?S+G6vyBob+G6oWNo?=\r\n =?UTF-8?Q?_2024.docx?=\"", "Kế hoạch 2024.docx"),
            ("attachment; filename=\"=?windows-1258?Q?K=EA=EC.docx?=\"", "Kế.docx"),
            ("attachment; filename=\"a\\\"b;c.docx\"", "a\"b;c.docx"), ("attachment; filename=Kế.docx", "Kế.docx"),
            ("attachment; filename=\"old.doc\"; filename*=UTF-8''m%E1%BB%9Bi.doc", "mới.doc"),
            ("attachment; filename*=x-unknown''%FF.docx", "\\xFF.docx"), ("attachment", "part-1"),
            ("attachment; filename=\"../../a!/b.docx\"", "../../a\\x21/b.docx"),
        ])
    func names(_ disposition: String, _ name: String) throws {
        #expect(try names(mail([attachment(disposition)])) == [name])
    }

    @Test("of alternatives one is taken; what is no text among them, and pictures beside a page, are told, too")
    func alternatives() throws {
        let page =
            "Content-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: text/html\r\n\r\n<p>a</p>\r\n--r\r\n"
            + "Content-Type: image/png; name=\"logo.png\"\r\n\r\nx\r\n--r--"
        let file = mail(
            ["Content-Type: text/plain\r\n\r\na", page, "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR"],
            "multipart/alternative")
        #expect(try names(file) == ["message.html", "logo.png", "part-3"])
        #expect(
            try names(mail(["Content-Type: text/plain\r\n\r\n \r\n", attachment("attachment; filename=a")])) == ["a"])
    }

    @Test("letters that are passed on, and archives that are attached, are opened where they are")
    func within() throws {
        let inner = mail([attachment("attachment; filename=b.txt")], border: "_c")
        let passed = "Content-Type: message/rfc822\r\n\r\n" + String(decoding: inner, as: UTF8.self)
        let zip = Zip.archive([("c.txt", Array("c".utf8)), ("d!/e.txt", Array("e".utf8)), ("c.txt", Array("f".utf8))])
        let packed =
            "Content-Type: application/zip; name=z.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64(zip)
        let found = try contents(mail([passed, packed]))
        #expect(
            found.map(\.name) == [
                "message.eml!/b.txt", "z.zip!/c.txt", #"z.zip!/d\x21/e.txt"#, "z.zip!2/c.txt",
            ])
        #expect(found.dropFirst().map { String(decoding: $0.bytes, as: UTF8.self) } == ["c", "e", "f"])
    }

    @Test("what is a document itself is no archive: texts, web archives, Word files")
    func documents() {
        let page = "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--"
        for file in [Array(Self.plan.utf8), Array(page.utf8), WordPackage("").bytes, Array("To: x\n".utf8), []] {
            #expect(throws: DocumentArchive.Failure.unreadable) {
                _ = try DocumentArchive(file, limits: ReadingLimits())
            }
        }
    }

    // MARK: Outlook

    private static func wide(_ text: String) -> [UInt8] {
        text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }

    private static func outlook() -> [UInt8] {
        let long = [UInt8](String(repeating: plan, count: 200).utf8)
        let letter: [CompoundMaker.Item] = [
            .stream("__substg1.0_1000001F", wide("Chuyển tiếp")),
            .storage(
                "__attach_version1.0_#00000000",
                [.stream("__substg1.0_3707001F", wide("trong.txt")), .stream("__substg1.0_37010102", [0x78])]),
        ]
        return CompoundMaker.file([
            .stream("__properties_version1.0", [0]), .stream("__substg1.0_1000001F", wide("Kính gửi")),
            .storage(
                "__attach_version1.0_#00000000",
                [.stream("__substg1.0_3707001F", wide("kế hoạch.txt")), .stream("__substg1.0_37010102", long)]),
            .storage(
                "__attach_version1.0_#00000001",
                [.stream("__substg1.0_3001001F", wide("Thư cũ")), .storage("__substg1.0_3701000D", letter)]),
        ])
    }

    @Test("a letter of Outlook gives its text, what is attached, and what is attached to letters attached")
    func outlookLetter() throws {
        let found = try contents(Self.outlook())
        #expect(
            found.map(\.name) == ["message.txt", "kế hoạch.txt", "Thư cũ/message.txt", "Thư cũ/trong.txt"])
        #expect(String(decoding: found[0].bytes, as: UTF8.self) == "Kính gửi")
        #expect(String(decoding: found[1].bytes, as: UTF8.self) == String(repeating: Self.plan, count: 200))
        #expect(String(decoding: found[3].bytes, as: UTF8.self) == "x")
    }

    // MARK: Limits

    @Test("archives are opened so many levels deep; the next one is named with its reason")
    func depth() throws {
        var file = Zip.archive([("a.txt", [0x61])])
        for level in 2...5 { file = Zip.archive([("\(level).zip", file), ("\(level).txt", [0x62])]) }
        let archive = try DocumentArchive(file, limits: ReadingLimits())
        let found = try archive.contents()
        #expect(
            found.entries.map(\.name.text) == [
                "5.zip!/4.zip!/3.zip!/2.txt", "5.zip!/4.zip!/3.txt", "5.zip!/4.txt", "5.txt",
            ])
        #expect(found.problems.map(\.entry.name.text) == ["5.zip!/4.zip!/3.zip!/2.zip"])
        #expect(found.problems.map(\.failure) == [.tooDeep(limit: 4)])
    }

    @Test("all levels together unpack into no more than the limit, and hold no more entries; the rest is to be had")
    func work() throws {
        let zeros = [UInt8](repeating: 0, count: 4_000)
        let inner = Zip.archive((0..<10).map { ("\($0)", zeros) })
        let file = Zip.archive([("w.zip", Zip.archive([("x.zip", inner)])), ("y.txt", [0x79])])
        var limits = ReadingLimits()
        limits.ratioFloor = 50_000
        limits.archiveRatio = 1
        let tight = try DocumentArchive(file, limits: limits).contents()
        #expect(tight.entries.map(\.name.text) == ["y.txt"])
        #expect(tight.problems.map(\.failure) == [.archiveTooTight(limit: 1)])
        limits = ReadingLimits()
        limits.archiveEntries = 8
        let many = try DocumentArchive(file, limits: limits).contents()
        #expect(many.entries.map(\.name.text) == ["y.txt"])
        #expect(many.problems.map(\.failure) == [.tooManyEntries(limit: 8)])
    }

    @Test("a package within archives unpacks into no more than each of them allows")
    func allowance() throws {
        var limits = ReadingLimits()
        limits.ratioFloor = 0
        limits.archiveRatio = 10
        let inner = Zip.archive([("a.docx", [UInt8](repeating: 0x61, count: 100))])
        let archive = try DocumentArchive(Zip.archive([("z.zip", inner)]), limits: limits)
        let entry = try #require(try archive.contents().entries.first)
        #expect(try archive.allowance(of: entry) == 1_000)
        #expect(throws: DocumentArchive.Failure.noSuchEntry) {
            _ = try archive.bytes(of: DocumentArchive.Entry(name: "z.zip!/b.docx"))
        }
        #expect(throws: DocumentArchive.Failure.tooDeep(limit: 4)) {
            _ = try archive.bytes(of: DocumentArchive.Entry(name: "z!/z!/z!/z!/z"))
        }
    }

    @Test("whatever the bytes are, each entry has a name of its own, and is to be had or has a reason")
    func anything() throws {
        var random = SeededGenerator(seed: 15)
        let inner = mail(
            [attachment("attachment; filename*=UTF-8''K%E1%BA%BF.txt"), "Content-Type: text/html\r\n\r\n<p>"],
            border: "_c")
        let seeds = [
            inner, Self.outlook(), Zip.archive([("a.eml", inner), ("b.msg", Self.outlook()), ("c.txt", [0x63])]),
            mail(["Content-Type: message/rfc822\r\n\r\n" + String(decoding: inner, as: UTF8.self)]),
        ]
        var opened = 0
        for round in 0..<4_000 {
            var bytes = seeds[round % seeds.count]
            for _ in 0...Int.random(in: 0..<6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes[place] = [0, 0xFF, 0x0A, 0x3D, 0x3B, 0x22].randomElement(using: &random) ?? 0
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...200, using: &random)))
                case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
                default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
                }
                if bytes.isEmpty { bytes = [0x50] }
            }
            guard let archive = try? DocumentArchive(bytes, limits: ReadingLimits()),
                let found = try? archive.contents()
            else { continue }
            opened += 1
            #expect(
                Set(found.entries + found.problems.map(\.entry)).count == found.entries.count + found.problems.count)
            for entry in found.entries {
                let first = try? archive.bytes(of: entry)
                #expect(first == (try? DocumentArchive(bytes, limits: ReadingLimits()).bytes(of: entry)))
                #expect((first?.count ?? 0) <= 4 * bytes.count + 64)
            }
        }
        #expect(opened > 1_500)
    }
}
