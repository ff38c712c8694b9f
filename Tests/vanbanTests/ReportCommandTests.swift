import Foundation
import Testing

/// What goes to the one who decides, into calendars, and comes back as done.
@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct ReportCommandTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func shell(_ command: String) throws -> Program.Run {
        let program = try #require(Program.built).executable.path
        let samples = Program.root.appending(path: "Samples").path
        return try #require(
            try Program.run([
                "env", "sh", "-c", "cd \"$1\" && V=$2 && SAMPLES=$3 && \(command)", "-", folder.url.path, program,
                samples,
            ]))
    }

    @Test("a report says in Vietnamese what was decided, who does it, until when, and how results stand")
    func decision() throws {
        let run = try shell("$V report $SAMPLES/provincial-papi-plan.txt --today 2024-07-10")
        #expect(run.status == 0, "\(run.errors)")
        for words in [
            "1245/QĐ-UBND", "14/06/2024", "Nội dung quyết định", "Nhiệm vụ theo cơ quan chủ trì", "Sở Nội vụ",
            "07/2024",
            "Thời hạn sắp tới", "31/07/2024", "Điểm chỉ số so với năm trước", "Chỗ nghi vấn",
            "Tính đến ngày 10/07/2024",
        ] { #expect(run.text.contains(words), "\(words)") }
        #expect(try shell("$V report $SAMPLES/provincial-papi-plan.txt --today 2024-07-10").output == run.output)
        let late = try shell("$V report $SAMPLES/provincial-papi-plan.txt --today 2030-01-01").text
        #expect(late.contains("Không còn thời hạn nào phía trước."))
    }

    @Test("the same as a Word document, which the program itself reads")
    func word() throws {
        let run = try shell(
            "$V report $SAMPLES/provincial-papi-plan.txt --today 2024-07-10 -o a.docx && $V convert a.docx --any -q "
                + "&& $V tables a.docx --any --format json -q")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.text.contains("1245/QĐ-UBND"))
        #expect(run.text.contains("Nhiệm vụ theo tháng đến hạn"))
        #expect(run.text.contains("31/07/2024"))
    }

    @Test("a report of a database counts files by kind, reason, year and folder")
    func archive() throws {
        let run = try shell(
            """
            mkdir kho && cp $SAMPLES/*.txt kho && echo 'Chiều nay trời mưa.' > kho/x.txt; \
            $V batch kho --database a.sqlite -q; $V report --database a.sqlite --today 2024-07-10
            """)
        #expect(run.status == 0, "\(run.errors)")
        for words in ["Quyết định", "không phải văn bản hành chính", "2024", "kho", "Sở Nội vụ", "Thời hạn sắp tới"] {
            #expect(run.text.contains(words), "\(words)")
        }
        #expect(try shell("$V report --database none.sqlite").status == 2)
        #expect(try shell("$V report").status == 64)
    }

    @Test("what is done is not overdue, and what an import could not place is told")
    func done() throws {
        let run = try shell(
            """
            $V batch $SAMPLES/provincial-papi-plan.txt --database archive.sqlite -q && \
            $V query tasks --due overdue --today 2026-01-01 --format csv --columns document,sequence > late.csv && \
            head -3 late.csv > done.csv && echo 'none.txt,1' >> done.csv && \
            $V query done --import done.csv --today 2026-01-01 --lang en; echo "status $?"
            """)
        #expect(run.text.contains("status 1"))
        #expect(run.errors.contains("none.txt#1: there is no such task"))
        #expect(run.errors.contains("2 states of tasks were kept"))
        let after = try shell(
            "wc -l < late.csv && $V query tasks --due overdue --today 2026-01-01 --format csv --columns sequence | wc -l "
                + "&& $V query tasks --by document --today 2026-01-01 --format json && $V query done --format csv")
        let lines = after.text.split(separator: "\n")
        let (before, now) = (
            Int(lines[0].trimmingCharacters(in: .whitespaces)), Int(lines[1].trimmingCharacters(in: .whitespaces))
        )
        #expect(try #require(now) == #require(before) - 2)
        #expect(after.text.contains(#""done":2"#) || after.text.contains(#""done": 2"#))
        #expect(after.text.contains("2026-01-01"))
        let reopened = try shell(
            """
            printf 'id;done\\n' > open.csv && python3 -c "
            import sqlite3
            for row in sqlite3.connect('archive.sqlite').execute('SELECT document, task FROM states'): print('%s#%d;-' % row)
            " >> open.csv && $V query done --import open.csv --lang vi; $V query tasks --due overdue --today 2026-01-01 --format csv | wc -l
            """)
        #expect(reopened.errors.contains("2 nhiệm vụ"), "\(reopened.errors)")
    }

    @Test("deadlines are a calendar, an event on each last day, that two programs for calendars take")
    func calendar() throws {
        let run = try shell(
            """
            $V convert $SAMPLES/provincial-papi-plan.txt --format ics -o a.ics -q && cat a.ics && \
            $V batch $SAMPLES/provincial-papi-plan.txt --database archive.sqlite -q && \
            $V query tasks --due 2024-07 --format ics -o b.ics && grep -c BEGIN:VEVENT b.ics
            """)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
        #expect(run.text.contains("DTSTART;VALUE=DATE:20240731\r\n"))
        #expect(run.text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 || $0.contains("\n") })
        let events = run.text.components(separatedBy: "BEGIN:VEVENT").count - 1
        let identities = Set(run.text.components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") })
        #expect(events > 30 && identities.count == events)
        let python = Program.root.appending(path: ".build/schema-venv/bin/python").path
        let script = """
            import sys
            try:
                import icalendar, vobject
            except ImportError:
                sys.exit(77)
            text = open("a.ics", encoding="utf-8", newline="").read()
            one = [event for event in icalendar.Calendar.from_ical(text).walk("VEVENT")]
            other = vobject.readOne(text).vevent_list
            assert len(one) == len(other) == text.count("BEGIN:VEVENT"), (len(one), len(other))
            assert [str(event["SUMMARY"]) for event in one] == [event.summary.value for event in other]
            assert [event["DTSTART"].dt for event in one] == [event.dtstart.value for event in other]
            """
        let file = try folder.file("check.py", script)
        let checked = try shell("\(FileManager.default.isExecutableFile(atPath: python) ? python : "python3") \(file)")
        if checked.status == 77 { print("Skipped: icalendar and vobject are not installed.") }
        #expect([0, 77, 127].contains(checked.status), "\(checked.errors)")
    }
}
