import Testing

@testable import VanBanReading

struct XMLNameTests {
    @Test("names stand in the order of their cases, each at one place")
    func places() {
        #expect(XMLName.allCases.map(\.place) == Array(XMLName.allCases.indices))
    }

    @Test("an address of the table's dictionary is the name that stands there, and no other address is one")
    func addresses() {
        let table = XMLNameTable.shared
        for name in XMLName.allCases where name != .other {
            let address = table.addresses[name.place]
            #expect(address.map { String(cString: $0) } == name.rawValue)
            #expect(table.name(address) == name)
        }
        #expect(table.name(nil) == .other)
        "tbl".withCString { text in
            text.withMemoryRebound(to: UInt8.self, capacity: 4) { #expect(table.name($0) == .other) }
        }
    }
}
