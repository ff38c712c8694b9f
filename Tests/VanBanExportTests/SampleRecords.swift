import VanBanModel

/// Records that show every field filled, and every field that can be absent absent.
enum SampleRecords {
    private static func place(_ start: Int, _ length: Int = 10) -> Location {
        Location(start: start, end: start + length, line: start / 40 + 1, path: "/html/body/p[\(start)]")
    }

    private static let source = Source(
        name: "kế hoạch.html", path: "2024/kế hoạch.html", format: .html, encoding: "utf-8", bytes: 1234,
        sha256: String(repeating: "0a", count: 32),
        converter: Source.Converter(name: "LibreOffice", version: "7.4"),
        tables: [TableReading(table: "table-1", layout: .grid, confidence: 0.75)])

    /// No field is null and no array empty.
    static func full() -> Record {
        Record(
            source: source, parts: [part()], indexScores: [score()], targets: [target()],
            tasks: [task(sequence: 1)],
            references: [reference()],
            diagnostics: [
                Diagnostic(.numberingGap, at: place(120), related: [place(100)], arguments: ["1", "3"])
            ],
            coverage: Coverage(characters: 1000, recorded: 900, furniture: 99, unaccounted: 1),
            publication: publication())
    }

    private static func reference() -> Reference {
        var reference = Reference(
            id: "reference-1", type: "Quyết định", number: "961/QĐ-UBND", symbol: "QĐ-UBND",
            date: CalendarDate(year: 2024, month: 5, day: 26), year: 2024, issuer: "UBND tỉnh", title: "Về \"PAPI\"",
            text: "Quyết định số 961/QĐ-UBND", mentions: [place(50), place(90)],
            relations: [
                Relation(kind: .amends, part: "part-1", from: "reference-1", isPlanned: true, location: place(50))
            ])
        reference.decided["number"] = Decision(by: "Lan", on: "2026-11-29", was: "916/QĐ-UBND")
        return reference
    }

    private static func publication() -> Publication {
        var publication = Publication(
            fields: [.init(label: "Số hiệu", value: "961/QĐ-UBND", location: place(400))], location: place(400))
        publication.number = "961/QĐ-UBND"
        publication.type = "Quyết định"
        publication.issuer = "Tỉnh Sơn La"
        publication.signer = "Nguyễn Văn A"
        publication.position = "Chủ tịch"
        publication.issuedOn = CalendarDate(year: 2024, month: 5, day: 26)
        publication.effectiveOn = CalendarDate(year: 2024, month: 5, day: 27)
        publication.gazetteDate = CalendarDate(year: 2024, month: 6, day: 1)
        publication.gazetteNumber = "Từ số 12 đến số 13"
        publication.status = "Còn hiệu lực"
        publication.title = "Quyết định 961/QĐ-UBND năm 2024"
        return publication
    }

    private static func part() -> Part {
        var part = Part(id: "part-1", kind: .plan, location: place(0, 900))
        part.typeName = "KẾ HOẠCH"
        part.number = "120/KH-UBND"
        part.decided["number"] = Decision(by: "Lan", on: "2026-11-29", was: "12O/KH-UBND")
        part.issuedOn = CalendarDate(year: 2024, month: 5, day: 26)
        part.place = "Hà Nội"
        part.issuer = "ỦY BAN NHÂN DÂN TỈNH"
        part.letterhead = ["ỦY BAN NHÂN DÂN", "TỈNH"]
        part.title = "Cải thiện Chỉ số PAPI"
        part.attachedTo = Attachment(
            number: "961/QĐ-UBND", date: CalendarDate(year: 2024, month: 5, day: 26), text: "(Kèm theo Quyết định)",
            location: place(30))
        part.period = Period(
            start: CalendarDate(year: 2024, month: 1, day: 1), end: CalendarDate(year: 2024, month: 12, day: 31))
        part.index = "PAPI"
        part.legalBases = [LegalBasis(text: "Căn cứ Luật", references: ["reference-1"], location: place(40))]
        var clause = Section(id: "section-1.1", kind: .clause, label: "đ", ordinal: 5, location: place(60))
        clause.heading = "Mục tiêu"
        clause.text = "Đoạn một\nĐoạn hai"
        var article = Section(id: "section-1", kind: .article, label: "1", ordinal: 1, location: place(50))
        article.heading = "Ban hành"
        article.text = "Kèm theo"
        // The leaf of the outline has no children, which is the one empty array of the record.
        article.children = [clause]
        article.decided["heading"] = Decision(by: "Lan", on: "2026-11-29", was: "Ban hanh")
        part.sections = [article]
        part.tables = [
            Table(
                id: "table-1", part: "part-1", caption: "Phụ lục", columns: [.init(header: "TT", role: .number)],
                rows: [[.init(text: "1", rowSpan: 2, columnSpan: 1, location: place(70))]], rowKinds: [.task],
                location: place(70))
        ]
        part.tables[0].spanningHeaders = ["Phân công thực hiện"]
        part.recipients = ["Như Điều 3"]
        part.signature = Signature(
            authority: "TM. UBND", position: "CHỦ TỊCH", name: "Nguyễn Văn A", location: place(80))
        part.footnotes = [Footnote(mark: "1", text: "Xem Phụ lục", location: place(90), calls: [place(55)])]
        part.formulas = [Formula(kind: .motto, text: "Độc lập - Tự do - Hạnh phúc", location: place(5))]
        return part
    }

