import VanBanStructure

/// A name as a person asks by it: any of the ways in which it is written, with diacritics or without.
struct AskedName {
    private let text: String

    init(_ text: String) { self.text = text }

    /// Letters and figures alone, so that `Sở TT&TT`, `so tttt` and `SoTTTT` are the same.
    private static func compact(_ text: String) -> String {
        QueryWords.of(text).filter { $0 != " " }
    }

    /// The ids of the agencies that are called so. `BCT` is the name of two.
    var agencies: [String] {
        let asked = Self.compact(text)
        guard !asked.isEmpty else { return [] }
        return KnownName.agencies.filter { $0.forms.contains { Self.compact($0) == asked } }.map(\.key)
    }

    /// What is asked for, `UBND` and the like written out; as words (see ``QueryWords``), each way once.
    var wordings: [String] {
        let asked = QueryWords.of(text)
        var written = asked
        for (short, long) in Self.abbreviations { written = written.replacing(" \(short) ", with: " \(long) ") }
        return asked.isEmpty ? [] : written == asked ? [asked] : [asked, written]
    }

    /// In letters without diacritics, as ``QueryWords`` has them.
    private static let abbreviations = [
        ("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("mttq", "mat tran to quoc"), ("vp", "van phong"),
        ("ttpvhcc", "trung tam phuc vu hanh chinh cong"),
    ]

    /// The wordings of a place: those of a province's other names among them, `tỉnh` and `thành phố` aside.
    var places: [String] {
        var bare = QueryWords.of(text)
        for noun in Self.provinceNouns where bare.hasPrefix(noun) && bare.utf8.count > noun.utf8.count {
            bare = String(bare.dropFirst(noun.count - 1))
            break
        }
        let names = KnownName.provinces.filter { province in
            province.forms.contains { [bare, QueryWords.of(text)].contains(QueryWords.of($0)) }
        }
        var places: [String] = []
        for place in wordings + names.flatMap(\.forms).map(QueryWords.of) where !places.contains(place) {
            places.append(place)
        }
        return places
    }

    private static let provinceNouns = [" tinh ", " thanh pho ", " tp "]

    /// The names of the indexes that are meant; the text itself where it is none that is known.
    var indexes: [String] {
        let asked = QueryWords.of(text)
        let known = KnownName.indexes.filter { $0.forms.contains { QueryWords.of($0) == asked } }.map(\.key)
        return known.isEmpty ? [text] : Set(known).sorted()
    }

    /// The codes of all dimensions of some indexes.
    static func dimensionCodes(of indexes: [String]) -> [String] {
        Set(KnownName.dimensions.filter { $0.index.map(indexes.contains) ?? false }.map(\.key)).sorted()
    }

    /// The codes of the dimensions that are meant by code (`PAPI-4`, `papi 4`) or by a name of theirs.
    var dimensions: [String] {
        let asked = QueryWords.of(text)
        let code = Self.code(text)
        let known = KnownName.dimensions.filter { dimension in
            Self.code(dimension.key) == code || dimension.forms.contains { QueryWords.of($0) == asked }
        }
        return Set(known.map(\.key)).sorted()
    }

    /// The number where a dimension is asked for by it: `4`, `1.2`, `nội dung số 4`.
    var dimensionNumber: String? {
        let pieces = text.split(whereSeparator: \.isWhitespace)
        guard let last = pieces.last, last.first?.isNumber == true,
            last.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E })
        else { return nil }
        let words = QueryWords.of(pieces.dropLast().joined(separator: " ")).split(separator: " ")
        return words.allSatisfy { Self.dimensionNouns.contains(String($0)) } ? String(last) : nil
    }

    private static let dimensionNouns: Set<String> = [
        "chi", "so", "noi", "dung", "truc", "linh", "vuc", "thanh", "phan", "dimension",
    ]

    /// A code in small letters and figures: dots tell `PAPI-1.1` from `PAPI-11`.
    private static func code(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "." })
    }
}
