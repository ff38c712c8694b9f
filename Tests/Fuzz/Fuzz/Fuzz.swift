import Foundation
import VanBanFuzzing

/// What a run of the fuzzer works with: its target is named by the environment, since libFuzzer owns the command line.
private enum Session {
    static let target = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["VANBAN_FUZZ_TARGET"] ?? "") ?? .tabs
    static let mutator = Mutator(
        samples: ProcessInfo.processInfo.environment["VANBAN_FUZZ_SAMPLES"].map { Sample.all(in: URL(filePath: $0)) }
            ?? [])
    static let oracle = try? Oracle()
    nonisolated(unsafe) static var runs = 0
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int) -> Int

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let oracle = Session.oracle else { fatalError("the schema cannot be read") }
    Session.runs += 1
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    // Eight threads cost eight times as much: now and then is often enough, and each finding is read again by itself.
    let faults = oracle.faults(of: bytes, as: Session.target, isThorough: Session.runs % 64 == 1)
    guard faults.isEmpty else { fatalError("FINDING " + faults.prefix(5).joined(separator: " / ")) }
    return 0
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int, _ seed: CUnsignedInt) -> Int {
    // Bytes half of the time; of packages always, whose parts have targets of their own.
    guard seed % 2 == 0, Session.target != .zip else { return mutateBytes(data, size, limit) }
    let bytes = Array(UnsafeBufferPointer(start: UnsafePointer(data), count: size))
    let changed = Session.target.changed(bytes, by: Session.mutator, seed: UInt64(seed)).prefix(limit)
    for (index, byte) in changed.enumerated() { data[index] = byte }
    return changed.count
}
