/// The letters of Vietnamese: 29, and the vowels among them in six tones.
enum VietnameseLetter {
    /// The tones, in the order of the table of vowels.
    enum Tone {
        static let level: UInt8 = 0
        static let acute: UInt8 = 4
        static let dot: UInt8 = 5
    }

    /// What a scalar is as a letter.
    struct Form {
        /// 1–26 for a–z, then ă â ê ô ơ ư đ; 0 for what is no letter.
        var letter: UInt8
        var tone: UInt8
        var isCapital: Bool
    }

    static let vowels: [String] = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
        "yỳỷỹýỵ",
    ]
    private static let capitalVowels: [String] = [
        "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ", "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ",
        "YỲỶỸÝỴ",
    ]
    private static let beyondASCII = "ăâêôơưđ"
    /// The combining marks, in the order of the tones from the second on.
    private static let marks: [UInt32] = [0x300, 0x309, 0x303, 0x301, 0x323]

    /// Scalars from 0 on, and those from U+1E00 on behind them.
    private static let lowCount = 0x200
    private static let forms: [UInt16] = {
        var forms = [UInt16](repeating: 0, count: lowCount + 0x100)
        func set(_ scalar: UInt32, _ letter: Int, _ tone: Int, _ isCapital: Bool) {
            if let index = index(of: scalar) { forms[index] = UInt16(letter | tone << 6 | (isCapital ? 1 << 9 : 0)) }
        }
        for letter in 0..<26 {
            set(UInt32(0x61 + letter), letter + 1, 0, false)
            set(UInt32(0x41 + letter), letter + 1, 0, true)
        }
        set(0x111, 33, 0, false)
        set(0x110, 33, 0, true)
        for (rows, isCapital) in [(vowels, false), (capitalVowels, true)] {
            for (row, small) in zip(rows, vowels) {
                guard let base = small.unicodeScalars.first else { continue }
                let place = beyondASCII.unicodeScalars.enumerated().first { $0.element == base }?.offset
                let letter = place.map { 27 + $0 } ?? Int(base.value) - 0x60
                for (tone, scalar) in row.unicodeScalars.enumerated() { set(scalar.value, letter, tone, isCapital) }
            }
        }
        return forms
    }()

    /// The scalars of the forms of a vowel: letter and tone and case give the scalar.
    private static let scalars: [UInt32] = {
        var scalars = [UInt32](repeating: 0, count: 1 << 10)
        for (index, form) in forms.enumerated() where form != 0 {
            scalars[Int(form)] = UInt32(index < lowCount ? index : index - lowCount + 0x1E00)
        }
        return scalars
    }()

    private static func index(of scalar: UInt32) -> Int? {
        if scalar < lowCount { return Int(scalar) }
        return scalar >= 0x1E00 && scalar < 0x1F00 ? Int(scalar) - 0x1E00 + lowCount : nil
    }

    /// What a scalar is as a letter; nil where it is none.
    static func form(of scalar: UInt32) -> Form? {
        guard let index = index(of: scalar), forms[index] != 0 else { return nil }
        let form = forms[index]
        return Form(letter: UInt8(form & 0x3F), tone: UInt8(form >> 6 & 7), isCapital: form >> 9 != 0)
    }

    static func isLetter(_ scalar: UInt32) -> Bool { index(of: scalar).map { forms[$0] != 0 } ?? false }

    /// A letter without tone together with a combining mark of a tone; nil where they make no letter of Vietnamese.
    static func composed(_ letter: UInt32, with mark: UInt32) -> UInt32? {
        guard mark >= 0x300, mark <= 0x323, let tone = marks.firstIndex(of: mark), let index = index(of: letter),
            forms[index] != 0, forms[index] >> 6 & 7 == 0
        else { return nil }
        let scalar = scalars[Int(forms[index]) | (tone + 1) << 6]
        return scalar == 0 ? nil : scalar
    }

    /// The capital of a letter; other scalars are themselves.
    static func capital(of scalar: UInt32) -> UInt32 {
        guard let index = index(of: scalar), forms[index] != 0 else { return scalar }
        let capital = scalars[Int(forms[index] | 1 << 9)]
        return capital == 0 ? scalar : capital
    }
}
