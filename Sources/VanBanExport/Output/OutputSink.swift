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
public protocol OutputSink {
    /// Takes the next chunk. The pointer is valid during the call only.
    ///
    /// - Throws: ``OutputError`` when the chunk could not be stored whole; nothing more is written then.
    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError)
}

extension OutputSink {
    /// Takes the next chunk from an array of bytes.
    ///
    /// - Throws: ``OutputError`` when the chunk could not be stored whole.
    public mutating func write(_ bytes: [UInt8]) throws(OutputError) {
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
public enum OutputError: Error, Hashable, Sendable {
    /// The other end of the pipe was closed (`vanban convert … | head`): whoever reads has enough. Programs end quietly.
    case readerGone
    /// The system refused: its error number (`errno`) and its words.
    case system(code: Int32, reason: String)
    /// A sink that is no file refused, and says why.
    case refused(reason: String)

    /// The message for people.
    public func message(in language: Language) -> String {
        switch self {
        case .readerGone: Messages.text("output.readerGone", in: language)
        case .system(let code, let reason): Messages.text("output.system", in: language, [reason, String(code)])
        case .refused(let reason): Messages.text("output.refused", in: language, [reason])
        }
    }
}
