import Foundation

/// A document to begin with.
public struct Sample: Sendable {
    public enum Form: Sendable { case text, page, package }

    public var name: String
    public var bytes: [UInt8]
    public var form: Form

    /// The package's samples in all their layouts and formats, in the order of their names.
    public static func all(in folder: URL) -> [Sample] {
        let endings: [(String, Form)] = [(".txt", .text), (".html", .page), (".docx", .package)]
        return ["", "layouts"].flatMap { inner -> [Sample] in
            let folder = inner.isEmpty ? folder : folder.appending(path: inner)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return names.sorted().compactMap { name in
                guard let form = endings.first(where: { name.hasSuffix($0.0) })?.1,
                    let data = try? Data(contentsOf: folder.appending(path: name))
                else { return nil }
                return Sample(name: name, bytes: Array(data), form: form)
            }
        }
    }
}
