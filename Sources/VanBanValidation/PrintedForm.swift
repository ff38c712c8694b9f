import VanBanModel

extension CalendarDate {
    /// As Vietnamese documents print it in figures: `14/02/2022`.
    var printed: String {
        (day < 10 ? "0\(day)" : "\(day)") + (month < 10 ? "/0\(month)" : "/\(month)") + "/\(year)"
    }
}

extension Part {
    /// What the part is called.
    var name: String { calledName }
}
