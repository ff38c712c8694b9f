import Foundation
import Testing
import VanBanModel

@testable import VanBanTools

@Suite("programs in processes of their own")
struct ToolRunTests {
    private func shell(_ script: String, _ limits: ToolLimits = ToolLimits()) throws -> ToolResult {
        try ToolRun(ExternalTool(program: "bash", package: "bash"), ["-c", script], limits: limits).run()
    }

    @Test("a program finds its folder, its files, and nothing of our environment")
    func surroundings() throws {
        setenv("VANBAN_SECRET", "1", 1)
        let run = ToolRun(
            ExternalTool(program: "bash", package: "bash"),
            ["-c", "pwd; cat; cat b; env; echo no >&2; echo >c; exit 3"],
            files: ["a": Array("in".utf8), "b": Array("side".utf8)], input: "a")
        let result = try run.run()
        #expect(result.ending == .exited(status: 3))
        let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
        #expect(lines.first.map(String.init) == result.folder.path)
        #expect(lines[1].hasPrefix("inside"))
        let names = (lines.dropFirst(2) + [lines[1].dropFirst(6)]).compactMap { $0.split(separator: "=").first }
        #expect(
            Set(names).isSubset(of: [
                "PATH", "HOME", "TMPDIR", "LANG", "OMP_THREAD_LIMIT", "PWD", "SHLVL", "_", "OLDPWD",
            ]))
        #expect(result.errors == "no\n")
        #expect(result.folder.names == ["a", "b", "c"])
        #expect(result.folder.bytes(of: "c", limit: 10) == [0x0A])
        #expect(result.folder.bytes(of: "b", limit: 3) == nil)
    }

    @Test("a program's folder goes with the last who holds it")
    func folderIsRemoved() throws {
        let path: String
        do {
            let result = try shell("mkdir -p x/y; touch x/y/z")
            path = result.folder.path
            #expect(FileManager.default.fileExists(atPath: path + "/x/y/z"))
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("a program that hangs is ended, and what it wrote is there")
    func hangs() throws {
        let begin = Date()
        let result = try shell("echo here; sleep 60", ToolLimits(wallSeconds: 0.3))
        #expect(result.ending == .stopped(.wallTime))
        #expect(result.output == Array("here\n".utf8))
        #expect(Date().timeIntervalSince(begin) < 10)
    }

    @Test("a program that closes its output and hangs is ended, too")
    func hangsSilently() throws {
        let result = try shell("exec >&- 2>&-; sleep 60", ToolLimits(wallSeconds: 0.3))
        #expect(result.ending == .stopped(.wallTime))
    }

    @Test("a program that only works is ended after its processor time")
    func works() throws {
        let result = try shell("while :; do :; done", ToolLimits(processorSeconds: 1, wallSeconds: 30))
        #expect(result.ending == .stopped(.processorTime))
        #expect((0.8...3).contains(result.processorSeconds))
    }

    @Test("a program that eats memory is ended or refused")
    func eats() throws {
        let result = try shell("exec tail /dev/zero", ToolLimits(wallSeconds: 30, memoryBytes: 256 << 20))
        #expect(result.ending == .stopped(.memory))
    }

    @Test("output without end is cut off where its limit is")
    func endlessOutput() throws {
        let result = try shell("exec yes", ToolLimits(outputBytes: 100_000))
        #expect(result.ending == .stopped(.outputSize))
        #expect(result.output.count == 100_000)
    }

    @Test("errors without end are read and dropped")
    func endlessErrors() throws {
        let result = try shell("yes | head -c 3000000 >&2; echo done", ToolLimits(errorBytes: 10))
        #expect(result.ending == .exited(status: 0))
        #expect(result.errors == "y\ny\ny\ny\ny\n")
        #expect(result.output == Array("done\n".utf8))
    }

    @Test("a large output comes whole")
    func largeOutput() throws {
        let result = try shell("head -c 5000000 /dev/zero")
        #expect(result.hasSucceeded)
        #expect(result.output.count == 5_000_000)
    }

    @Test("a file grows to its limit and no further")
    func endlessFile() throws {
        let result = try shell("yes >out; exit 1", ToolLimits(fileBytes: 1 << 20))
        #expect(result.ending == .stopped(.fileSize))
        #expect(result.folder.largestFile == 1 << 20)
    }

    @Test("a program that crashes is told from one that ends")
    func crashes() throws {
        let result = try shell("f() { f; }; f", ToolLimits(memoryBytes: 1 << 30))
        #expect(result.ending == .killed(signal: SIGSEGV))
    }

    @Test("a program that forks without end is ended with all its children")
    func forks() throws {
        let result = try shell(
            "while :; do sleep 61.5 & done", ToolLimits(wallSeconds: 20, processes: 20))
        #expect(result.ending != .exited(status: 0))
        if getuid() == 0 { #expect(result.ending == .stopped(.processes)) }
        #expect(!isRunning("61.5"))
    }

    @Test("children that are left behind end with the program, in whatever session")
    func leftBehind() throws {
        let result = try shell("sleep 62.5 & setsid sleep 62.5 & echo done")
        #expect(result.ending == .exited(status: 0))
        #expect(result.output == Array("done\n".utf8))
        if ToolRun.takesNetwork { #expect(!isRunning("62.5")) }
    }

    @Test("a program has no network where the system lets it be taken")
    func network() throws {
        guard ToolRun.takesNetwork else { return }
        let result = try shell("cat /proc/self/net/dev")
        let devices = String(decoding: result.output, as: UTF8.self).split(separator: "\n").filter {
            $0.contains(":")
        }
        #expect(devices.count == 1)
    }

    @Test("a program that is not there is named with its package")
    func missing() {
        let tool = ExternalTool(program: "no-such-program", package: "no-such-package")
        #expect(!tool.isPresent)
        #expect(throws: ToolFailure.missing(ToolMissing(tool: tool))) { try ToolRun(tool, []).run() }
        #expect(
            ToolMissing(tool: tool).message(in: .english)
                == "no-such-program is not there; install the package no-such-package (apt install no-such-package)")
        #expect(ToolMissing(tool: tool).message(in: .vietnamese).contains("no-such-package"))
    }

    @Test(
        "versions are told from what programs print",
        arguments: [
            ("pdftotext version 22.12.0\nCopyright 2005-2022", "22.12.0"),
            ("tesseract 5.3.0\n leptonica-1.82.0", "5.3.0"), ("LibreOffice 7.4.7.2 40(Build:2)", "7.4.7.2"),
            ("x. y 1.2.", "1.2"),
        ])
    func versions(said: String, version: String) {
        #expect(ExternalTool.version(in: said) == version)
    }

    @Test("no version is told from a text without one")
    func noVersion() { #expect(ExternalTool.version(in: "usage: x. 7") == nil) }

    @Test("what an ended process left behind is removed, what a living one has is not")
    func abandoned() throws {
        let folder = try PrivateFolder()
        let parent = URL(fileURLWithPath: folder.path).deletingLastPathComponent().path
        let left = parent + "/vanban-tool-999999999-abcdef"
        try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
        PrivateFolder.removeAbandoned()
        #expect(!FileManager.default.fileExists(atPath: left))
        #expect(FileManager.default.fileExists(atPath: folder.path))
    }

    private func isRunning(_ argument: String) -> Bool {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.contains { process in
            guard let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else { return false }
            return line.split(separator: 0).contains { Array($0) == Array(argument.utf8) }
        }
    }
}
