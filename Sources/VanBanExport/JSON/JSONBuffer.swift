import VanBanReading

/// The bytes of a serializer on their way to a sink, at most ``capacity`` of them; without a sink all are kept.
struct JSONBuffer: ~Copyable {
    typealias Emit = (UnsafeRawBufferPointer) throws(OutputError) -> Void

    /// How many bytes are held before they go to the sink.
    static let capacity = 64 * 1024

    /// Memory of its own, as bytes come one by one and every one is a question of some nanoseconds.
    private var base: UnsafeMutablePointer<UInt8>
    private var room = Self.capacity
    private var count = 0
    /// Passes a chunk on; nil keeps everything.
    private let emit: Emit?
    /// The first failure of the sink. What comes after it is dropped, so that serializers need no `try` at every field.
    private(set) var failure: OutputError?

    init(emit: Emit? = nil) {
        self.emit = emit
        base = .allocate(capacity: Self.capacity)
    }

    /// Keeps everything, about so many bytes.
    init(room: Int) {
        emit = nil
        self.room = max(room, Self.capacity)
        base = .allocate(capacity: self.room)
    }

    deinit { base.deallocate() }

    /// What is held.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

    /// How many bytes are held.
    var length: Int { count }

    /// What is held from some length on.
    func bytes(from start: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: base + start, count: count - start))
    }

    /// What is held, handed over without a copy.
    mutating func take() -> JSONChunk {
        let chunk = JSONChunk(base, count: count)
        base = .allocate(capacity: 1)
        room = 1
        count = 0
        return chunk
    }

    // MARK: Appending

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == room { makeRoom(for: 1) }
        base[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        if bytes.count > room - count { return appendPiecewise(bytes) }
        UnsafeMutableRawPointer(base + count).copyMemory(from: start, byteCount: bytes.count)
        count += bytes.count
    }

    mutating func append(ascii text: String) { for byte in text.utf8 { append(byte) } }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Makes room for so many bytes (no more than ``capacity``), which ``put(_:)`` then adds one by one.
    @inline(__always)
    mutating func reserve(_ number: Int) {
        if number > room - count { makeRoom(for: number) }
    }

    /// Adds a byte for which there is room.
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        base[count] = byte
        count += 1
    }

    mutating func appendSpaces(_ number: Int) {
        if number > room - count { makeRoom(for: number) }
        (base + count).update(repeating: 0x20, count: number)
        count += number
    }

    mutating func append(_ number: Int) {
        // The longest number of 64 bits has 19 digits.
        if room - count < 20 { makeRoom(for: 20) }
        var magnitude = number.magnitude
        if number < 0 { append(UInt8(ascii: "-")) }
        var digits = 1
        var power: UInt = 10
        while magnitude >= power, digits < 19 {
            digits += 1
            power *= 10
        }
        var place = count + digits
        count = place
        repeat {
            place -= 1
            base[place] = 0x30 + UInt8(truncatingIfNeeded: magnitude % 10)
            magnitude /= 10
        } while magnitude > 0
    }

    private mutating func appendPiecewise(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes
        while !rest.isEmpty {
            if count == room || emit == nil { makeRoom(for: rest.count) }
            let fitting = min(rest.count, room - count)
            append(UnsafeRawBufferPointer(rebasing: rest[..<fitting]))
            rest = UnsafeRawBufferPointer(rebasing: rest[fitting...])
        }
    }

    private mutating func makeRoom(for wanted: Int) {
        if emit != nil { return flush() }
        guard wanted > room - count else { return }
        let larger = max(2 * room, count + wanted)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.moveInitialize(from: base, count: count)
        base.deallocate()
        base = moved
        room = larger
    }

    // MARK: Passing on

    mutating func flush() {
        guard let emit else { return }
        if failure == nil, count > 0 {
            failure = Self.pass(UnsafeRawBufferPointer(start: base, count: count), to: emit)
        }
        count = 0
    }

    /// Passes on what is held and other bytes behind it, while more are made.
    /// - Returns: what `make` gave for the numbers below `number`, in their order.
    mutating func flush<Made: Sendable>(
        _ ready: [JSONChunk], while number: Int, _ make: @Sendable (Int) -> Made
    ) -> [Made] {
        flush()
        guard let emit, failure == nil else {
            if emit == nil { for chunk in ready { append(chunk.bytes) } }
            return ParallelWork.map(number, make)
        }
        // The sink is called by one thread at a time, and by none that is not waited for.
        nonisolated(unsafe) let sink = emit
        let results = ParallelWork.map(number + 1) { index -> (made: Made?, failure: OutputError?) in
            if index > 0 { return (make(index - 1), nil) }
            for chunk in ready {
                var start = 0
                while start < chunk.bytes.count {
                    let end = min(chunk.bytes.count, start + Self.capacity)
                    let piece = UnsafeRawBufferPointer(rebasing: chunk.bytes[start..<end])
                    if let failure = Self.pass(piece, to: sink) { return (nil, failure) }
                    start = end
                }
            }
            return (nil, nil)
        }
        failure = results.first?.failure
        return results.dropFirst().compactMap(\.made)
    }

    private static func pass(_ chunk: UnsafeRawBufferPointer, to emit: Emit) -> OutputError? {
        do throws(OutputError) {
            try emit(chunk)
            return nil
        } catch {
            return error
        }
    }
}

/// Bytes that were written, in memory of their own that goes with the last who holds them.
final class JSONChunk: Sendable {
    /// Nobody writes there any more.
    nonisolated(unsafe) private let base: UnsafeMutablePointer<UInt8>
    private let count: Int

    /// - Parameter base: becomes the chunk's.
    fileprivate init(_ base: UnsafeMutablePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
    }

    deinit { base.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }
}
