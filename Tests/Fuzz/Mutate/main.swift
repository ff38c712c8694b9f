import Foundation
import VanBanFuzzing

// vanban-mutate run FROM COUNT [STEP]   checks the documents FROM, FROM + STEP … and says what is wrong with them
// vanban-mutate write NUMBER FILE       writes the document of a number
// vanban-mutate seeds TARGET FOLDER     writes what the fuzzer begins with
// vanban-mutate check TARGET FILE…      checks files as the fuzzer does
//
// Samples are looked for in the folder of the environment's VANBAN_FUZZ_SAMPLES, else in Samples.

private let samples = Sample.all(
    in: URL(filePath: ProcessInfo.processInfo.environment["VANBAN_FUZZ_SAMPLES"] ?? "Samples"))
private let arguments = Array(CommandLine.arguments.dropFirst())
private let usage = "vanban-mutate run FROM COUNT [STEP] | write NUMBER FILE | seeds TARGET FOLDER | check TARGET FILE…"

/// What a trap leaves behind: the number of the document that was being read.
private nonisolated(unsafe) var current: UInt64 = 0

private func leave(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(64)
}

/// Says a line at once: what was said before a trap must not be lost with it.
private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

/// A trap, or a document that takes longer than a minute, ends the run: whoever started it goes on behind that number.
private func watch() {
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGALRM] {
        _ = Foundation.signal(signal) { number in
            // Nothing here may ask for memory.
            var digits: (UInt64, Int) = (current, 0)
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
                buffer[23] = 0x0A
                digits.1 = 22
                repeat {
                    buffer[digits.1] = UInt8(0x30 + digits.0 % 10)
                    digits.0 /= 10
                    digits.1 -= 1
                } while digits.0 > 0
                let word: StaticString = number == SIGALRM ? "HANG " : "TRAP "
                _ = write(1, word.utf8Start, word.utf8CodeUnitCount)
                if let start = buffer.baseAddress { _ = write(1, start + digits.1 + 1, 23 - digits.1) }
            }
            _exit(70)
        }
    }
}

private func run(from first: UInt64, count: UInt64, step: UInt64) throws {
    let oracle = try Oracle()
    let mutator = Mutator(samples: samples)
    watch()
    var found = 0
    for index in 0..<count {
        current = first + index * step
        alarm(60)
        let document = mutator.document(current)
        let faults = oracle.faults(
            of: document.bytes, name: document.name, plain: document.plain, isThorough: current % 16 == 0)
        if !faults.isEmpty {
            found += 1
            say("FAULT \(current) \(document.name) [\(document.steps.joined(separator: " "))] \(faults.prefix(3))")
        }
    }
    alarm(0)
    say("DONE \(count) documents, \(found) with faults")
}

switch (arguments.first, arguments.count) {
case ("run", 3...4):
    guard let first = UInt64(arguments[1]), let count = UInt64(arguments[2]),
        let step = arguments.count == 4 ? UInt64(arguments[3]) : 1, !samples.isEmpty
    else { leave(usage) }
    try run(from: first, count: count, step: step)
case ("write", 3):
    guard let number = UInt64(arguments[1]), !samples.isEmpty else { leave(usage) }
    try Data(Mutator(samples: samples).document(number).bytes).write(to: URL(filePath: arguments[2]))
case ("seeds", 3):
    guard let target = FuzzTarget(rawValue: arguments[1]) else { leave("no such target: \(arguments[1])") }
    for (index, seed) in target.seeds(from: samples).enumerated() {
        try Data(seed).write(to: URL(filePath: arguments[2]).appending(path: "seed-\(index)"))
    }
case ("check", 3...):
    guard let target = FuzzTarget(rawValue: arguments[1]) else { leave("no such target: \(arguments[1])") }
    let oracle = try Oracle()
    for file in arguments.dropFirst(2) {
        let bytes = Array(try Data(contentsOf: URL(filePath: file)))
        for fault in oracle.faults(of: bytes, as: target, isThorough: true) { print("\(file): \(fault)") }
    }
case ("targets", 1): for target in FuzzTarget.allCases { print(target.rawValue) }
default: leave(usage)
}
