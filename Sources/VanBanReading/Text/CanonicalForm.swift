// The forms of Unicode that Foundation makes of Swift's own, without Foundation's tables of them.
@_spi(_Unicode) import Swift

extension StringProtocol {
    /// Letters with their marks (NFC).
    package var composed: String { String(String.UnicodeScalarView(String(self)._nfc)) }

    /// Letters, each before its marks (NFD).
    package var decomposed: String { String(String.UnicodeScalarView(String(self)._nfd)) }
}
