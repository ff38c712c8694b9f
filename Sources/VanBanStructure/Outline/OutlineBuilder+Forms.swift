import VanBanReading

/// Forms to fill in among the nodes of an outline.
extension OutlineBuilder {
    func holds(form: Int) -> Bool { self.form?.number == form }

    /// Adds a paragraph of a form to fill in, all of which is one node.
    /// - Parameters:
    ///   - number: the form's own number, where the paragraph is the line with it.
    ///   - isWithin: whether the outline goes on below the form, so that it stands under what is open.
    mutating func add(
        _ paragraph: Paragraph, toForm form: Int, number: String?, isWithin: Bool, _ assembly: inout Assembly
    ) {
        isEmpty = false
        assembly.passages.append(.init(stretch: paragraph.stretch, part: part))
        if let known = self.form, known.number == form {
            nodes[known.node].paragraphs.append(paragraph.stretch)
            nodes[known.node].hull = join(nodes[known.node].hull, paragraph.stretch.hull)
            return
        }
        while isWithin, let last = open.last, nodes[last].kind == .bullet { open.removeLast() }
        if !isWithin { open.removeAll() }
        assembly.sectionCount += 1
        var node = Node(
            kind: .form, label: nil, id: assembly.sectionCount, parent: open.last, hull: paragraph.stretch.hull)
        node.formNumber = number
        if number != nil || paragraph.kind == .appendixHead || paragraph.isCapitals {
            node.lead = paragraph.stretch
            node.leadIsCapitals = true
        } else {
            node.paragraphs = [paragraph.stretch]
        }
        append(node)
        open.removeLast()
        self.form = (form, nodes.count - 1)
    }
}
