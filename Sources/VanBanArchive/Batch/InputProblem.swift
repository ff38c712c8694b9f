import VanBanModel
import VanBanReading

/// Why there is no document at a path.
public enum InputProblem: Hashable, Sendable {
    /// The system's words.
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
    public var reason: String {
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
    public func message(in language: Language) -> String {
        switch (self, language) {
        case (.cannotBeOpened(let reason), .english): return "cannot be opened: \(reason)"
        case (.cannotBeOpened(let reason), .vietnamese): return "không mở được: \(reason)"
        case (.noMatch, .english): return "no file matches this pattern"
        case (.noMatch, .vietnamese): return "không có tệp nào khớp với mẫu này"
        case (.notAFile, .english): return "is neither a file nor a folder (a pipe, a socket or a device)"
        case (.notAFile, .vietnamese): return "không phải tệp hay thư mục (là pipe, socket hoặc thiết bị)"
        case (.danglingLink, .english): return "is a link that leads to nothing"
        case (.danglingLink, .vietnamese): return "là liên kết không trỏ tới đâu"
        case (.linkToFolder, .english): return "is a link to a folder, which is not entered; give the folder itself"
        case (.linkToFolder, .vietnamese):
            return "là liên kết tới một thư mục, chương trình không đi theo; hãy chỉ ra chính thư mục đó"
        case (.unreadableFolder(let reason), .english): return "cannot be read: \(reason)"
        case (.unreadableFolder(let reason), .vietnamese): return "không đọc được: \(reason)"
        case (.archive(let failure), _): return failure.message(in: language)
        case (.outputIsInput(let path), .english):
            return "its output would take the place of \(path), which is to be read; give another folder to --output"
        case (.outputIsInput(let path), .vietnamese):
            return "kết quả sẽ ghi đè lên \(path) là tệp đầu vào; hãy chọn thư mục khác cho --output"
        }
    }
}
