import Testing

@testable import VanBanPages

@Suite struct PagePicturesTests {
    @Test("the size of a picture is read from the head of its frame, whatever stands before it")
    func size() {
        let start: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + [UInt8](repeating: 1, count: 14)
        let table: [UInt8] = [0xFF, 0xC4, 0, 4, 9, 9]
        let frame: [UInt8] = [0xFF, 0xC2, 0, 11, 8, 0x03, 0xD6, 0x02, 0xB7, 1, 1, 0x11, 0]
        let size = JPEGSize(start + table + frame)
        #expect(size?.width == 695 && size?.height == 982)
        #expect(JPEGSize([]) == nil)
        #expect(JPEGSize(start) == nil)
        #expect(JPEGSize(Array(repeating: 0xFF, count: 40)) == nil)
    }

    @Test("of what is no PDF there are no pictures")
    func none() {
        #expect(PagePictures.pictures(ofPDF: Array("x".utf8), pages: 1).isEmpty)
        #expect(PagePictures.pictures(ofPDF: [], pages: 0).isEmpty)
    }
}
