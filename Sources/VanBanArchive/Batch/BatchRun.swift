import VanBanCorrections
import VanBanModel
import VanBanReading

/// Converts many documents: hands them to workers, leaves out what is done already, counts and reports.
///
/// ```swift
/// var run = BatchRun(list: list, settings: settings)
/// let summary = try run.convertAll(store: store, on: { event in show(event) })
/// ```
package struct BatchRun {
    package struct Settings: Sendable {
        package var pool: WorkerPool.Settings
        /// Where files of output go; nil for none.
        package var folder: String?
        /// Names all of the program and its settings that results depend on.
        package var version: String
        /// Whether what failed in an earlier run is tried again although nothing changed.
        package var retriesFailures: Bool
        /// Readers by way of other people's programs, on which results depend, too.
        package var further: [any FurtherReader] = []
        /// What people put right, which workers look up, too.
        package var corrections: CorrectionStore?

        package init(
            pool: WorkerPool.Settings, folder: String?, version: String, retriesFailures: Bool = false,
            corrections: CorrectionStore? = nil
        ) {
            self.corrections = corrections
            self.pool = pool
            self.folder = folder
            self.version = version
            self.retriesFailures = retriesFailures
        }
    }

    /// What became of one document.
    package struct Result: Hashable, Sendable {
        package var document: String
        package var outcome: WorkReply.Outcome
        package var sha256: String?
        package var reason: String?
        package var message: String?
        /// The package of a program that is missing.
        package var package: String?
        /// The codes of the errors and warnings in its record.
        package var codes: [String]?
    }

    private let list: InputList
    private let settings: Settings

    package init(list: InputList, settings: Settings) {
        self.list = list
        self.settings = settings
    }

    /// Goes through all documents.
    /// - Parameters:
    ///   - store: where it stands what is done; workers write to the same file.
    ///   - known: what stands there, where it was asked for already.
    ///   - control: asked some times a second.
    ///   - progress: told after each document, and some times a second.
    /// - Throws: ``BatchFailure`` when nothing can go on.
    package func convertAll(
        store: ArchiveStore, known entries: [FileName: ArchiveStore.Entry]? = nil,
        control: () -> WorkerPool.Control, progress: (BatchSummary, Result?) -> Void
    ) throws(BatchFailure) -> BatchSummary {
        var summary = BatchSummary(total: list.items.count)
        for problem in list.problems { summary.add(problem) }
        let known: [FileName: ArchiveStore.Entry]
        if let entries {
            known = entries
        } else {
            do throws(ArchiveStoreError) { known = try store.entries() } catch { throw .store(error) }
        }
        var storeFailure: ArchiveStoreError?
        // Programs are asked for their versions only where something was read by way of them.
        let versions = Set(
            known.values.contains { $0.version.contains(Self.link) }
                ? settings.further.map { Self.version(settings.version, with: $0.version) } : [])
        var next = 0
        ArchiveLog.logger.info(
            "A batch begins.",
            metadata: [
                "documents": "\(list.items.count)", "known": "\(known.count)", "workers": "\(settings.pool.workers)",
                "version": "\(settings.version)",
            ])
        var pool = WorkerPool(settings.pool)
        do throws(WorkerPool.StartFailure) {
            try pool.run(
                next: {
                    guard storeFailure == nil, next < list.items.count else { return nil }
                    defer { next += 1 }
                    return request(next, known, versions)
                },
                tick: {
                    progress(summary, nil)
                    if storeFailure == nil, !store.isInPlace { storeFailure = .gone(path: store.path) }
                    return storeFailure == nil ? control() : .finish
                },
                done: { request, reply, _ in
                    let before = known[FileName(request.item.name)]
                    var result = Result(
                        document: request.item.name, outcome: reply.outcome, sha256: reply.sha256,
                        reason: reply.reason, message: reply.message, package: reply.package,
                        codes: reply.codes)
                    if reply.outcome == .unchanged, before?.isFailure == true {
                        // Nothing changed, and so it fails as it did.
                        result.outcome = .failed
                        result.reason = before?.reason
                        result.message = before?.message
                    }
                    if reply.outcome == .failed, WorkerPool.endings.contains(reply.reason ?? "") {
                        // The worker is gone and could not say so itself.
                        do throws(ArchiveStoreError) {
                            try store.keepFailure(
                                of: request.item.name, reply,
                                version: settings.corrections.version(
                                    settings.version, sha256: reply.sha256, name: request.item.fileName))
                        } catch {
                            storeFailure = error
                        }
                    }
                    summary.add(result)
                    progress(summary, result)
                })
        } catch {
            throw .start(error)
        }
        if let storeFailure { throw .store(storeFailure) }
        if !store.isInPlace { throw .store(.gone(path: store.path)) }
        summary.isComplete = next == list.items.count && summary.done == summary.total
        ArchiveLog.logger.info(
            "A batch ends.",
            metadata: [
                "converted": "\(summary.converted)", "unchanged": "\(summary.unchanged)", "failed": "\(summary.failed)",
                "complete": "\(summary.isComplete)",
            ])
        return summary
    }

    private static let link = " with "

    /// Names what a result depends on that was read by way of programs of others.
    static func version(_ own: String, with others: String) -> String { own + link + others }

    /// The reasons of failures that the document has no part in: a full disk, a folder without rights, a program that was
    /// not there.
    private static let passing: Set<String> = ["notWritten", "notStored", "needsConverter"]

    private func request(
        _ number: Int, _ known: [FileName: ArchiveStore.Entry], _ versions: Set<String>
    ) -> WorkRequest {
        let item = list.items[number]
        var request = WorkRequest(number: number, item: item)
        request.outputStem = settings.folder.map { $0 + "/" + item.outputStem }
        if let entry = known[FileName(item.name)],
            versions.union([settings.version]).contains(where: { version in
                entry.version == settings.corrections.version(version, sha256: entry.sha256, name: item.fileName)
            }),
            !(entry.isFailure && (settings.retriesFailures || Self.passing.contains(entry.reason ?? "")))
        {
            request.known = entry.sha256
            request.hadFailed = entry.isFailure
        }
        return request
    }
}

