import VanBanModel

/// Why an archive's database could not be used.
public enum ArchiveStoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, and the database's own words.
    case database(path: String, reason: String)
    /// There is no such file.
    case missing(path: String)
    /// The file was removed, or another put in its place, while it was written to.
    case gone(path: String)
    /// Made by a later version of the program.
    case tooNew(path: String)
    /// A database of something else, or no database at all.
    case notAnArchive(path: String)

    public var description: String { message(in: .english) }

    /// The file, what is wrong with it and what can be done.
    public func message(in language: Language) -> String {
        switch (self, language) {
        case (.database(let path, let reason), .english):
            return "\(path): the database cannot be used: \(reason); check the path, the disk and the rights"
        case (.database(let path, let reason), .vietnamese):
            return "\(path): không dùng được cơ sở dữ liệu (\(reason)); hãy kiểm tra đường dẫn, ổ đĩa và quyền truy cập"
        case (.missing(let path), .english):
            return "\(path): there is no such database; 'vanban batch PATH… --database FILE' makes one"
        case (.missing(let path), .vietnamese):
            return "\(path): không có cơ sở dữ liệu này; lệnh 'vanban batch ĐƯỜNG_DẪN… --database TỆP' sẽ lập ra nó"
        case (.gone(let path), .english):
            return "\(path): the database was removed or replaced while it was written to; what was put in since is "
                + "lost: start the batch again"
        case (.gone(let path), .vietnamese):
            return "\(path): cơ sở dữ liệu bị xóa hoặc bị thay trong khi đang ghi; dữ liệu đã ghi bị mất: hãy chạy lại "
                + "lệnh batch"
        case (.tooNew(let path), .english):
            return "\(path): the database was made by a later version of this program; use that one"
        case (.tooNew(let path), .vietnamese):
            return "\(path): cơ sở dữ liệu do một phiên bản mới hơn của chương trình lập ra; hãy dùng phiên bản đó"
        case (.notAnArchive(let path), .english):
            return "\(path): this file was not made by 'vanban batch --database'"
        case (.notAnArchive(let path), .vietnamese):
            return "\(path): tệp này không phải do lệnh 'vanban batch --database' lập ra"
        }
    }
}
