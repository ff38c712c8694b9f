/// What takes down a text of elements: the text itself, or a tape that is played into it later.
protocol FlowSink {
    mutating func append(_ characters: UnsafeBufferPointer<UInt8>)
    mutating func appendRaised(_ characters: some Collection<UInt8>)
    mutating func appendMark(_ digits: some Collection<UInt8>)
    mutating func appendTab()
    mutating func setBold(_ isBold: Bool)
    mutating func setFont(_ mark: FontMark)
    mutating func breakPage()
    mutating func endParagraph(_ kind: Block.Kind, in element: Int32?)
    mutating func beginTable()
    mutating func beginRow(isHeader: Bool)
    mutating func beginCell(column: Int, columns: Int, isCovered: Bool, in element: Int32?)
    mutating func widenCell(by columns: Int)
    mutating func endCell()
    mutating func endRow(isHeader: Bool)
    mutating func endTable()
}

extension FlowText: FlowSink {}

/// Text that a format holds at one place and a reader sees at another: a note, a text box, a running head.
struct FlowTape: FlowSink {
    private enum Step {
        case characters(Range<Int>), raised(Range<Int>), mark(Range<Int>), tab, bold(Bool), font(FontMark), page
        case paragraph(Block.Kind, Int32?)
        case beginTable, beginRow(Bool)
        case beginCell(column: Int, columns: Int, isCovered: Bool, Int32?)
        case widenCell(Int)
        case endCell, endTable
        case endRow(Bool)
    }

    private var steps: [Step] = []
    /// All characters on the tape, one after the other.
    private(set) var bytes: [UInt8] = []

    /// Whether it begins with a raised number.
    var beginsRaised: Bool {
        for step in steps {
            switch step {
            case .raised, .mark: return true
            case .characters: return false
            default: continue
            }
        }
        return false
    }

    /// The digits of a number of few, where they are all that is on it.
    var number: [UInt8]? {
        let words = bytes.filter { !CharacterClass.isSpace($0) }
        return words.count <= 5 && !words.isEmpty && words.allSatisfy(CharacterClass.isDigit) ? words : nil
    }

    /// Whether any character is on it.
    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ characters: UnsafeBufferPointer<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: characters)
        if case .characters(let range)? = steps.last, range.upperBound == start {
            steps[steps.count - 1] = .characters(range.lowerBound..<bytes.count)
        } else {
            steps.append(.characters(start..<bytes.count))
        }
    }

    mutating func appendRaised(_ characters: some Collection<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: characters)
        steps.append(.raised(start..<bytes.count))
    }

    mutating func appendMark(_ digits: some Collection<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: digits)
        steps.append(.mark(start..<bytes.count))
    }

    mutating func appendTab() { steps.append(.tab) }
    mutating func setBold(_ isBold: Bool) { steps.append(.bold(isBold)) }
    mutating func setFont(_ mark: FontMark) { steps.append(.font(mark)) }
    mutating func breakPage() { steps.append(.page) }
    mutating func endParagraph(_ kind: Block.Kind, in element: Int32?) { steps.append(.paragraph(kind, element)) }
    mutating func beginTable() { steps.append(.beginTable) }
    mutating func beginRow(isHeader: Bool) { steps.append(.beginRow(isHeader)) }
    mutating func beginCell(column: Int, columns: Int, isCovered: Bool, in element: Int32?) {
        steps.append(.beginCell(column: column, columns: columns, isCovered: isCovered, element))
    }
    mutating func widenCell(by columns: Int) { steps.append(.widenCell(columns)) }
    mutating func endCell() { steps.append(.endCell) }
    mutating func endRow(isHeader: Bool) { steps.append(.endRow(isHeader)) }
    mutating func endTable() { steps.append(.endTable) }

    /// Lays down what is on the tape.
    func play(into sink: inout some FlowSink) {
        bytes.withUnsafeBufferPointer { bytes in
            for step in steps {
                switch step {
                case .characters(let range): sink.append(UnsafeBufferPointer(rebasing: bytes[range]))
                case .raised(let range): sink.appendRaised(UnsafeBufferPointer(rebasing: bytes[range]))
                case .mark(let range): sink.appendMark(UnsafeBufferPointer(rebasing: bytes[range]))
                case .tab: sink.appendTab()
                case .bold(let isBold): sink.setBold(isBold)
                case .font(let mark): sink.setFont(mark)
                case .page: sink.breakPage()
                case .paragraph(let kind, let element): sink.endParagraph(kind, in: element)
                case .beginTable: sink.beginTable()
                case .beginRow(let isHeader): sink.beginRow(isHeader: isHeader)
                case .beginCell(let column, let columns, let isCovered, let element):
                    sink.beginCell(column: column, columns: columns, isCovered: isCovered, in: element)
                case .widenCell(let columns): sink.widenCell(by: columns)
                case .endCell: sink.endCell()
                case .endRow(let isHeader): sink.endRow(isHeader: isHeader)
                case .endTable: sink.endTable()
                }
            }
        }
    }
}

