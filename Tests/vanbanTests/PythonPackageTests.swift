import Foundation
import Testing

/// The Python package against the samples, from its sources; `make python-test` tries the wheel in an environment of its own.
@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct PythonPackageTests {
    @Test("records are typed values, errors have codes, rows have days, and models are those of the schema")
    func package() throws {
        let program = try #require(Program.built).executable.path
        let script = Program.root.appending(path: "bindings/python/tests/test_vanban.py").path
        let prepared = Program.root.appending(path: ".build/schema-venv/bin/python").path
        let python = FileManager.default.isExecutableFile(atPath: prepared) ? prepared : "python3"
        let run = try #require(try Program.run(["env", "VANBAN_PROGRAM=\(program)", python, "-B", script]))
        if run.status == 127 {
            print("Skipped: python3 was not found.")
            return
        }
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("OK"))
    }
}
