extension Part {
    /// What messages call the part: its kind as printed, or where it prints none, what people call such a part.
    public var calledName: String {
        if let typeName { return typeName }
        switch kind {
        case .appendix: return "Phụ lục"
        case .letterhead: return "văn bản"
        default: return kind.rawValue
        }
    }
}
