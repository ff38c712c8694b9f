#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Natural logarithms.
package enum Logarithm {
    package static func of(_ value: Double) -> Double { log(value) }
    package static func inverse(_ value: Double) -> Double { exp(value) }
    /// The logarithm of one more than a value, exact for small ones.
    package static func ofOneMore(than value: Double) -> Double { log1p(value) }
}
