import VanBanModel
import VanBanReading

/// Whose document it is, and when: what `UBND tỉnh` and `Phòng Kinh tế` mean in it.
struct Speaker: Sendable, Hashable {
    /// The day of issue, else the first day of the time that is planned for.
    var day: CalendarDate?
    /// The level of the body that issues it.
    var level: TerritoryLevel?
    var province: AgencyPlace?
    var district: AgencyPlace?
    var commune: AgencyPlace?

    /// The speaker's territory on a level; nil where the speaker belongs to none or it is not known.
    func place(on level: TerritoryLevel) -> AgencyPlace? {
        switch level {
        case .province: return province
        case .district: return district
        case .commune: return commune
        case .settlement: return nil
        }
    }

    /// The smallest territory of the speaker within which all of a level's stand.
    func enclosing(_ level: TerritoryLevel) -> AgencyPlace? {
        switch level {
        case .province: return province
        case .district: return district ?? province
        case .commune, .settlement: return commune ?? district ?? province
        }
    }

    /// Takes a place where none of its level is known yet.
    mutating func take(_ place: AgencyPlace) {
        switch place.level {
        case .province: province = province ?? place
        case .district: district = district ?? place
        case .commune: commune = commune ?? place
        }
    }
}

extension TerritoryLevel {
    /// The level above.
    var above: TerritoryLevel? {
        switch self {
        case .province: return nil
        case .district: return .province
        case .commune: return .district
        case .settlement: return .commune
        }
    }

    /// The level of that name.
    init?(name: String) {
        switch name {
        case "province": self = .province
        case "district": self = .district
        case "commune": self = .commune
        default: return nil
        }
    }

    /// How far below the centre: 1 for a province.
    var depth: Int {
        switch self {
        case .province: return 1
        case .district: return 2
        case .commune: return 3
        case .settlement: return 4
        }
    }
}
