import VanBanExport
import VanBanModel

extension OutputError {
    /// The message for people.
    func message(in language: Language) -> String {
        switch (self, language) {
        case (.system(let code, let reason), .vietnamese): return "không ghi được kết quả: \(reason) (lỗi \(code))"
        case (.refused(let reason), .vietnamese): return "không ghi được kết quả: \(reason)"
        case (.readerGone, .vietnamese): return "bên nhận đã đóng kết quả"
        default: return description
        }
    }
}
