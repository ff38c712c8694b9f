import VanBanReading

/// The names of provinces and districts, for telling a place from other words.
struct PlaceGazetteer: Sendable {
    /// The names that the program carries.
    static let standard = PlaceGazetteer(
        provinces: CSVTable(PackageResources.provinces_csv), districts: CSVTable(PackageResources.districts_csv))

    private var provinces: Set<String> = []
    /// Provinces that are cities run by the centre.
    private var cities: Set<String> = []
    private var districts: Set<String> = []
    /// Words of the longest name.
    private(set) var longest = 0

    init(provinces: CSVTable, districts: CSVTable) {
        for row in provinces.rows {
            for name in [row["name"]] + row.values("aliases") {
                let keys = Phrase(name).keys
                self.provinces.insert(Self.key(keys))
                if row["kind"] == "Thành phố" { cities.insert(Self.key(keys)) }
                longest = max(longest, keys.count)
            }
        }
        for row in districts.rows {
            let keys = Phrase(row["name"]).keys
            self.districts.insert(Self.key(keys))
            longest = max(longest, keys.count)
        }
    }

    /// Whether word keys name a province, as of any time.
    func isProvince(_ keys: some Sequence<String>) -> Bool { provinces.contains(Self.key(keys)) }

    /// Whether word keys name a city that stands on the level of a province.
    func isCentralCity(_ keys: some Sequence<String>) -> Bool { cities.contains(Self.key(keys)) }

    /// Whether word keys name a district, a town or a city within a province.
    func isDistrict(_ keys: some Sequence<String>) -> Bool { districts.contains(Self.key(keys)) }

    /// Words only, so that `Bà Rịa - Vũng Tàu` is found with and without its dash.
    private static func key(_ keys: some Sequence<String>) -> String {
        keys.filter { $0.first.map { $0.isLetter || $0.isNumber } ?? false }.joined(separator: " ")
    }
}