/// Why a batch cannot go on.
package enum BatchFailure: Error, Hashable, Sendable {
    case store(ArchiveStoreError)
    case start(WorkerPool.StartFailure)
}

/// What became of a batch.
package struct BatchSummary: Hashable, Sendable {
    package var total: Int
    package private(set) var converted = 0
    package private(set) var unchanged = 0
    /// How many failed, by reason.
    package private(set) var failures: [String: Int] = [:]
    /// The packages of programs that were missing.
    package private(set) var packages: Set<String> = []
    /// Paths of which nothing could be had.
    package private(set) var problems: [InputList.Problem] = []
    /// Whether all was gone through.
    package var isComplete = false

    package init(total: Int) { self.total = total }

    package var failed: Int { failures.values.reduce(0, +) }
    /// Those among the failed that are merely of another kind than documents: nothing is wrong with them.
    package var otherKinds: Int { Self.kindReasons.reduce(0) { $0 + failures[$1, default: 0] } }
    /// The reasons of such files.
    package static let kindReasons: Set<String> = ["unsupported", "notAdministrative", "notText", "misnamed"]
    /// Documents gone through.
    package var done: Int { converted + unchanged + failed }
    package var hasFailures: Bool { failed > 0 || !problems.isEmpty }

    mutating func add(_ result: BatchRun.Result) {
        if let package = result.package { packages.insert(package) }
        switch result.outcome {
        case .converted: converted += 1
        case .unchanged: unchanged += 1
        case .failed: failures[result.reason ?? "unknown", default: 0] += 1
        }
    }

    mutating func add(_ problem: InputList.Problem) { problems.append(problem) }
}