/// A text with the tapes that are being recorded over it, innermost last.
struct FlowStack {
    var text: FlowText
    private var tapes: [FlowTape] = []

    init(_ text: FlowText) { self.text = text }

    /// Whether what comes goes right into the text.
    var isDirect: Bool { tapes.isEmpty }

    /// Grows with everything that is laid down.
    private(set) var written = 0

    /// Begins a tape, or goes on with one.
    mutating func record(onto tape: consuming FlowTape = FlowTape()) { tapes.append(tape) }

    mutating func stop() -> FlowTape { tapes.popLast() ?? FlowTape() }

    mutating func play(_ tape: FlowTape) {
        written += tape.bytes.count
        if tapes.isEmpty { tape.play(into: &text) } else { tape.play(into: &tapes[tapes.count - 1]) }
    }

    mutating func append(_ characters: UnsafeBufferPointer<UInt8>) {
        written &+= characters.count
        if tapes.isEmpty { text.append(characters) } else { tapes[tapes.count - 1].append(characters) }
    }

    mutating func append(_ characters: [UInt8]) { characters.withUnsafeBufferPointer { append($0) } }

    mutating func appendRaised(_ characters: some Collection<UInt8>) {
        written &+= characters.count
        if tapes.isEmpty { text.appendRaised(characters) } else { tapes[tapes.count - 1].appendRaised(characters) }
    }

    mutating func appendMark(_ digits: some Collection<UInt8>) {
        written &+= digits.count
        if tapes.isEmpty { text.appendMark(digits) } else { tapes[tapes.count - 1].appendMark(digits) }
    }

    mutating func appendTab() { if tapes.isEmpty { text.appendTab() } else { tapes[tapes.count - 1].appendTab() } }

    mutating func setBold(_ isBold: Bool) {
        if tapes.isEmpty { text.setBold(isBold) } else { tapes[tapes.count - 1].setBold(isBold) }
    }

    mutating func setFont(_ mark: FontMark) {
        if tapes.isEmpty { text.setFont(mark) } else { tapes[tapes.count - 1].setFont(mark) }
    }

    mutating func breakPage() { if tapes.isEmpty { text.breakPage() } else { tapes[tapes.count - 1].breakPage() } }

    mutating func endParagraph(_ kind: Block.Kind = .paragraph, in element: Int32?) {
        if tapes.isEmpty {
            text.endParagraph(kind, in: element)
        } else {
            tapes[tapes.count - 1].endParagraph(kind, in: element)
        }
    }

    mutating func beginTable() { if tapes.isEmpty { text.beginTable() } else { tapes[tapes.count - 1].beginTable() } }

    mutating func beginRow(isHeader: Bool) {
        if tapes.isEmpty {
            text.beginRow(isHeader: isHeader)
        } else {
            tapes[tapes.count - 1].beginRow(isHeader: isHeader)
        }
    }

    mutating func beginCell(column: Int, columns: Int, isCovered: Bool, in element: Int32?) {
        if tapes.isEmpty {
            text.beginCell(column: column, columns: columns, isCovered: isCovered, in: element)
        } else {
            tapes[tapes.count - 1].beginCell(column: column, columns: columns, isCovered: isCovered, in: element)
        }
    }

    mutating func widenCell(by columns: Int) {
        if tapes.isEmpty { text.widenCell(by: columns) } else { tapes[tapes.count - 1].widenCell(by: columns) }
    }

    mutating func endCell() { if tapes.isEmpty { text.endCell() } else { tapes[tapes.count - 1].endCell() } }
    mutating func endRow() {
        if tapes.isEmpty { text.endRow() } else { tapes[tapes.count - 1].endRow(isHeader: false) }
    }
    mutating func endTable() { if tapes.isEmpty { text.endTable() } else { tapes[tapes.count - 1].endTable() } }
}
