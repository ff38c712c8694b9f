import VanBanModel
import VanBanReading

/// The provinces and districts of the country, for telling a place from other words and for their codes.
struct PlaceGazetteer: Sendable {
    /// The names that the program carries.
    static let standard = PlaceGazetteer(
        provinces: CSVTable(PackageResources.provinces_csv), districts: DistrictTable.standard)

    /// A province or a city run by the centre, as of some time.
    struct Province: Sendable, Hashable {
        var name: String
        var code: String
        /// `Tỉnh` or `Thành phố`.
        var kind: String
        var validFrom: CalendarDate?
        var validTo: CalendarDate?
        /// The name of the province that it went into.
        var successor: String?
    }

    /// The rows of one name: before and after 1 July 2025, before and after a province became a city.
    private struct Rows: Sendable {
        var positions: [Int]
        var isCity: Bool
    }

    private let provinces: CSVTable
    private let districts: DistrictTable
    private var names = NameTree<Rows>()
    /// Words of the longest name.
    private(set) var longest = 4

    init(provinces: CSVTable, districts: DistrictTable) {
        self.provinces = provinces
        self.districts = districts
        let name = provinces.position(of: "name")
        let kind = provinces.position(of: "kind")
        let aliases = provinces.position(of: "aliases")
        for (position, row) in provinces.rows.enumerated() {
            let isCity = row.holds("Thành phố", at: kind)
            add(row[name], position, isCity: isCity)
            if row.isEmpty(at: aliases) { continue }
            for alias in row.values(aliases) { add(alias, position, isCity: isCity) }
        }
    }

    private mutating func add(_ name: String, _ position: Int, isCity: Bool) {
        let keys = Phrase(name).keys
        names.update(Self.words(keys)) { rows in
            rows = Rows(positions: (rows?.positions ?? []) + [position], isCity: isCity || (rows?.isCity ?? false))
        }
        longest = max(longest, keys.count)
    }

    /// Whether word keys name a province, as of any time.
    func isProvince(_ keys: some Sequence<String>) -> Bool { names[Self.words(keys)] != nil }

    /// Whether word keys name a city that stands on the level of a province.
    func isCentralCity(_ keys: some Sequence<String>) -> Bool { names[Self.words(keys)]?.isCity ?? false }

    /// Whether word keys name a district, a town or a city within a province.
    func isDistrict(_ keys: some Sequence<String>) -> Bool { !districts.rows(of: Self.words(keys)).isEmpty }

    /// The province of a name on a day; without a day the one that a name stood for before 1 July 2025, which is in all
    /// that is asked of it here (name and code) the same but where it went into another.
    func province(_ keys: some Sequence<String>, on day: CalendarDate?) -> Province? {
        guard let rows = names[Self.words(keys)] else { return nil }
        let found = rows.positions.map(province)
        guard let day else { return found.first }
        let fitting = found.first { province in
            province.validFrom.map { $0 <= day } ?? true && province.validTo.map { $0 >= day } ?? true
        }
        return fitting ?? found.first
    }

    /// The districts of a name, within a province where one is given.
    func districts(_ keys: some Sequence<String>, in province: String?) -> [DistrictTable.District] {
        let found = districts.rows(of: Self.words(keys))
        guard let province else { return found }
        return found.filter { $0.province == province }
    }

    /// How many tokens the longest name of a province takes that begins at a token; 0 where none does.
    func longestProvince(in tokens: ArraySlice<Token>) -> Int {
        var place = names.root
        var best = 0
        for (offset, token) in tokens.enumerated() {
            if case .sign = token.kind {
                if token.isSign("-"), offset > 0 { continue }
                break
            }
            guard let next = names.next(token.key, from: place) else { break }
            place = next
            if names.value(at: place) != nil { best = offset + 1 }
        }
        return best
    }

    private func province(at position: Int) -> Province {
        let row = provinces.rows[position]
        let successor = row["successor"]
        return Province(
            name: row["name"], code: row["gso_code"], kind: row["kind"],
            validFrom: CalendarDate(iso: row["valid_from"]),
            validTo: CalendarDate(iso: row["valid_to"]), successor: successor.isEmpty ? nil : successor)
    }

    /// Words only, so that `Bà Rịa - Vũng Tàu` is found with and without its dash.
    private static func words(_ keys: some Sequence<String>) -> [String] {
        keys.filter { key in
            guard let byte = key.utf8.first, byte < 0x80 else {
                return key.first.map { $0.isLetter || $0.isNumber } ?? false
            }
            return CharacterClass.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
        }
    }
}
