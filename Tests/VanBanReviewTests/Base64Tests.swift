import Testing

@testable import VanBanReview

@Suite struct Base64Tests {
    @Test(
        "bytes are written as RFC 4648 has them (section 10)",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func vectors(plain: String, coded: String) {
        #expect(Base64.text(of: Array(plain.utf8)) == coded)
    }
}
