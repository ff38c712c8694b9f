import ArgumentParser
import FoundationEssentials
import VanBanModel
import VanBanReading
import VanBanValidation

/// The file that says what `validate` tells: `.vanban.json`, or the one that is named.
enum SettingsFile {
    struct Failure: Error {
        var message: String
    }

    static let defaultName = ".vanban.json"

    private struct Places: Decodable {
        var database: String?
    }

    /// The database that is asked where none is named: that of VANBAN_DATABASE, else `"database"` of the settings of the
    /// working folder, else its `archive.sqlite`.
    /// - Throws: a mistake of usage where there is none of these.
    static func database(_ named: String?) throws -> String {
        if let named { return named }
        if let named = Environment.value(of: "VANBAN_DATABASE") { return named }
        if let bytes = try? InputFile.bytes(of: defaultName, limit: 1 << 20),
            let named = try? JSONDecoder().decode(Places.self, from: Data(bytes)).database
        {
            return named
        }
        let usual = "archive.sqlite"
        if FileStatus(of: usual)?.isFile == true { return usual }
        throw ValidationError(told("usage.noDatabase"))
    }

    /// What `validate` goes by, without what other commands are told.
    private static func withoutPlaces(_ file: Data) -> Data {
        guard var settings = PlainJSON.value(of: file) as? [String: Any],
            settings.removeValue(forKey: "database") != nil
        else { return file }
        return PlainJSON.bytes(of: settings).map { Data($0) } ?? file
    }

    /// The settings of a file; those of the house where none is named and there is no file of the default name.
    static func options(at path: String?, _ language: Language) throws(Failure) -> ValidationOptions {
        let file = path ?? defaultName
        let bytes: [UInt8]
        do {
            bytes = try InputFile.bytes(of: file, limit: 1 << 20)
        } catch {
            if path == nil { return ValidationOptions() }
            throw Failure(message: told("settings.unreadable", file))
        }
        do {
            return try JSONDecoder().decode(ValidationOptions.self, from: withoutPlaces(Data(bytes)))
        } catch {
            let reason =
                switch error as? DecodingError {
                case .dataCorrupted(let context), .keyNotFound(_, let context), .typeMismatch(_, let context),
                    .valueNotFound(_, let context):
                    context.debugDescription
                default: "\(error)"
                }
            throw Failure(message: told("settings.wrong", file, reason))
        }
    }
}
