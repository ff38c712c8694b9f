import VanBanArchive
import VanBanMessages
import VanBanModel
import VanBanReading

/// What the outputs of several inputs are called in one folder, so that none has another's name.
///
/// An input's name without its ending is enough for most. Inputs that would share one keep their endings (`kh.docx`, `kh.html`),
/// and where these are the same, too, their folders (`a/qd.txt`, `b/qd.txt`).
struct OutputNames {
    /// An input that cannot have a name of its own, and the one whose it is.
    struct Clash: Error {
        var path: String
        var other: String

        func message(in language: Language) -> String {
            let (path, other) = (FileName.shown(path), FileName.shown(other))
            return Messages.text("output.clash", in: language, [other, path])
        }
    }

    /// The names in the order of the inputs, without an extension of outputs.
    let stems: [String]

    init(of paths: [String]) throws(Clash) {
        let ways: [(String) -> String] = [Self.bare, Self.whole, Self.full]
        var stems = paths.map { ways[0]($0) }
        for way in ways.dropFirst() {
            let groups = Dictionary(grouping: stems.indices) { FileName(stems[$0]) }
            for places in groups.values where places.count > 1 {
                for place in places { stems[place] = way(paths[place]) }
            }
        }
        var takers: [FileName: String] = [:]
        for (stem, path) in zip(stems, paths) {
            if let other = takers.updateValue(path, forKey: FileName(stem)) { throw Clash(path: path, other: other) }
        }
        self.stems = stems
    }

    /// Whether more than one input has a name, so that names do not tell them apart.
    static func areShared(_ paths: [String]) -> Bool {
        Set(paths.map { FileName(FileIdentity.name(of: $0)) }).count < paths.count
    }

    private static func bare(_ path: String) -> String {
        let name = whole(path)
        guard path != "-", let dot = name.utf8.lastIndex(of: 0x2E), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    private static func whole(_ path: String) -> String {
        path == "-" ? "stdin" : FileName.portable(piece: FileName(FileIdentity.name(of: path)).bytes)
    }

    private static func full(_ path: String) -> String { path == "-" ? "stdin" : InputItem(path: path).outputStem }
}
