import Dispatch

/// Work that is shared out among the machine's cores where it is large enough to be worth it.
///
/// What comes out never depends on how many cores there are: results stand in the order of what they were made from.
package enum ParallelWork {
    /// Whether all work is done by the thread that asks for it.
    @TaskLocal private static var isOnOneThread = false

    /// Does all work that is asked for within `body` on this thread, as on a machine with one core.
    package static func onOneThread<Value>(_ body: () throws -> Value) rethrows -> Value {
        try $isOnOneThread.withValue(true, operation: body)
    }

    /// Both results, worked out side by side.
    /// - Parameter isLarge: whether the work is worth another thread.
    package static func both<First: Sendable, Second: Sendable>(
        isLarge: Bool, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        guard isLarge, !isOnOneThread else { return (first(), second()) }
        var one: First?
        var other: Second?
        withUnsafeMutablePointer(to: &one) { one in
            withUnsafeMutablePointer(to: &other) { other in
                // Each place is written by one thread, and read when both are done.
                nonisolated(unsafe) let one = one
                nonisolated(unsafe) let other = other
                DispatchQueue.concurrentPerform(iterations: 2) { index in
                    if index == 0 { one.pointee = first() } else { other.pointee = second() }
                }
            }
        }
        guard let one, let other else { return (first(), second()) }
        return (one, other)
    }

    /// One result for every number below `count`, in their order.
    package static func map<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
        guard count > 1, !isOnOneThread else { return (0..<count).map { body($0) } }
        return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
            // Each place is written by one thread, and read when all are done.
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: count) { index in
                places.initializeElement(at: index, to: body(index))
            }
            filled = count
        }
    }

    /// One result for every number of some pieces that follow each other, in their order.
    /// - Parameters:
    ///   - pieces: ranges that make up one range from 0; a worker goes through each from its first number to its last.
    ///   - worker: whoever does a piece.
    /// - Returns: the results, and the workers as they are when they have done.
    package static func map<Worker: Sendable, Value: Sendable>(
        over pieces: [Range<Int>], by worker: @Sendable (Int) -> Worker, _ body: @Sendable (inout Worker, Int) -> Value
    ) -> (values: [Value], workers: [Worker]) {
        let count = pieces.last?.upperBound ?? 0
        var workers: [Worker] = []
        let values = [Value](unsafeUninitializedCapacity: count) { buffer, filled in
            // Each place is written by one thread, and read when all are done.
            nonisolated(unsafe) let places = buffer
            workers = map(pieces.count) { piece in
                var worker = worker(piece)
                for index in pieces[piece] { places.initializeElement(at: index, to: body(&worker, index)) }
                return worker
            }
            filled = count
        }
        return (values, workers)
    }

    /// Ranges of at most `length` that make up a range, in order.
    package static func pieces(of range: Range<Int>, length: Int) -> [Range<Int>] {
        stride(from: range.lowerBound, to: range.upperBound, by: length).map {
            $0..<min(range.upperBound, $0 + length)
        }
    }
}
