import VanBanModel

/// What is told of a document, and how bad it is: set by the command line or by a file.
///
/// The file is JSON (`.vanban.json`):
/// ```json
/// { "disable": ["missingHead"], "severity": { "unparsedDeadline": "error" }, "show": "info", "failOn": "error" }
/// ```
package struct ValidationOptions: Hashable, Sendable, Codable {
    /// Codes of which nothing is told.
    package var disable: Set<String>
    /// Severities in place of the checks' own.
    package var severity: [String: Severity]
    /// The least severity that is told.
    package var show: Severity
    /// The least severity with which a document does not pass; nil where any passes.
    package var failOn: Severity?

    package init(
        disable: Set<String> = [], severity: [String: Severity] = [:], show: Severity = .warning,
        failOn: Severity? = nil
    ) {
        self.disable = disable
        self.severity = severity
        self.show = show
        self.failOn = failOn
    }

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case disable, severity, show, failOn
    }

    /// A key of any name, so that unknown ones can be told.
    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// - Throws: `DecodingError` for a key, a code or a severity that there is not.
    package init(from decoder: any Decoder) throws {
        for key in try decoder.container(keyedBy: AnyKey.self).allKeys
        where CodingKeys(stringValue: key.stringValue) == nil {
            let known = CodingKeys.allCases.map(\.stringValue).joined(separator: ", ")
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "there is no setting '\(key.stringValue)'; there are \(known)"))
        }
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            disable: try values.decodeIfPresent(Set<String>.self, forKey: .disable) ?? [],
            severity: try values.decodeIfPresent([String: Severity].self, forKey: .severity) ?? [:],
            show: try values.decodeIfPresent(Severity.self, forKey: .show) ?? .warning,
            failOn: try values.decodeIfPresent(Severity.self, forKey: .failOn))
        if let unknown = unknownCode {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "there is no code '\(unknown)'; 'vanban explain' lists all"))
        }
    }

    /// A code that no check has, where one is named.
    package var unknownCode: String? {
        (disable.sorted() + severity.keys.sorted()).first { Check(code: $0) == nil }
    }
}
