import FoundationEssentials

/// What is expected of a case, in the form of the cases that reading is measured with; what is nil is left out.
struct CaseExpectation: Encodable {
    /// What the first target is.
    enum TargetValue: Encodable {
        case reaches(Double, Double?)
        /// There is none.
        case nothing

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .reaches(let value, let upper): try container.encode([value, upper])
            case .nothing: try container.encode("none")
            }
        }
    }

    /// Texts of which each is right.
    struct Choice: Encodable {
        enum Text: Encodable {
            /// nil stands for none.
            case exactly(String?)
            case whatever

            func encode(to encoder: any Encoder) throws {
                var container = encoder.singleValueContainer()
                switch self {
                case .exactly(let text): try container.encode(text)
                case .whatever: try container.encode(["re": ".*"])
                }
            }
        }

        var any: [Text]

        static let anything = Choice(any: [.exactly(nil), .whatever])
    }

    /// What must hold of a part.
    struct Head: Encodable {
        var typeName: String?
        var number: String?
        var issuedOn: String?
        var place: String?
        var issuer: String?
        var title: String?
        var signer: String?

        var isEmpty: Bool { [typeName, number, issuedOn, place, issuer, title, signer].allSatisfy { $0 == nil } }
    }

    var kind_ = "corrected"
    var tries_ = "what a person put right"
    var source_ = "made from corrections; names, telephones and numbers replaced"
    // Rows of tables; of those that are there for others nothing is asked
    var tasks: [[String: String]]?
    /// The title of each task's group.
    var groups: [Choice]?
    var leadNames: [[String]?]?
    var coordNames: [[String]?]?
    var dates: [[[String?]]?]?
    /// What is nil of each is not judged.
    var parts: [Head]?
    /// Label and first words of each, in this order.
    var sections: [[String?]]?
    // Documents cited, by their numbers
    var refs: [String]?
    var refsAbsent: [String]?
    var refDates: [String: String]?
    var targets: [TargetValue]?

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
    }
}
