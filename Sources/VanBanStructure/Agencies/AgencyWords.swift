/// The words that show where an agency begins, what makes a collective, and what is said beside the name.
enum AgencyWords {
    // MARK: - Heads

    /// Beginnings of agency names that are nothing else, whatever their case.
    static let heads = Lexicon.index(.agencyHeads)

    /// One-syllable heads, which are heads only with a capital and a name behind them.
    static let capitalHeads = Lexicon.index(.capitalAgencyHeads)

    /// Heads that are written with one or two letters and a full stop: `P. Đào tạo`, `K. Luật`, `TT. CNTT`.
    static let shortHeads = Lexicon.index(.shortAgencyHeads)

    /// Heads that may stand in small letters within a list.
    static let smallHeads = Lexicon.index(.smallAgencyHeads)

    /// Words after a capital head that make it something else: `báo cáo`, `bộ tài liệu`.
    static let noNamesAfterHead = Lexicon.index(.noNamesAfterHead)

    /// Words that begin like an agency's head and are a deed or a thing.
    static let noAgencies = Lexicon.index(.noAgencies)

    /// Heads that own other agencies: `Văn phòng` + `UBND tỉnh` is one agency.
    static let owners = Lexicon.index(.owningHeads)

    /// Heads that are a part of the body whose name follows: `Lãnh đạo Sở Nội vụ`.
    static let ofBodies = Lexicon.index(.headsOfBodies)
    /// Heads that are a body's office where that body is one that has such.
    static let ownedHeads = Lexicon.index(.ownedHeads)
    static let withOffices = Lexicon.index(.bodiesWithOffices)

    /// Heads that stand alone and are nobody's part, so that a new head right behind their full name is a new agency.
    static let standingAlone = Lexicon.index(.headsStandingAlone)

    /// Heads that stand before each name of a list once: `Sở Nội vụ, Tài chính`.
    static let sharedHeads = Lexicon.index(.sharedHeads)

    /// Words that tie a name to what stands before it.
    static let ties = Lexicon.index(.nameTies)

    /// Words before an agency that are no part of its name.
    static let leadIns = Lexicon.index(.agencyLeadIns)

    // MARK: - Collectives

    /// `các` and its like, before which a new collective begins.
    static let plurals = Lexicon.index(.collectivePlurals)

    /// `mỗi` and its like: before a list of members each of them is meant.
    static let distributives = Lexicon.index(.collectiveDistributives)

    /// Nouns that a collective lists: `các sở, ban, ngành, đoàn thể`.
    static let members = Lexicon.index(.collectiveMembers)

    /// Members that are one syllable and begin agency names too.
    static let ambiguousMembers = Lexicon.index(.ambiguousMembers)

    /// Members that are bodies by themselves, outside the administration: `doanh nghiệp`, `cơ sở đào tạo`.
    static let standingMembers = Lexicon.index(.standingMembers)

    /// What may follow a member without making it a name: `đoàn thể tỉnh`, `ban có liên quan`.
    static let qualifiers = Lexicon.index(.memberQualifiers)

    // MARK: - Persons

    /// Forms of address before a person's name or title.
    static let addresses = Lexicon.index(.formsOfAddress)

    /// Offices that a person holds.
    static let offices = Lexicon.index(.personalOffices)

    // MARK: - Roles and remarks

    static let lead = "chủ trì"
    static let coordination = "phối hợp"
    static let advice = "tham mưu"
    static let leads = Lexicon.index(.leadLabels)
    static let coordinates = Lexicon.index(.coordinationLabels)
    /// The tokens of a word for who coordinates; behind `các` its noun is the agency (`các đơn vị phối hợp`).
    static func coordinatingLength(in text: TokenText, at index: Int) -> Int {
        let length = coordinates.length(in: text, at: index)
        guard length > 2, index > 0, plurals.length(in: text, at: index - 1) == 1 else { return length }
        return 0
    }

    /// Labels that say who advises, and who carries out, before a colon.
    static let advises = Lexicon.index(.adviceLabels)
    static let carriers = Lexicon.index(.carrierLabels)

    /// Signs of the two roles before a colon or in a bracket: `CT: Sở Nội vụ; PH: Sở Tài chính`.
    static let leadSigns = Index(["CT", "ĐMCT"])
    static let coordinationSigns = Index(["PH"])

    /// The role that a text names and says nothing beside: `chủ trì`, `cơ quan phối hợp`.
    static func role(of words: String) -> String? {
        let keys = Phrase(words).keys
        guard keys.count <= 6 else { return nil }
        if leads.contains(keys) || leadSigns.contains(keys) { return lead }
        if coordinationSigns.contains(keys) { return coordination }
        if advises.contains(keys) { return advice }
        return coordinates.contains(keys) ? coordination : nil
    }

    /// What may stand between `phối hợp` and the agency.
    static let coordinatesWith = Lexicon.index(.coordinationTies)

    /// What an agency does, said behind its name whether it is known or not.
    static let deeds = Index(["tham mưu", "chịu trách nhiệm"])
    /// What an agency does, said behind its name only if the name is complete.
    static let deedsAfterName = Lexicon.index(.deedsAfterName)
    /// Said of one agency it is a remark; behind a collective it says which of them are meant.
    static let deedsOfOne = Index(["thực hiện", "tổ chức"])
    /// Words that close a collective, so that what an agency does may follow.
    static let closings = Index(["khác", "liên quan"])
    /// Words between a body's noun and the role by which it is chosen.
    static let assignments = Index(["được giao", "được phân công", "được giao nhiệm vụ"])
    /// Ends of a collective that say which of them are meant and leave its name what it is.
    static let choices = Lexicon.phrases(.collectiveChoices)
    /// Deeds that say which of a collective are meant: `các cơ quan, đơn vị thực hiện giải quyết TTHC`.
    static let choosingDeeds = Phrase.list(["thực hiện"])
    /// Beginnings of prose that is no agency.
    static let prose = Lexicon.index(.proseOpenings)
    /// Beginnings of what stands in an agency's place and names none: `Theo phân công tại Quyết định …`.
    static let noNames = Lexicon.index(.nameless)

    /// Phrases by their first key, for looking up at a token.
    struct Index: Sendable {
        private let phrases: [String: [Phrase]]
        private let marks: KeyMarks

        init(_ texts: [String]) {
            let list = Phrase.list(texts)
            phrases = Dictionary(grouping: list) { $0.keys.first ?? "" }
            marks = KeyMarks(list.map(\.mark))
        }

        /// Tokens of the longest phrase at a token; 0 where none stands there.
        func length(in text: TokenText, at index: Int) -> Int {
            guard text.tokens.indices.contains(index), marks.mayContain(text.tokens[index].mark),
                let list = phrases[text.tokens[index].key]
            else { return 0 }
            return text.firstMatch(list, at: index)?.keys.count ?? 0
        }

        /// Whether keys are one of the phrases as a whole.
        func contains(_ keys: [String]) -> Bool {
            keys.first.flatMap { phrases[$0] }?.contains { $0.keys == keys } ?? false
        }

        func stands(in text: TokenText, at index: Int) -> Bool { length(in: text, at: index) > 0 }
    }
}
