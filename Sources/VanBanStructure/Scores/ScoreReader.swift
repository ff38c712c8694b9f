import VanBanModel
import VanBanReading

/// Reads what running text tells of an index: score, group, change, earlier year, rank, components.
struct ScoreReader {
    private let gazetteer: IndexGazetteer
    private let index: String
    private(set) var diagnostics: [Diagnostic] = []

    init(index: String, gazetteer: IndexGazetteer = .shared) {
        self.index = index
        self.gazetteer = gazetteer
    }

    private static let reached = WordKey.of("đạt")
    private static let points = WordKey.of("điểm")
    private static let year = WordKey.of("năm")
    private static let rises: Set<String> = [WordKey.of("tăng")]
    private static let falls: Set<String> = [WordKey.of("giảm")]
    private static let places: Set<String> = [WordKey.of("bậc"), WordKey.of("hạng")]
    private static let ranked = Phrase.list([
        "xếp hạng", "xếp thứ", "đứng thứ", "xếp vị thứ", "xếp vị trí thứ", "đứng vị trí thứ",
    ])
    private static let dimensionNumber = Phrase.list(["chỉ số nội dung", "nội dung", "trục nội dung", "chỉ số"])
    private static let region = Phrase.list(["các tỉnh khu vực", "tỉnh khu vực", "khu vực", "các tỉnh vùng", "vùng"])
    private static let list = Phrase.list([
        "chỉ số nội dung được xếp", "chỉ số nội dung rơi", "chỉ số nội dung xếp", "chỉ số nội dung thuộc",
        "chỉ số nội dung nằm", "nội dung được xếp", "nội dung rơi", "nội dung xếp", "nội dung thuộc",
    ])

    /// The scores that one paragraph tells. A forecast (`phấn đấu đạt …`) is none.
    /// - Parameters:
    ///   - heading: the heading that the paragraph stands under, for the dimension's number and name.
    ///   - year: the year that the text before was about.
    mutating func scores(
        in stretch: Stretch, heading: Stretch?, ordinal: Int?, year: Int?, of text: SourceText
    ) -> [IndexScore] {
        let tokens = TokenText(stretch, in: text)
        var found = listedGroups(tokens, year: year)
        if let score = statement(tokens, heading: heading.map { TokenText($0, in: text) }, ordinal: ordinal, stretch) {
            found.insert(contentsOf: score, at: 0)
        }
        return found
    }

    // MARK: One result told in sentences

    private mutating func statement(
        _ tokens: TokenText, heading: TokenText?, ordinal: Int?, _ stretch: Stretch
    ) -> [IndexScore]? {
        guard let main = mainScore(tokens) else { return nil }
        var score = IndexScore(id: "", index: index, location: tokens.source.location(of: stretch.hull))
        score.score = main.value
        score.year = yearBefore(main.at, tokens)
        score.dimension = dimension(tokens, before: main.at, heading: heading, ordinal: ordinal)
        var rest = main.end
        var regional: IndexScore?
        var depth = 0
        while rest < tokens.tokens.count {
            let token = tokens.tokens[rest]
            if token.isSign("(") { depth += 1 }
            if token.isSign(")") { depth = max(0, depth - 1) }
            if depth > 0, score.previous?.score == nil, let earlier = earlierYear(rest, tokens) {
                score.previous = earlier.previous
                rest = earlier.end
                continue
            }
            if depth == 0 {
                if score.groupText == nil, score.previous?.group == nil, let group = ResultGroups.at(rest, in: tokens) {
                    score.groupText = group.text
                    score.group = group.group
                    if group.group == nil { reportGroup(group.text, tokens, rest) }
                    rest = group.end
                    continue
                }
                if let rank = rank(rest, tokens) {
                    if rank.isRegional || (score.rank != nil && rank.region != nil) {
                        var other = IndexScore(id: "", index: index, location: score.location)
                        other.dimension = score.dimension
                        other.year = score.year
                        other.rank = rank.rank
                        other.region = rank.region
                        regional = other
                    } else if score.rank == nil {
                        score.rank = rank.rank
                    }
                    rest = rank.end
                    continue
                }
                if let change = change(rest, tokens) {
                    if change.isPlaces {
                        if regional != nil {
                            regional?.rank?.change = change.signedPlaces
                        } else {
                            score.rank?.change = change.signedPlaces
                        }
                    } else if score.change == nil, let amount = change.amount {
                        score.change = .init(direction: change.rises ? .increase : .decrease, amount: amount)
                    }
                    rest = change.end
                    continue
                }
                if let compared = comparedYear(rest, tokens), score.previous == nil {
                    score.previous = .init(year: compared, score: nil, group: nil)
                }
            }
            rest += 1
        }
        Components.read(tokens, into: &score, &diagnostics)
        check(score, tokens)
        return [score] + (regional.map { [$0] } ?? [])
    }

