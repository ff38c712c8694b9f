import ArgumentParser

/// The help of the options that all commands share which read documents: `vanban help reading`.
struct ReadingTopic: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reading", abstract: told("help.reading"), discussion: told("help.reading.more"))

    @OptionGroup var corrections: CorrectionOption
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var shared: SharedOptions

    func run() throws { throw CleanExit.helpRequest(self) }
}