    private static func score() -> IndexScore {
        var score = IndexScore(id: "score-1", index: "PAPI", location: place(200))
        score.unit = "tỉnh A"
        score.dimension = .init(number: "I/1", code: "PAPI-1", name: "Tham gia")
        score.year = 2023
        score.score = 4.8918
        score.percent = 42.85
        score.maximum = 10
        score.group = .highAverage
        score.groupText = "Trung bình cao"
        score.change = .init(direction: .increase, amount: 0.029)
        score.previous = .init(year: 2022, score: 5, group: "low")
        score.rank = .init(position: 12, of: 63, change: -3)
        score.region = "Tây Nguyên"
        score.componentsUp = ["Tri thức công dân"]
        score.componentsDown = ["Chất lượng bầu cử"]
        return score
    }

    private static func target() -> Target {
        var target = Target(
            id: "target-1", part: "part-1", text: "Tỷ lệ hồ sơ đúng hạn đạt từ 95% đến 98%", comparator: .between,
            value: 95, location: place(240))
        target.section = "section-1"
        target.table = "table-1"
        target.task = "task-1"
        target.measure = "Tỷ lệ hồ sơ đúng hạn"
        target.upper = 98
        target.unit = "percent"
        target.direction = .increase
        target.baseline = 2023
        target.index = "PAPI"
        target.dimension = .init(number: "5", code: "PAPI-5", name: "Thủ tục hành chính công")
        target.date = .init(
            text: "đến hết năm 2024", start: CalendarDate(year: 2024, month: 1, day: 1),
            end: CalendarDate(year: 2024, month: 12, day: 31), bound: .by)
        target.year = 2024
        target.decided["value"] = Decision(by: "Lan", on: "2026-11-29", was: "59")
        return target
    }

    static func task(sequence: Int) -> VanBanModel.Task {
        var task = VanBanModel.Task(
            id: "task-\(sequence)", part: "part-1", table: "table-1", sequence: sequence, location: place(300))
        task.group = TaskGroup(label: "I", title: "Tham gia của người dân ở cấp cơ sở", dimensionCode: "PAPI-1")
        task.number = "a"
        task.task = "Tuyên truyền"
        task.outputs = "Báo cáo; kế hoạch"
        task.lead = "Sở Nội vụ"
        task.coordinating = "Các sở, ban, ngành"
        task.deadline = "Trước ngày 30/6/2024"
        task.funding = "Ngân sách"
        task.note = ""
        task.otherCells.append(header: "Ký hiệu", text: "x")
        task.outputItems = ["Báo cáo", "kế hoạch"]
        task.leadAgencies = [
            Agency(
                text: "Sở NV", name: "Sở Nội vụ", id: "so-noi-vu", kind: "department", level: .province,
                collective: false, role: "chủ trì", person: "Nguyễn Văn A", note: "thường trực",
                place: AgencyPlace(
                    name: "Sóc Trăng", level: .province, noun: "tỉnh", code: "94", printed: true,
                    successor: PlaceSuccessor(
                        name: "Cần Thơ", code: "92", since: CalendarDate(year: 2025, month: 7, day: 1))),
                validFrom: CalendarDate(year: 2003, month: 5, day: 9),
                validTo: CalendarDate(year: 2025, month: 2, day: 28),
                successor: AgencySuccessor(
                    id: "so-nv", name: "Sở Nội vụ mới", since: CalendarDate(year: 2025, month: 3, day: 1),
                    sharedWith: ["so-y-te"]), location: place(310))
        ]
        task.coordinatingAgencies = [
            Agency(
                text: "Hội LHPN", name: "Hội Liên hiệp Phụ nữ", id: "hoi-lhpn", kind: "mass-org",
                level: .massOrganisation, collective: true, role: "phối hợp", person: "Trần Thị B", note: "các cấp",
                place: AgencyPlace(
                    name: "Sóc Trăng", level: .province, noun: "tỉnh", code: "94", printed: false,
                    successor: PlaceSuccessor(
                        name: "Cần Thơ", code: "92", since: CalendarDate(year: 2025, month: 7, day: 1))),
                validFrom: CalendarDate(year: 2003, month: 5, day: 9),
                validTo: CalendarDate(year: 2025, month: 6, day: 30),
                successor: AgencySuccessor(
                    id: "hoi-pn", name: "Hội mới", since: CalendarDate(year: 2025, month: 7, day: 1),
                    sharedWith: ["mttq-xa"]), location: place(320))
        ]
        task.deadlines = [
            Deadline(
                text: "Trước ngày 30/6/2024", kind: .date, start: CalendarDate(year: 2024, month: 1, day: 1),
                end: CalendarDate(year: 2024, month: 6, day: 30), bound: .before, frequency: [.quarterly, .annual],
                product: "Báo cáo", anchor: "khi có yêu cầu", anchorDate: CalendarDate(year: 2024, month: 6, day: 15),
                offset: "P15D", direction: .after, workingDays: true, reference: "reference-1", location: place(330))
        ]
        return task
    }

