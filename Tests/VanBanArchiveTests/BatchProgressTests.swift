import Foundation
import Testing
import VanBanModel
import VanBanReading

@testable import VanBanArchive

struct BatchProgressTests {
    private func line(_ language: Language, _ style: BatchProgress.Style) throws -> String {
        var summary = BatchSummary(total: 8)
        for (outcome, reason) in [
            (WorkReply.Outcome.converted, nil), (.failed, "notAdministrative"), (.failed, "unsupported"),
            (.failed, "damaged"),
        ] { summary.add(BatchRun.Result(document: "a", outcome: outcome, reason: reason)) }
        var progress = BatchProgress(style, language: language)
        let early = progress.text(summary)
        #expect(early == nil)
        Thread.sleep(forTimeInterval: 1.1)
        let told = progress.text(summary)
        return try #require(told)
    }

    @Test("a bar says how much is done, how fast and how long it takes, and files of another kind are no errors")
    func bar() throws {
        let line = try line(.english, .line)
        #expect(line.contains("██████████░░░░░░░░░░ 50%"))
        #expect(line.contains("4 of 8 files"))
        #expect(line.contains("a second") && line.contains("min") && line.contains("left"))
        #expect(line.hasSuffix("2 of another kind, 1 failed"))
    }

    @Test("in Vietnamese all of it is Vietnamese")
    func vietnamese() throws {
        let line = try line(.vietnamese, .line)
        #expect(line.contains("4/8 tệp") && line.contains("tệp/giây") && line.contains("phút") && line.contains("giây"))
        #expect(line.hasSuffix("2 tệp loại khác, 1 lỗi"))
        #expect(!line.contains(" min") && !line.contains(" s,") && !line.contains(" h "))
    }

    @Test("programs are told both numbers")
    func json() throws { #expect(try line(.english, .json).contains(#""failed":3,"otherKinds":2"#)) }
}

struct FailureMessageTests {
    @Test("a failure that was kept is told in both languages as it was when it was met")
    func kept() {
        let errors: [ReadingError] = [
            .empty, .tooLarge(bytes: 9, limit: 5), .unsupported("zip"), .notText(offset: 3), .brokenCharacterMap,
            .tooDeep(limit: 1), .tooManyAttributes(limit: 2), .tableTooLarge(limit: 3), .tangledMarkup,
            .notAdministrative, .misnamed(ending: "pdf", isText: true), .misnamed(ending: "docx", isText: false),
            .encrypted, .damaged(part: "word/document.xml"),
            .needsConverter(program: "soffice", package: "libreoffice"),
            .converterFailed(program: "soffice", .crashed), .noTextLayer, .beyondLimit(.pages, limit: 7),
        ]
        for error in errors {
            let kept = FailureMessage(reason: error.reason, parts: FailureMessage(error).parts)
            for language in Language.allCases { #expect(kept.message(in: language) == error.message(in: language)) }
        }
        let archives: [DocumentArchive.Failure] = [
            .unreadable, .tooManyEntries(limit: 1), .archiveTooTight(limit: 2), .tooDeep(limit: 3), .noSuchEntry,
            .encrypted, .damaged,
            .tooLarge(limit: 3), .tooTight(limit: 4),
        ]
        for error in archives {
            let kept = FailureMessage(reason: error.reason, parts: FailureMessage(error).parts)
            for language in Language.allCases { #expect(kept.message(in: language) == error.message(in: language)) }
        }
        #expect(FailureMessage("timedOut", "5").message(in: .vietnamese) == "chạy quá 5 giây nên bị dừng")
        #expect(FailureMessage(reason: "x", parts: ["failure.unknown"]).message(in: .english) == nil)
    }
}
