import Testing
import VanBanReading

struct FileNameTests {
    @Test(
        "a name has one text and gives its bytes back, UTF-8 or not",
        arguments: [
            (Array("kế hoạch.txt".utf8), "kế hoạch.txt"), ([0x61, 0xE9, 0x2E], #"a\xE9."#),
            (Array(#"a\b.txt"#.utf8), #"a\b.txt"#), (Array(#"a\xE9"#.utf8), #"a\x5CxE9"#),
            (Array(#"a\x41"#.utf8), #"a\x41"#), (Array(#"a\x5C"#.utf8), #"a\x5Cx5C"#),
            ([0x5C, 0xE9], #"\\xE9"#), ([0xED, 0xA0, 0x80], #"\xED\xA0\x80"#), ([0xF0, 0x9F], #"\xF0\x9F"#),
            ([0xC3, 0xA9, 0xC3], #"é\xC3"#), ([], ""),
        ] as [([UInt8], String)])
    func roundTrip(bytes: [UInt8], text: String) {
        #expect(FileName(bytes: bytes).text == text)
        #expect(FileName(text).bytes == bytes)
    }

    @Test("names are the same only where all bytes are")
    func equality() {
        #expect(FileName("\u{E9}") != FileName("e\u{301}"))
        #expect(Set([FileName("\u{E9}"), FileName("e\u{301}"), FileName("\u{E9}")]).count == 2)
    }

    @Test("any bytes at all come back from their text")
    func all() {
        var bytes: [UInt8] = []
        var state: UInt32 = 7
        for _ in 0..<4000 {
            state = state &* 1_664_525 &+ 1_013_904_223
            // Half of them are what forms are made of.
            let parts: [UInt8] = [0x5C, 0x78, 0x45, 0x39, 0x35, 0x43]
            bytes.append(state >> 31 == 0 ? UInt8(state >> 20 & 0xFF) : parts[Int(state >> 16) % parts.count])
        }
        for begin in stride(from: 0, to: bytes.count, by: 8) {
            let name = Array(bytes[begin..<(begin + 8)])
            #expect(FileName(FileName(bytes: name).text).bytes == name)
        }
    }

    @Test("what would steer a terminal or break a line is shown as what it is")
    func shown() {
        #expect(FileName.shown("a\u{1B}[31m\nb\u{9B}c\u{202E}d") == #"a\x1B[31m\x0Ab\u{9B}c\u{202E}d"#)
        #expect(FileName.shown("Quyết định.txt") == "Quyết định.txt")
    }

    @Test("pieces of paths that are not the same have names that are not the same, without anything that harms")
    func portable() {
        let pieces: [[UInt8]] = [
            [], [0x2E], [0x2E, 0x2E], Array("%2E".utf8), Array("%00".utf8), Array("%".utf8), Array("%zz".utf8),
            Array("a\nb".utf8), Array("a%0Ab".utf8), Array("a%0ab".utf8), Array(#"a\b"#.utf8), [0x61, 0xE9],
            Array("a%E9".utf8),
        ]
        let names = pieces.map { FileName.portable(piece: $0) }
        #expect(Set(names).count == pieces.count)
        #expect(names[5] == "%" && names[6] == "%zz")
        #expect(FileName.portable(piece: Array("Kế hoạch 50%.txt".utf8)) == "Kế hoạch 50%.txt")
    }
}
