import FoundationEssentials
import Logging
import VanBanMessages
import VanBanModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Worker processes that documents are handed to, each ended and replaced when a document brings it down, takes too long
/// or takes too much memory.
package struct WorkerPool {
    package struct Settings: Sendable {
        /// The program that answers requests, and its arguments.
        package var command: [String]
        package var workers: Int
        /// Seconds that one document may take; of one that is recognised page by page, each of these.
        package var timeout: Double
        /// Bytes of memory that one worker may hold.
        package var memory: Int

        package init(command: [String], workers: Int, timeout: Double, memory: Int) {
            self.command = command
            self.workers = workers
            self.timeout = timeout
            self.memory = memory
        }
    }

    /// A worker could not be started at all: the system's error number.
    package struct StartFailure: Error, Hashable, Sendable {
        package var code: Int32

        package func message(in language: Language) -> String {
            Messages.text("batch.noWorker", in: language, [SystemReason(code: code).message(in: language)])
        }
    }

    /// What is to be done next.
    package enum Control: Hashable, Sendable {
        case goOn
        /// Take nothing new; finish what is in hand.
        case finish
        /// Leave everything as it is.
        case stop
    }

    /// The reasons of failures that a worker cannot tell of itself.
    package static let endings: Set<String> = ["crashed", "timedOut", "outOfMemory"]

    private final class Slot {
        var worker: WorkerProcess?
        var work: Work?
        var since = 0.0
        /// Why the worker is being killed.
        var verdict: FailureMessage?
    }

    private struct Work {
        var request: WorkRequest
        /// A worker may have been brought down by what came before, or by the system: once more, on a new one.
        var isSecondTry = false
    }

    private let settings: Settings
    private var slots: [Slot]
    private var retries: [Work] = []

    package init(_ settings: Settings) {
        self.settings = settings
        slots = (0..<max(1, settings.workers)).map { _ in Slot() }
    }

    /// Hands out requests until there are no more.
    /// - Parameters:
    ///   - next: the next request; nil for no more.
    ///   - tick: asked some times a second.
    ///   - done: takes each reply as it comes, with the record where it was wanted.
    /// - Throws: ``StartFailure``.
    package mutating func run(
        next: () -> WorkRequest?, tick: () -> Control, done: (WorkRequest, WorkReply, [UInt8]) -> Void
    ) throws(StartFailure) {
        defer { endAll() }
        var isExhausted = false
        while true {
            let control = tick()
            if control == .stop {
                for slot in slots { slot.worker?.kill() }
                return
            }
            for slot in slots where slot.work == nil && control == .goOn {
                guard let work = retries.popLast() ?? (isExhausted ? nil : next().map { Work(request: $0) }) else {
                    isExhausted = true
                    break
                }
                try give(work, to: slot)
            }
            let busy = slots.filter { $0.work != nil }
            if busy.isEmpty, control == .finish || (isExhausted && retries.isEmpty) { return }
            wait(for: busy, done)
            for slot in busy { watch(slot) }
        }
    }

    /// One request and its reply, for those who have one at a time.
    /// - Throws: ``StartFailure``.
    package mutating func answer(_ request: WorkRequest) throws(StartFailure) -> (WorkReply, record: [UInt8]) {
        var waiting: WorkRequest? = request
        var answer = (WorkReply(number: request.number, outcome: .failed, reason: "crashed"), record: [UInt8]())
        let slot = slots[0]
        repeat {
            guard let work = retries.popLast() ?? waiting.map({ Work(request: $0) }) else { break }
            waiting = nil
            try give(work, to: slot)
            while slot.work != nil {
                wait(for: [slot]) { _, reply, record in answer = (reply, record) }
                watch(slot)
            }
        } while !retries.isEmpty
        return answer
    }

    /// Lets all workers end; those that are at work are ended.
    package mutating func endAll() {
        for slot in slots {
            if slot.work != nil { slot.worker?.kill() }
            slot.worker?.end()
            slot.worker = nil
            slot.work = nil
        }
    }

    private func give(_ work: Work, to slot: Slot) throws(StartFailure) {
        slot.work = work
        slot.verdict = nil
        slot.since = Self.now
        if let worker = slot.worker, worker.send(work.request) { return }
        // One that ended while it had nothing to do is replaced without a word.
        slot.worker?.end()
        slot.worker = nil
        let worker = try WorkerProcess(settings.command)
        slot.worker = worker
        ArchiveLog.logger.debug("A worker was started.", metadata: ["process": "\(worker.process)"])
        _ = worker.send(work.request)
    }

    private mutating func wait(for busy: [Slot], _ done: (WorkRequest, WorkReply, [UInt8]) -> Void) {
        var requests = busy.map { pollfd(fd: $0.worker?.output ?? -1, events: Int16(POLLIN), revents: 0) }
        guard poll(&requests, nfds_t(requests.count), 100) > 0 else { return }
        for (slot, request) in zip(busy, requests) where request.revents != 0 {
            guard let worker = slot.worker, let work = slot.work else { continue }
            switch worker.receive() {
            case .waiting: continue
            case .page: slot.since = Self.now
            case .reply(let reply, let record):
                slot.work = nil
                done(work.request, reply, record)
            case .ended:
                let end = worker.end()
                slot.worker = nil
                slot.work = nil
                if slot.verdict == nil, !work.isSecondTry {
                    ArchiveLog.logger.notice(
                        "A worker ended; its document is tried once more on a new one.",
                        metadata: Self.metadata(of: worker, work, Self.crash(end)))
                    retries.append(Work(request: work.request, isSecondTry: true))
                    continue
                }
                let verdict = slot.verdict ?? Self.crash(end)
                ArchiveLog.logger.warning(
                    "A document brought its worker down.", metadata: Self.metadata(of: worker, work, verdict))
                var reply = WorkReply(
                    number: work.request.number, outcome: .failed, reason: verdict.reason,
                    message: verdict.message(in: .english))
                reply.arguments = verdict.parts
                done(work.request, reply, [])
            }
        }
    }

    private func watch(_ slot: Slot) {
        guard slot.work != nil, slot.verdict == nil, let worker = slot.worker else { return }
        if Self.now - slot.since > settings.timeout {
            slot.verdict = FailureMessage("timedOut", String(Int(settings.timeout)))
            worker.kill()
        } else if worker.residentBytes > settings.memory {
            slot.verdict = FailureMessage("outOfMemory", String(settings.memory >> 20))
            worker.kill()
        }
    }

    private static func metadata(
        of worker: WorkerProcess, _ work: Work, _ verdict: FailureMessage
    ) -> Logger.Metadata {
        let (reason, facts) = (verdict.reason, verdict.parts.joined(separator: " "))
        return [
            "document": "\(work.request.item.name)", "process": "\(worker.process)", "reason": "\(reason)",
            "facts": "\(facts)",
        ]
    }

    private static func crash(_ end: (signal: Int32?, status: Int32)) -> FailureMessage {
        guard let signal = end.signal else {
            return FailureMessage("crashed", key: "crashedStatus", String(end.status))
        }
        return FailureMessage("crashed", key: "crashedSignal", String(signal))
    }

    /// Seconds since some moment.
    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
