import VanBanModel

extension CalendarDate {
    /// As Vietnamese documents print it in figures: `14/02/2022`.
    var printed: String {
        (day < 10 ? "0\(day)" : "\(day)") + (month < 10 ? "/0\(month)" : "/\(month)") + "/\(year)"
    }
}

extension Part {
    /// What the part is called: as printed, or else by its kind's name.
    var name: String { typeName ?? kind.rawValue }
}