    /// `đạt 4,8918 điểm`, outside of brackets and not a goal.
    private func mainScore(_ tokens: TokenText) -> (value: Double, at: Int, end: Int)? {
        var depth = 0
        for (position, token) in tokens.tokens.enumerated() {
            if token.isSign("(") { depth += 1 }
            if token.isSign(")") { depth = max(0, depth - 1) }
            guard depth == 0, token.key == Self.reached else { continue }
            for next in (position + 1)...(position + 3) {
                guard next < tokens.tokens.count else { break }
                guard let number = DecimalNumber.at(next, in: tokens) else { continue }
                let after = next + number.length
                guard after < tokens.tokens.count, tokens.tokens[after].key == Self.points else { break }
                if isGoal(position, tokens) { break }
                return (number.value, position, after + 1)
            }
        }
        return nil
    }

    private static let goals = Phrase.list([
        "phấn đấu", "mục tiêu", "chỉ tiêu", "để đạt", "nhằm đạt", "ít nhất", "tối thiểu",
    ])

    private func isGoal(_ position: Int, _ tokens: TokenText) -> Bool {
        var index = position
        while index >= 0, index > position - 25 {
            if tokens.tokens[index].isSign(".") || tokens.tokens[index].isSign(";") { return false }
            if tokens.firstMatch(Self.goals, at: index) != nil { return true }
            index -= 1
        }
        return false
    }

    private func yearBefore(_ position: Int, _ tokens: TokenText) -> Int? {
        var index = position
        while index > 0 {
            index -= 1
            if tokens.tokens[index].key == Self.year, let value = tokens.tokens[index + 1].value,
                (1990...2100).contains(value)
            {
                return value
            }
        }
        return nil
    }

    private func dimension(
        _ tokens: TokenText, before position: Int, heading: TokenText?, ordinal: Int?
    ) -> IndexScore.Dimension? {
        var number: String?
        var name: String?
        if let told = numberedDimension(tokens, upTo: position) {
            number = told.number
            name = told.name
        }
        let head = heading.flatMap { numberedDimension($0, upTo: $0.tokens.count) }
        number = number ?? head?.number
        let isAboutDimension =
            head != nil || number != nil
            || tokens.tokens[..<position].indices.contains {
                tokens.firstMatch(Self.dimensionNumber, at: $0) != nil && !mentionsWhole(tokens, $0)
            }
        guard isAboutDimension else { return nil }
        name = name ?? head?.name
        if number == nil, let heading, let known = gazetteerDimension(heading) { number = known.number }
        if number == nil, let ordinal { number = String(ordinal) }
        if name == nil, let heading { name = quoted(heading).first }
        let known = number.flatMap { gazetteer.dimension($0, of: index) }
        return .init(number: number, code: known?.code, name: name ?? known?.name)
    }

    private func mentionsWhole(_ tokens: TokenText, _ position: Int) -> Bool {
        tokens.tokens[position...].prefix(4).contains { IndexNames.index(in: tokens) == index && $0.isAllUpper }
    }

    private func gazetteerDimension(_ tokens: TokenText) -> IndexGazetteer.Dimension? {
        for position in tokens.tokens.indices {
            if let found = gazetteer.dimension(of: index, at: position, in: tokens) { return found.dimension }
        }
        return nil
    }

