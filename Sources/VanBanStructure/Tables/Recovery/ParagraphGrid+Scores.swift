import VanBanModel
import VanBanReading

extension ParagraphGrid {
    /// What speaks for and against a piece in a cell, in tenths of a point.
    ///
    /// All readings of a table are compared by the sum of these; no single one decides.
    struct Scores: Sendable {
        let roles: [ColumnRole?]
        let setting: Setting
        let number: Int?
        /// The column of the activities where the field that they belong to has a column of its own: its cells and
        /// those of the number's column are merged over the rows of a field.
        let activity: Int?

        init(roles: [ColumnRole?], setting: Setting) {
            self.roles = roles
            self.setting = setting
            number = roles.firstIndex(of: .number)
            activity = roles.firstIndex(of: .group).flatMap { group in
                roles.firstIndex(of: .task).flatMap { $0 > group ? $0 : nil }
            }
        }

        // MARK: A piece in a column

        /// How well a piece suits a column as the beginning of its cell.
        func fit(_ piece: Likeness, isEmptyCell: Bool, in column: Int) -> Int {
            let role = roles[column]
            if isEmptyCell { return emptyFit(role) }
            if piece.number != nil, role != .number { return role == nil || role == .note ? -20 : -60 }
            if piece.isGroupHeading, role != .number, role != .task, role != .group { return -60 }
            switch role {
            case .number: return piece.number == nil ? -300 : 60
            case .task: return taskFit(piece)
            case .outputs: return outputsFit(piece)
            case .lead, .coordinating, .responsibility: return agencyFit(piece, role)
            case .deadline: return deadlineFit(piece)
            case .funding: return fundingFit(piece)
            case .note: return noteFit(piece)
            case .group: return taskFit(piece) / 2
            case nil: return 0
            }
        }

        private func emptyFit(_ role: ColumnRole?) -> Int {
            switch role {
            case .task: return -60
            case .number, .lead, .responsibility: return -10
            case .outputs, .deadline: return -5
            default: return 0
            }
        }

        private func taskFit(_ piece: Likeness) -> Int {
            var fit = piece.words >= 8 ? 30 : (piece.words >= 4 ? 15 : 0)
            if piece.isCapitals { fit += 10 }
            if piece.agency == .strong { fit -= 30 }
            if piece.time == .strong { fit -= 30 }
            if piece.funding == .strong { fit -= 40 }
            if piece.isBullet { fit -= 5 }
            return fit
        }

        private func outputsFit(_ piece: Likeness) -> Int {
            var fit = piece.output == .strong ? 25 : 0
            if piece.isBullet { fit += 10 }
            if piece.agency == .strong { fit -= 30 }
            if piece.time == .strong, piece.output != .strong { fit -= 30 }
            if piece.funding == .strong { fit -= 30 }
            return fit
        }

        private func agencyFit(_ piece: Likeness, _ role: ColumnRole?) -> Int {
            var fit: Int
            switch piece.agency {
            case .strong: fit = 40
            case .some: fit = 20
            case .none: fit = -35
            }
            if piece.words > 25 { fit -= 10 }
            if piece.time == .strong, piece.agency == .none { fit -= 15 }
            if role == .lead, piece.isBullet { fit -= 5 }
            if piece.agency != .none, piece.isCollective == (role == .coordinating) { fit += 5 }
            return fit
        }

        private func deadlineFit(_ piece: Likeness) -> Int {
            if piece.funding == .strong { return -40 }
            var fit: Int
            switch piece.time {
            case .strong: fit = 45
            case .some: fit = piece.words > 12 ? 10 : 20
            case .none: fit = -30
            }
            if piece.agency == .strong { fit -= 30 }
            return fit
        }

        private func noteFit(_ piece: Likeness) -> Int {
            var fit = piece.words >= 12 ? -15 : 0
            if piece.agency == .strong || piece.time == .strong { fit -= 20 }
            return fit
        }

        private func fundingFit(_ piece: Likeness) -> Int {
            if piece.funding == .strong { return 45 }
            if piece.funding == .some { return 20 }
            return piece.agency == .strong ? -35 : -15
        }

        // MARK: Between pieces

        /// What it costs or brings that a piece goes on in the cell of the piece before it.
        func goingOn(_ piece: Likeness, _ place: Piece, after last: Likeness, lastIsEmptyCell: Bool, in column: Int)
            -> Int
        {
            if place.isEmptyCell || lastIsEmptyCell { return -80 }
            if roles[column] == .number { return -300 }
            if piece.isGroupHeading { return -80 }
            var score = piece.words >= 12 && !piece.isBullet ? -35 : -25
            if piece.startsLower { score += 22 }
            if last.end == 0x3B || last.end == 0x2C { score += 22 }
            if last.end == 0x3A { score += 28 }
            if piece.isBullet { score += last.isBullet ? 22 : 4 }
            if last.isBullet, !piece.isBullet, !piece.startsLower { score -= 12 }
            if column == activity, piece.activity != nil { score -= 60 }
            if !piece.isBullet, piece.label != nil { score += 12 }
            if isGlued(place) { score += 35 }
            let suits = fit(piece, isEmptyCell: false, in: column)
            return min(score, 10) + (suits > 0 ? suits / 2 : suits)
        }

        /// What it costs that a cell begins with a piece.
        func opening(_ piece: Likeness, _ place: Piece, after last: Likeness) -> Int {
            if place.isEmptyCell || piece.number != nil { return isGlued(place) ? -20 : 0 }
            var score = 0
            if piece.startsLower { score -= 15 }
            if last.end == 0x3B || last.end == 0x2C || last.end == 0x3A { score -= 12 }
            if isGlued(place) { score -= 50 }
            return score
        }

        private func isGlued(_ place: Piece) -> Bool {
            setting.isSpaced && place.blankLinesBefore == 0 && !place.pageBreakBefore
        }

        /// What it costs that a column has no piece at all, not even an empty one.
        func missing(_ column: Int) -> Int {
            if setting.hasEmptyCells { return roles[column] == .number ? -70 : -90 }
            switch roles[column] {
            case .note: return -15
            case .funding, nil: return -25
            case .number: return -60
            default: return -60
            }
        }
    }
}
