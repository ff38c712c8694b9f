import Logging

/// Where the archive's log goes: to standard error from the level on that `VANBAN_LOG` names, and nowhere without it.
enum ProgramLog {
    static func begin() {
        guard let name = Environment.value(of: "VANBAN_LOG"), let level = Logger.Level(rawValue: name.lowercased())
        else {
            LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }
            return
        }
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
    }
}
