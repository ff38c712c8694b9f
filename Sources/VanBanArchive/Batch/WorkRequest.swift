/// One document for a worker, as one line of JSON on its standard input.
package struct WorkRequest: Hashable, Sendable, Codable {
    package var number: Int
    package var item: InputItem
    /// The files of a dossier that are to become one record, named after `item`; nil for one document.
    package var together: [InputItem]?
    /// The document itself, base64, where it stands in no file; `item.path` is then its name only.
    package var content: String?
    /// Where outputs go, without an extension of theirs; nil where none are wanted.
    package var outputStem: String?
    /// SHA-256 of the content that is done with already, in lower-case hexadecimal.
    package var known: String?
    /// Whether that content failed: then there are no outputs to look for.
    package var hadFailed = false
    /// Whether the record itself is wanted in the reply.
    package var wantsRecord: Bool

    package init(
        number: Int, item: InputItem, content: String? = nil, outputStem: String? = nil, known: String? = nil,
        wantsRecord: Bool = false
    ) {
        self.number = number
        self.item = item
        self.content = content
        self.outputStem = outputStem
        self.known = known
        self.wantsRecord = wantsRecord
    }
}

/// What became of a document: one line of JSON on a worker's standard output, then the record's bytes where it was wanted.
package struct WorkReply: Hashable, Sendable, Codable {
    package enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        case converted
        /// The content and the program are those of an earlier run.
        case unchanged
        case failed
    }

    package var number: Int
    package var outcome: Outcome
    /// SHA-256 of the content; nil where it could not be read.
    package var sha256: String?
    /// Size of the content in bytes.
    package var bytes: Int?
    /// A name for programs of what was wrong (`notAdministrative`, `damaged`, `crashed`, `timedOut`), nil where nothing.
    package var reason: String?
    /// What was wrong, in English.
    package var message: String?
    /// The same as it is kept and told in other languages, see ``FailureMessage/parts``.
    package var arguments: [String]?
    /// The Debian package of a program that is missing; nil where none is.
    package var package: String?
    /// The codes of the errors and warnings in the record, each once, by name; nil where there is no record.
    package var codes: [String]?
    /// Bytes of the record that follow.
    package var recordBytes: Int

    /// Says what went wrong.
    mutating func fail(_ error: FailureMessage) {
        outcome = .failed
        reason = error.reason
        arguments = error.parts
        message = error.message(in: .english)
        package = error.package
    }

    package init(
        number: Int, outcome: Outcome, sha256: String? = nil, bytes: Int? = nil, reason: String? = nil,
        message: String? = nil, recordBytes: Int = 0
    ) {
        self.number = number
        self.outcome = outcome
        self.sha256 = sha256
        self.bytes = bytes
        self.reason = reason
        self.message = message
        self.recordBytes = recordBytes
    }
}
