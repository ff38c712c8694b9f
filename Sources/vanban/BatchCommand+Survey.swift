import ArgumentParser
import VanBanArchive
import VanBanConversion
import VanBanReading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension BatchCommand {
    /// Says what the batch would meet; nothing is converted, and no database is made.
    func survey(_ list: InputList, _ paths: [String]) throws {
        var list = list
        var known: [FileName: ArchiveStore.Entry] = [:]
        let database = database ?? output.map { $0 + "/.vanban-batch.sqlite" }
        var root = self.root.map { ArchiveRoot($0) }
        if let database, FileStatus(of: database) != nil {
            do throws(ArchiveStoreError) {
                let archive = try ArchiveReader(path: database)
                known = try archive.entries()
                if root == nil { root = try archive.root() }
            } catch {
                StandardError.print("vanban: " + error.message(in: shared.language))
                throw ExitCode(2)
            }
        }
        list.place(below: root ?? ArchiveRoot(of: paths))
        var signs = LifeSigns(isQuiet: shared.quiet, key: "survey.progress")
        let survey = BatchSurvey(list, known: known, reader: reading.reader) { signs.note(rows: $0) }
        signs.end()
        for problem in list.problems {
            StandardError.print("vanban: \(problem.path): \(problem.cause.message(in: shared.language))")
        }
        let wanted: [(program: String, isWanted: Bool)] = [
            ("pdftotext", survey.kinds["pdf"] != nil),
            ("tesseract", survey.kinds["image"] != nil || survey.kinds["pdf"] != nil),
            ("soffice", !survey.converted.isEmpty),
        ]
        let missing = Toolbox().items.filter { item in
            item.path == nil && wanted.contains { $0.program == item.tool.program && $0.isWanted }
        }
        print(
            survey.text(
                problems: list.problems.count, jobs: jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))),
                missing: missing.map(\.tool.package), in: shared.language), terminator: "")
        if !list.problems.isEmpty { throw ExitCode(1) }
    }
}
