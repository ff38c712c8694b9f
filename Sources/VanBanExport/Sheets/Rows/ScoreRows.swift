import VanBanModel

extension RecordSheets {
    var scoreRows: [SheetRow] {
        record.indexScores.map { score in
            row(
                [
                    SheetValue(part(at: score.location)), .text(score.index), SheetValue(score.unit),
                    SheetValue(score.dimension?.number), SheetValue(score.dimension?.code),
                    SheetValue(score.dimension?.name), SheetValue(score.year), SheetValue(score.score),
                    SheetValue(score.percent), SheetValue(score.maximum), SheetValue(score.group?.rawValue),
                    SheetValue(score.groupText), SheetValue(score.change?.direction.rawValue),
                    SheetValue(score.change?.amount), SheetValue(score.previous?.year),
                    SheetValue(score.previous?.score), SheetValue(score.previous?.group),
                    SheetValue(score.rank?.position), SheetValue(score.rank?.of), SheetValue(score.rank?.change),
                    SheetValue(score.region), SheetValue(list: score.componentsUp),
                    SheetValue(list: score.componentsDown),
                ], at: score.location)
        }
    }

    private func part(at location: Location) -> String? {
        record.parts.last { $0.location.start <= location.start && location.start < $0.location.end }?.id
    }
}
