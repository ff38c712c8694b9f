import CLibXML2

/// The names of ``XMLName`` in a dictionary of libxml2, told by their address.
///
/// One table serves all parts of all files: each parser's own dictionary stands upon this one, so that a part costs no
/// look-up of names that another part has had. It is never changed once it is made, so that parsers may read it side by
/// side.
final class XMLNameTable: @unchecked Sendable {
    static let shared = XMLNameTable()

    /// Where each name stands, by its place.
    let addresses: UnsafePointer<UnsafePointer<UInt8>?>
    private let dictionary: xmlDictPtr?
    /// Open addressing over the addresses of names.
    private let table: UnsafePointer<(address: UInt, name: XMLName)>
    private static let size = 1024

    private init() {
        let names = XMLName.allCases
        let addresses = UnsafeMutablePointer<UnsafePointer<UInt8>?>.allocate(capacity: names.count)
        addresses.initialize(repeating: nil, count: names.count)
        let table = UnsafeMutablePointer<(address: UInt, name: XMLName)>.allocate(capacity: Self.size)
        table.initialize(repeating: (0, .other), count: Self.size)
        dictionary = xmlDictCreate()
        for name in names where name != .other {
            guard let address = xmlDictLookup(dictionary, name.rawValue, -1) else { continue }
            addresses[name.place] = address
            var slot = Self.slot(UInt(bitPattern: address))
            while table[slot].address != 0 { slot = (slot + 1) % Self.size }
            table[slot] = (UInt(bitPattern: address), name)
        }
        self.addresses = UnsafePointer(addresses)
        self.table = UnsafePointer(table)
    }

    /// Puts a parser's dictionary upon this one. What the parser itself looks up, it does when it begins.
    func lend(to context: xmlParserCtxtPtr) {
        guard let dictionary, let own = xmlDictCreateSub(dictionary) else { return }
        xmlDictFree(context.pointee.dict)
        context.pointee.dict = own
    }

    /// The name at an address that libxml2 hands over.
    func name(_ pointer: UnsafePointer<UInt8>?) -> XMLName {
        let address = UInt(bitPattern: pointer)
        var slot = Self.slot(address)
        while true {
            let entry = table[slot]
            if entry.address == address { return entry.name }
            if entry.address == 0 { return .other }
            slot = (slot + 1) % Self.size
        }
    }

    private static func slot(_ address: UInt) -> Int {
        Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 54)
    }
}
