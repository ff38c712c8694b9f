import Foundation
import VanBanModel
import VanBanReading
import VanBanValidation

/// The file that says what `validate` tells: `.vanban.json`, or the one that is named.
enum SettingsFile {
    struct Failure: Error {
        var message: String
    }

    static let defaultName = ".vanban.json"

    /// The settings of a file; those of the house where none is named and there is no file of the default name.
    static func options(at path: String?, _ language: Language) throws(Failure) -> ValidationOptions {
        let file = path ?? defaultName
        let bytes: [UInt8]
        do {
            bytes = try InputFile.bytes(of: file, limit: 1 << 20)
        } catch {
            if path == nil { return ValidationOptions() }
            throw Failure(
                message: language == .english
                    ? "\(file): the settings cannot be read" : "\(file): không đọc được tệp cấu hình")
        }
        do {
            return try JSONDecoder().decode(ValidationOptions.self, from: Data(bytes))
        } catch {
            let reason =
                switch error as? DecodingError {
                case .dataCorrupted(let context), .keyNotFound(_, let context), .typeMismatch(_, let context),
                    .valueNotFound(_, let context):
                    context.debugDescription
                default: "\(error)"
                }
            throw Failure(
                message: language == .english
                    ? "\(file): these are no settings: \(reason)" : "\(file): tệp cấu hình không đúng: \(reason)")
        }
    }
}
