import VanBanReading

/// The names of provinces and districts, for telling a place from other words.
struct PlaceGazetteer: Sendable {
    /// The names that the program carries.
    static let standard = PlaceGazetteer(
        provinces: CSVTable(PackageResources.provinces_csv), districts: CSVTable(PackageResources.districts_csv))

    /// What a name stands for; some stand for a province and a district.
    private struct Kinds: OptionSet {
        let rawValue: UInt8
        static let province = Kinds(rawValue: 1)
        /// A province that is a city run by the centre.
        static let city = Kinds(rawValue: 2)
        static let district = Kinds(rawValue: 4)
    }

    private var names = NameTree<Kinds>()
    /// Words of the longest name.
    private(set) var longest = 0

    init(provinces: CSVTable, districts: CSVTable) {
        for row in provinces.rows {
            for name in [row["name"]] + row.values("aliases") {
                add(name, row["kind"] == "Thành phố" ? [.province, .city] : .province)
            }
        }
        for row in districts.rows { add(row["name"], .district) }
    }

    private mutating func add(_ name: String, _ kinds: Kinds) {
        let keys = Phrase(name).keys
        names.update(Self.words(keys)) { $0 = kinds.union($0 ?? []) }
        longest = max(longest, keys.count)
    }

    /// Whether word keys name a province, as of any time.
    func isProvince(_ keys: some Sequence<String>) -> Bool { kinds(keys).contains(.province) }

    /// Whether word keys name a city that stands on the level of a province.
    func isCentralCity(_ keys: some Sequence<String>) -> Bool { kinds(keys).contains(.city) }

    /// Whether word keys name a district, a town or a city within a province.
    func isDistrict(_ keys: some Sequence<String>) -> Bool { kinds(keys).contains(.district) }

    /// Words only, so that `Bà Rịa - Vũng Tàu` is found with and without its dash.
    private static func words(_ keys: some Sequence<String>) -> [String] {
        keys.filter { key in
            guard let byte = key.utf8.first, byte < 0x80 else {
                return key.first.map { $0.isLetter || $0.isNumber } ?? false
            }
            return CharacterClass.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
        }
    }

    private func kinds(_ keys: some Sequence<String>) -> Kinds { names[Self.words(keys)] ?? [] }
}
