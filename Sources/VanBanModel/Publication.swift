/// What the web site that a document was copied from says about it: the list of `Số hiệu`, `Loại văn bản`, `Người ký`
/// and the like above or below the text.
///
/// It is the site's word, not the document's: it is compared with the first part, and fills what that leaves blank.
public struct Publication: Hashable, Codable, Sendable {
    /// A line of the list as printed.
    public struct Field: Hashable, Codable, Sendable {
        /// `Số hiệu`, without colon.
        public var label: String
        /// `Đang cập nhật` and the like included; empty where the site leaves it blank.
        public var value: String
        public var location: Location

        public init(label: String, value: String, location: Location) {
            self.label = label
            self.value = value
            self.location = location
        }
    }

    /// Number and sign without spaces.
    public var number: String?
    /// The kind of document, `Quyết định`.
    public var type: String?
    public var issuer: String?
    public var signer: String?
    /// The signer's post, where the site names it.
    public var position: String?
    public var issuedOn: CalendarDate?
    public var effectiveOn: CalendarDate?
    /// The day of the gazette (Công báo) that printed the document.
    public var gazetteDate: CalendarDate?
    public var gazetteNumber: String?
    /// `Còn hiệu lực`, as printed.
    public var status: String?
    /// The site's name of the document.
    public var title: String?
    /// All lines of the list in their order, those above included.
    public var fields: [Field]
    public var location: Location

    public init(fields: [Field] = [], location: Location) {
        self.fields = fields
        self.location = location
    }
}
