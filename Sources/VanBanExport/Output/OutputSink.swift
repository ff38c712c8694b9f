import VanBanMessages
import VanBanModel

/// Where a serializer's bytes go: a file, standard output, memory.
///
/// A serializer hands over its output in chunks, in order, as UTF-8 (or as the bytes of a binary format); it never holds
/// the whole of it. To collect the output of any serializer:
///
/// ```swift
/// var collected = ByteCollector()
/// try JSONSerializer(layout: .compact).write(record, to: &collected)
/// print(collected.text)
/// ```
package protocol OutputSink {
    /// Takes the next chunk. The pointer is valid during the call only.
    ///
    /// - Throws: ``OutputError`` when the chunk could not be stored whole; nothing more is written then.
    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError)
}

extension OutputSink {
    /// Takes the next chunk from an array of bytes.
    ///
    /// - Throws: ``OutputError`` when the chunk could not be stored whole.
    package mutating func write(_ bytes: [UInt8]) throws(OutputError) {
        let outcome: Result<Void, OutputError> = bytes.withUnsafeBytes { chunk in
            do throws(OutputError) {
                try write(chunk)
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }
}

/// Why output could not be written.
package enum OutputError: Error, Hashable, Sendable {
    /// The other end of the pipe was closed (`vanban convert … | head`): whoever reads has enough. Programs end quietly.
    case readerGone
    /// The system refused: its error number (`errno`).
    case system(code: Int32)
    /// A sink that is no file refused, and says why: in words, or by the key of a reason (`system.…`).
    case refused(reason: String)

    /// Why, as it is kept where it is to be told later: words, or the key of a reason.
    package var reason: String {
        switch self {
        case .readerGone: "output.readerGone"
        case .system(let code): SystemReason(code: code).key
        case .refused(let reason): reason
        }
    }

    /// The message for people.
    package func message(in language: Language) -> String {
        switch self {
        case .readerGone: Messages.text("output.readerGone", in: language)
        case .system, .refused: Messages.text("output.refused", in: language, [SystemReason.told(reason, in: language)])
        }
    }
}
