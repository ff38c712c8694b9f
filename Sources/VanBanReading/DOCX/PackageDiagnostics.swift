import VanBanModel

/// What is told of a Word file beside its text.
enum PackageDiagnostics {
    static func of(
        _ notices: [PackageNotice], _ facts: StoryFacts, view: RevisionView, in text: SourceText
    ) -> [Diagnostic] {
        var found = of(notices, in: text)
        for (part, place) in facts.unread {
            found.append(Diagnostic(.unreadPart, at: location(place, text), arguments: [part]))
        }
        for (finding, place) in facts.findings {
            found.append(Diagnostic(finding.code, at: location(place, text), arguments: finding.arguments))
        }
        if let place = facts.firstChange {
            found.append(
                Diagnostic(
                    .trackedChanges, at: location(place, text),
                    arguments: [String(facts.insertions), String(facts.deletions), view.rawValue]))
        }
        if let place = facts.firstHidden {
            found.append(
                Diagnostic(.hiddenText, at: location(place, text), arguments: [String(facts.hiddenCharacters)]))
        }
        return found
    }

    /// What was wrong with a package.
    static func of(_ notices: [PackageNotice], in text: SourceText) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var told: Set<PackageNotice> = []
        let start = text.location(of: 0..<0)
        for notice in notices where told.insert(notice).inserted {
            switch notice {
            case .missing(let part): found.append(Diagnostic(.missingPart, at: start, arguments: [part]))
            case .duplicate(let part): found.append(Diagnostic(.duplicatePart, at: start, arguments: [part]))
            case .damaged(let part), .spoilt(let part), .documentType(let part):
                found.append(Diagnostic(.damagedFile, at: start, arguments: [part]))
            case .malformed(let part, let line):
                found.append(Diagnostic(.damagedFile, at: start, arguments: ["\(part):\(line)"]))
            }
        }
        return found
    }

    private static func location(_ offset: Int, _ text: SourceText) -> Location {
        let offset = min(offset, text.bytes.count)
        return text.location(of: offset..<offset)
    }
}
