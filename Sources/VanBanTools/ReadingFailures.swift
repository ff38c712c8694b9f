import VanBanReading

extension ToolEnding {
    /// What an ending that was no good one is called.
    package var failure: ConverterFailure {
        switch self {
        case .exited: return .refused
        case .killed: return .crashed
        case .stopped(.wallTime), .stopped(.processorTime): return .tookTooLong
        case .stopped: return .tookTooMuch
        }
    }
}

extension ToolFailure {
    /// As a reader says it that calls the program.
    /// - Parameter name: what people call the program.
    package func readingError(of name: String) -> ReadingError {
        switch self {
        case .missing(let missing): return .needsConverter(program: name, package: missing.tool.package)
        case .system: return .converterFailed(program: name, .crashed)
        }
    }
}