    /// `chỉ số nội dung 2 “Công khai minh bạch …”`
    private func numberedDimension(_ tokens: TokenText, upTo end: Int) -> (number: String?, name: String?)? {
        for position in 0..<max(0, min(end, tokens.tokens.count)) {
            guard let phrase = tokens.firstMatch(Self.dimensionNumber, at: position) else { continue }
            let next = position + phrase.keys.count
            guard next < tokens.tokens.count else { continue }
            if let value = tokens.tokens[next].value, (1...20).contains(value) {
                let name = quoted(tokens, from: next + 1, upTo: end).first
                return (String(value), name)
            }
            if tokens.tokens[next].isSign("\"") {
                let name = quoted(tokens, from: next, upTo: end).first
                let known = gazetteer.dimension(of: index, at: next + 1, in: tokens)?.dimension
                return (known?.number, name)
            }
        }
        return nil
    }

    private func quoted(_ tokens: TokenText, from start: Int = 0, upTo end: Int? = nil) -> [String] {
        Components.quoted(tokens, from: start, upTo: end ?? tokens.tokens.count)
    }

    /// `năm 2022 đạt 4,7769 điểm … nhóm …` inside brackets.
    private mutating func earlierYear(_ position: Int, _ tokens: TokenText) -> (
        previous: IndexScore.Previous, end: Int
    )? {
        guard tokens.tokens[position].key == Self.year, position + 1 < tokens.tokens.count,
            let year = tokens.tokens[position + 1].value, (1990...2100).contains(year)
        else { return nil }
        var previous = IndexScore.Previous(year: year, score: nil, group: nil)
        var index = position + 2
        while index < tokens.tokens.count, !tokens.tokens[index].isSign(")") {
            if previous.score == nil, let number = DecimalNumber.at(index, in: tokens) {
                previous.score = number.value
                index += number.length
                continue
            }
            if previous.group == nil, let group = ResultGroups.at(index, in: tokens) {
                previous.group = group.group?.rawValue ?? group.text
                if group.group == nil { reportGroup(group.text, tokens, index) }
                index = group.end
                continue
            }
            index += 1
        }
        return previous.score == nil ? nil : (previous, index)
    }

    private struct ChangeFound {
        var rises: Bool
        var amount: Double?
        var isPlaces: Bool
        var end: Int
        var signedPlaces: Int? { amount.map { Int(rises ? $0 : -$0) } }
    }

    /// `tăng 0,1149 điểm`, `giảm 3 bậc`
    private func change(_ position: Int, _ tokens: TokenText) -> ChangeFound? {
        let key = tokens.tokens[position].key
        guard Self.rises.contains(key) || Self.falls.contains(key) else { return nil }
        guard let number = DecimalNumber.at(position + 1, in: tokens) else { return nil }
        let after = position + 1 + number.length
        guard after < tokens.tokens.count else { return nil }
        let isPlaces = Self.places.contains(tokens.tokens[after].key)
        guard isPlaces || tokens.tokens[after].key == Self.points else { return nil }
        return ChangeFound(rises: Self.rises.contains(key), amount: number.value, isPlaces: isPlaces, end: after + 1)
    }

    private static let compared = Phrase("so với năm")

    private func comparedYear(_ position: Int, _ tokens: TokenText) -> Int? {
        guard tokens.matches(Self.compared, at: position), position + 3 < tokens.tokens.count else { return nil }
        return tokens.tokens[position + 3].value
    }

    private struct RankFound {
        var rank: IndexScore.Rank
        var region: String?
        var isRegional: Bool
        var end: Int
    }

