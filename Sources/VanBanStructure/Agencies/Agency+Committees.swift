import VanBanModel

extension Agency {
    /// Whether it stands for the people's committees of a whole level (`UBND cấp huyện`, `UBND các xã, phường`): of these
    /// none is left that could help where all of them lead.
    package var isOfCommittees: Bool {
        collective && (name.map { $0.hasPrefix("UBND cấp ") } ?? false)
    }
}
