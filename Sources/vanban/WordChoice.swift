import ArgumentParser

/// An argument that is one of a few words: the cases of an enumeration.
///
/// The words are told here outright. The parser's own way goes through key paths and reductions that are the same for
/// all types, and for each of these the runtime goes through all conformances of the program every time that it starts.
protocol WordChoice: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension WordChoice {
    public static var allValueStrings: [String] {
        var words: [String] = []
        for choice in allCases { words.append(choice.rawValue) }
        return words
    }

    public static var allValueDescriptions: [String: String] { [:] }

    public var defaultValueDescription: String { rawValue }

    public init?(argument: String) { self.init(rawValue: argument) }
}