    /// One object of each kind, with everything null or empty that may be.
    static func bare() -> Record {
        let place = Location(start: 0, end: 0, line: 1)
        var part = Part(id: "part-1", kind: .letterhead, location: place)
        part.attachedTo = Attachment(number: nil, date: nil, text: "(Kèm theo)", location: place)
        part.period = Period(start: nil, end: nil)
        part.legalBases = [LegalBasis(text: "Căn cứ", location: place)]
        part.sections = [Section(id: "section-1", kind: .paragraph, label: nil, ordinal: nil, location: place)]
        part.tables = [
            Table(id: "table-1", part: "part-1", location: place),
            Table(
                id: "table-2", part: "part-1", columns: [.init(header: "", role: nil)],
                rows: [[.init(text: "", location: nil)], []], rowKinds: [.group, .other], location: place),
        ]
        part.signature = Signature(authority: nil, position: nil, name: nil, location: place)
        part.footnotes = [Footnote(mark: "*", text: "", location: place)]
        var score = IndexScore(id: "score-1", index: "PCI", location: place)
        score.dimension = .init(number: nil, code: nil, name: nil)
        score.change = .init(direction: .unchanged, amount: nil)
        score.previous = .init(year: nil, score: nil, group: nil)
        score.rank = .init(position: nil, of: nil, change: nil)
        var task = VanBanModel.Task(id: "task-1", part: "part-1", table: "table-1", sequence: 1, location: place)
        task.group = TaskGroup(label: nil, title: nil)
        task.otherCells.append(header: "", text: "")
        task.leadAgencies = [
            Agency(
                text: "Sở A", place: AgencyPlace(name: "A", level: .commune, successor: nil),
                successor: AgencySuccessor(id: "b", name: "B", since: nil)),
            Agency(
                text: "Sở C",
                place: AgencyPlace(
                    name: "C", level: .province, successor: PlaceSuccessor(name: "D", code: nil, since: nil))),
        ]
        task.deadlines = [Deadline(text: "?", kind: .unparsed)]
        let bareScore = IndexScore(id: "score-2", index: "PCI", location: place)
        let bareTask = VanBanModel.Task(id: "task-2", part: "part-1", table: "table-1", sequence: 2, location: place)
        return Record(
            source: source, parts: [part, Part(id: "part-2", kind: .appendix, location: place)],
            indexScores: [score, bareScore],
            targets: [
                Target(id: "target-1", part: "part-1", text: "100%", comparator: .equal, value: 100, location: place)
            ],
            tasks: [task, bareTask],
            references: [Reference(id: "reference-1", type: "Luật", text: "Luật")],
            diagnostics: [Diagnostic(.missingNumber, at: place)], publication: Publication(location: place))
    }

    /// Nothing found in an empty file.
    static func empty() -> Record { Record(source: source) }

    static let all = Sample.allCases.map(\.record)
}

/// The sample records by name, so that a test's log says which one it ran on.
enum Sample: CaseIterable {
    case full, bare, empty

    var record: Record {
        switch self {
        case .full: return SampleRecords.full()
        case .bare: return SampleRecords.bare()
        case .empty: return SampleRecords.empty()
        }
    }
}
