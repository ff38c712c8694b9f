import Foundation

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

    var kind_ = "corrected"
    var tries_ = "what a person put right"
    var source_ = "made from corrections; names, telephones and numbers replaced"
    // Rows of tables
    var tasks: [[String: String]]?
    var leadNames: [[String]]?
    var coordNames: [[String]]?
    var dates: [[[String?]]]?
    // The first part
    var number: String?
    var issuedOn: String?
    var place: String?
    var issuer: String?
    var title: String?
    var signer: String?
    /// Label and first words of each, in this order.
    var sections: [[String?]]?
    // Documents cited, by their numbers
    var refs: [String]?
    var refsAbsent: [String]?
    var refDates: [String: String]?
    var targets: [TargetValue]?

    /// Whether it says anything of the first part.
    var isOfHead: Bool {
        [number, issuedOn, place, issuer, title, signer].contains { $0 != nil }
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
    }
}