    /// `xếp hạng 24/61 tỉnh, thành phố`, `xếp thứ 3/13 các tỉnh khu vực Đồng bằng sông Cửu Long`
    private func rank(_ position: Int, _ tokens: TokenText) -> RankFound? {
        guard let phrase = tokens.firstMatch(Self.ranked, at: position) else { return nil }
        let start = position + phrase.keys.count
        guard start < tokens.tokens.count, let place = tokens.tokens[start].value else { return nil }
        var rank = IndexScore.Rank(position: place, of: nil, change: nil)
        var end = start + 1
        if end + 1 < tokens.tokens.count, tokens.tokens[end].isSign("/"), let of = tokens.tokens[end + 1].value {
            rank.of = of
            end += 2
        }
        guard end < tokens.tokens.count, let region = tokens.firstMatch(Self.region, at: end) else {
            return RankFound(rank: rank, region: nil, isRegional: false, end: end)
        }
        let nameStart = end + region.keys.count
        var nameEnd = nameStart
        var sawLower = 0
        while nameEnd < tokens.tokens.count, tokens.tokens[nameEnd].kind == .word {
            // `Đồng bằng sông Cửu Long sau Bạc Liêu`: the name ends before a small word that no name holds.
            if Self.afterRegion.contains(tokens.tokens[nameEnd].key) { break }
            sawLower += tokens.tokens[nameEnd].startsUpper ? 0 : 1
            nameEnd += 1
        }
        let name = nameEnd > nameStart ? tokens.string(nameStart..<nameEnd) : nil
        return RankFound(rank: rank, region: name, isRegional: name != nil, end: nameEnd)
    }

    private static let afterRegion: Set<String> = Set(
        ["sau", "tăng", "giảm", "và", "so", "năm", "trong", "đứng", "xếp", "trên", "của"].map(WordKey.of))

    // MARK: Groups told in a list

    /// `03 chỉ số nội dung được xếp trong nhóm Cao nhất (A, B và C)`
    private func listedGroups(_ tokens: TokenText, year: Int?) -> [IndexScore] {
        var found: [IndexScore] = []
        for position in tokens.tokens.indices {
            guard let phrase = tokens.firstMatch(Self.list, at: position), position > 0,
                tokens.tokens[position - 1].kind == .number
            else { continue }
            var index = position + phrase.keys.count
            let limit = min(tokens.tokens.count, index + 8)
            while index < limit, ResultGroups.at(index, in: tokens) == nil { index += 1 }
            guard index < limit, let group = ResultGroups.at(index, in: tokens), group.end < tokens.tokens.count,
                tokens.tokens[group.end].isSign("(")
            else { continue }
            var inside = group.end + 1
            while inside < tokens.tokens.count, !tokens.tokens[inside].isSign(")") {
                guard let known = gazetteer.dimension(of: self.index, at: inside, in: tokens) else {
                    inside += 1
                    continue
                }
                let words = inside..<(inside + known.length)
                var score = IndexScore(
                    id: "", index: self.index, location: tokens.source.location(of: tokens.stretch(words).hull))
                score.dimension = .init(
                    number: known.dimension.number, code: known.dimension.code, name: tokens.string(words))
                score.year = year ?? yearBefore(position, tokens)
                score.group = group.group
                score.groupText = group.text
                found.append(score)
                inside += known.length
            }
        }
        return found
    }

    // MARK: Checks

    private mutating func reportGroup(_ words: String, _ tokens: TokenText, _ position: Int) {
        diagnostics.append(
            Diagnostic(
                .unknownGroup, at: tokens.source.location(of: tokens.tokens[position].range), arguments: [words]))
    }

    private mutating func check(_ score: IndexScore, _ tokens: TokenText) {
        guard let now = score.score, let before = score.previous?.score, let change = score.change,
            let amount = change.amount
        else { return }
        let difference = ((now - before) * 10000).rounded() / 10000
        let stated = change.direction == .decrease ? -amount : amount
        if abs(difference - stated) > 0.00015 {
            diagnostics.append(
                Diagnostic(
                    .changeMismatch, at: score.location,
                    arguments: [score.dimension?.name ?? score.index, Self.text(stated), Self.text(difference)]))
        }
    }

    private static func text(_ value: Double) -> String {
        let sign = value < 0 ? "-" : ""
        let scaled = Int((abs(value) * 10000).rounded())
        var fraction = String(10000 + scaled % 10000).dropFirst()
        while fraction.last == "0" { fraction = fraction.dropLast() }
        return sign + String(scaled / 10000) + (fraction.isEmpty ? "" : "," + fraction)
    }
}
