import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How often the user (Ctrl-C) or the system (SIGTERM) asked for an end.
package final class Interruptions: Sendable {
    private let count = Atomic<Int>(0)
    /// Sources may be used from any thread, though they don't say so.
    nonisolated(unsafe) private let sources: [any DispatchSourceSignal]

    /// From now on the signals are counted instead of ending the process.
    package init() {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: .global())
        }
        for source in sources {
            source.setEventHandler { [weak self] in _ = self?.count.add(1, ordering: .relaxed) }
            source.resume()
        }
    }

    deinit { for source in sources { source.cancel() } }

    /// Once: finish what is in hand. Twice: at once.
    package var control: WorkerPool.Control {
        switch count.load(ordering: .relaxed) {
        case 0: return .goOn
        case 1: return .finish
        default: return .stop
        }
    }
}
