import VanBanMessages
import VanBanModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How far a batch has come: lines for a terminal, for a log, or for a program.
package struct BatchProgress {
    package enum Style: String, Hashable, Sendable, CaseIterable {
        /// One line that is drawn over again.
        case line
        /// A plain line every now and then.
        case log
        /// A line of JSON every second.
        case json
        case none
    }

    private let style: Style
    private let language: Language
    private let begin: Double
    private var last: Double
    /// Converted ones count for the speed: unchanged files go by much faster.
    private var hasLine = false

    package init(_ style: Style, language: Language) {
        self.style = style
        self.language = language
        begin = Self.now
        last = begin
    }

    /// The text to be written to standard error now; nil for none.
    package mutating func text(_ summary: BatchSummary) -> String? {
        let now = Self.now
        let pause: Double
        switch style {
        case .none: return nil
        case .line: pause = 0.2
        case .json: pause = 1
        case .log: pause = 10
        }
        guard now - last >= pause else { return nil }
        last = now
        let speed = Double(summary.done) / max(0.001, now - begin)
        let rest = speed > 0 ? Int(Double(summary.total - summary.done) / speed) : 0
        switch style {
        case .none: return nil
        case .json:
            return
                #"{"done":\#(summary.done),"total":\#(summary.total),"failed":\#(summary.failed),"otherKinds":\#(summary.otherKinds),"#
                + #""perSecond":\#(Self.rounded(speed)),"secondsLeft":\#(rest)}"# + "\n"
        case .log: return words(summary, speed, rest) + "\n"
        case .line:
            hasLine = true
            return "\r\u{1B}[K" + words(summary, speed, rest)
        }
    }

    /// What ends the line that was drawn over.
    package var ending: String { hasLine ? "\r\u{1B}[K" : "" }

    /// How wide the bar is, in columns.
    private static let barWidth = 20

    /// `━━━━━───── 25%`: how much of the whole is done.
    private static func bar(_ summary: BatchSummary) -> String {
        let share = summary.total > 0 ? Double(summary.done) / Double(summary.total) : 1
        let full = Int(share * Double(barWidth))
        return String(repeating: "█", count: full) + String(repeating: "░", count: barWidth - full)
            + " \(Int(share * 100))%"
    }

    private func words(_ summary: BatchSummary, _ speed: Double, _ rest: Int) -> String {
        let time =
            rest >= 3600
            ? Messages.text("progress.hours", in: language, [String(rest / 3600), String(rest % 3600 / 60)])
            : Messages.text("progress.minutes", in: language, [String(rest / 60), String(rest % 60)])
        var parts = [
            Messages.text("progress.files", in: language, [String(summary.done), String(summary.total)]),
            Messages.text("progress.speed", in: language, [Self.rounded(speed)]),
            Messages.text("progress.left", in: language, [time]),
        ]
        if summary.otherKinds > 0 {
            parts.append(Messages.text("progress.otherKinds", in: language, [String(summary.otherKinds)]))
        }
        let errors = summary.failed - summary.otherKinds
        if errors > 0 { parts.append(Messages.text("progress.errors", in: language, [String(errors)])) }
        return (style == .line ? Self.bar(summary) + "  " : "") + parts.joined(separator: ", ")
    }

    private static func rounded(_ speed: Double) -> String {
        let tenths = Int((speed * 10).rounded())
        return speed >= 100 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
