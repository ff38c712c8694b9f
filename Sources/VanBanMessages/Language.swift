/// The languages that people are spoken to in.
public enum Language: String, Hashable, Codable, Sendable, CaseIterable {
    case vietnamese = "vi"
    case english = "en"
}
