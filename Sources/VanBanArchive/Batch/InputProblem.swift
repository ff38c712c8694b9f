import VanBanMessages
import VanBanModel
import VanBanReading

/// Why there is no document at a path.
package enum InputProblem: Hashable, Sendable {
    /// The system's reason, as a key.
    case cannotBeOpened(reason: String)
    case noMatch
    /// A named pipe, a socket, a device.
    case notAFile
    /// A link that leads to nothing.
    case danglingLink
    /// A link to a folder outside of all that is gone through.
    case linkToFolder
    case unreadableFolder(reason: String)
    case archive(DocumentArchive.Failure)
    /// Its output would take the place of a document that is to be read.
    case outputIsInput(path: String)

    /// A name for programs.
    package var reason: String {
        switch self {
        case .cannotBeOpened, .noMatch: return "notFound"
        case .notAFile: return "notAFile"
        case .danglingLink: return "danglingLink"
        case .linkToFolder: return "linkToFolder"
        case .unreadableFolder: return "unreadableFolder"
        case .archive(let failure): return failure.reason
        case .outputIsInput: return "outputIsInput"
        }
    }

    /// What is wrong, and what can be done.
    package func message(in language: Language) -> String {
        switch self {
        case .cannotBeOpened(let reason):
            return Messages.text("input.cannotBeOpened", in: language, [SystemReason.told(reason, in: language)])
        case .noMatch: return Messages.text("input.noMatch", in: language)
        case .notAFile: return Messages.text("input.notAFile", in: language)
        case .danglingLink: return Messages.text("input.danglingLink", in: language)
        case .linkToFolder: return Messages.text("input.linkToFolder", in: language)
        case .unreadableFolder(let reason):
            return Messages.text("input.unreadableFolder", in: language, [SystemReason.told(reason, in: language)])
        case .archive(let failure): return failure.message(in: language)
        case .outputIsInput(let path): return Messages.text("input.outputIsInput", in: language, [path])
        }
    }
}
