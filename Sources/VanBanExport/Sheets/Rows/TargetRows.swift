import VanBanModel

extension RecordSheets {
    var targetRows: [SheetRow] {
        guard !record.targets.isEmpty else { return [] }
        let sequences = Dictionary(record.tasks.map { ($0.id, $0.sequence) }, uniquingKeysWith: { first, _ in first })
        return record.targets.map { target in
            row(
                [
                    .text(target.part), SheetValue(target.section), SheetValue(target.table),
                    SheetValue(target.task.flatMap { sequences[$0] }), .text(target.text), SheetValue(target.measure),
                    .text(target.comparator.rawValue), .number(target.value), SheetValue(target.upper),
                    SheetValue(target.unit), SheetValue(target.direction?.rawValue), SheetValue(target.baseline),
                    SheetValue(target.index), SheetValue(target.dimension?.number), SheetValue(target.dimension?.code),
                    SheetValue(target.dimension?.name), SheetValue(target.year), SheetValue(target.date?.text),
                    SheetValue(target.date?.start), SheetValue(target.date?.end),
                    SheetValue(target.date?.bound?.rawValue),
                ], at: target.location)
        }
    }
}
