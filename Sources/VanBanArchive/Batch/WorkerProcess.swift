import FoundationEssentials
import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A worker at the other end of two pipes.
final class WorkerProcess {
    let process: pid_t
    private let input: Int32
    let output: Int32
    private var received: [UInt8] = []
    /// Opens the lines that are no answers.
    static let sign: UInt8 = 0x2B
    /// A reply whose record has not come whole yet.
    private var pending: WorkReply?

    /// Starts a worker.
    /// - Parameter command: the program and its arguments.
    /// - Throws: the system's error number.
    init(_ command: [String]) throws(WorkerPool.StartFailure) {
        var toWorker: [Int32] = [0, 0]
        var fromWorker: [Int32] = [0, 0]
        guard pipe(&toWorker) == 0 else { throw .init(code: errno) }
        guard pipe(&fromWorker) == 0 else {
            let code = errno
            for end in toWorker { close(end) }
            throw .init(code: code)
        }
        // No worker inherits another's ends: it would never see the end of its input.
        for end in toWorker + fromWorker { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toWorker[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, fromWorker[1], STDOUT_FILENO)
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { FileName.withPath($0) { strdup($0) } } + [nil]
        defer { for argument in arguments { free(argument) } }
        var environment: [UnsafeMutablePointer<CChar>?] = Self.environment.map { strdup($0) } + [nil]
        defer { for setting in environment { free(setting) } }
        var started: pid_t = 0
        let code = FileName.withPath(command[0]) { posix_spawn(&started, $0, &actions, nil, &arguments, &environment) }
        close(toWorker[0])
        close(fromWorker[1])
        guard code == 0 else {
            close(toWorker[1])
            close(fromWorker[0])
            throw .init(code: code)
        }
        process = started
        input = toWorker[1]
        output = fromWorker[0]
    }

    /// A worker that crashes ends at once, instead of writing pages about itself between the lines of progress; who wants
    /// them sets the variable.
    private static var environment: [String] {
        let settings = ProcessInfo.processInfo.environment
        return settings.merging(["SWIFT_BACKTRACE": "enable=no"]) { own, _ in own }.map { "\($0.key)=\($0.value)" }
    }

    /// Sends a request.
    /// - Returns: false where the worker is gone.
    func send(_ request: WorkRequest) -> Bool {
        guard var line = try? JSONEncoder().encode(request) else { return false }
        line.append(0x0A)
        return line.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = write(input, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return false }
                rest = rest.dropFirst(written)
            }
            return true
        }
    }

    enum Event {
        /// Nothing whole yet.
        case waiting
        /// A page more of the document was recognised.
        case page
        case reply(WorkReply, record: [UInt8])
        case ended
    }

    /// Takes what has come; the worker's output is ready to be read.
    func receive() -> Event {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = chunk.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR || errno == EAGAIN { return .waiting }
        guard count > 0 else { return .ended }
        received += chunk[..<count]
        var isPage = false
        while pending == nil, received.first == Self.sign, let end = received.firstIndex(of: 0x0A) {
            received.removeSubrange(...end)
            isPage = true
        }
        if pending == nil, received.first != Self.sign, let end = received.firstIndex(of: 0x0A) {
            guard let reply = try? JSONDecoder().decode(WorkReply.self, from: Data(received[..<end])) else {
                return .ended
            }
            received.removeSubrange(...end)
            pending = reply
        }
        guard let reply = pending, received.count >= reply.recordBytes else { return isPage ? .page : .waiting }
        let record = Array(received.prefix(reply.recordBytes))
        received.removeFirst(reply.recordBytes)
        pending = nil
        return .reply(reply, record: record)
    }

    /// Memory that the worker holds, in bytes.
    var residentBytes: Int {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8) else { return 0 }
        let fields = text.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    func kill() { _ = Glibc.kill(process, SIGKILL) }

    /// Lets it end, and waits for it.
    /// - Returns: the signal that ended it, else nil, and its exit status.
    @discardableResult
    func end() -> (signal: Int32?, status: Int32) {
        close(input)
        close(output)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (nil, (status >> 8) & 0xFF) : (signal, 0)
    }
}
