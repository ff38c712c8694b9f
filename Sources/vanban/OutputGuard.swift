import ArgumentParser
import VanBanMessages
import VanBanModel
import VanBanReading

/// Keeps what is read from being written over, by whatever name or link it is reached.
struct OutputGuard {
    private var inputs: [FileIdentity: String] = [:]
    private let language: Language

    /// - Parameter inputs: the paths of files that are read, a dash among them; what is not there counts for nothing.
    init(inputs: some Sequence<String?>, _ language: Language) {
        self.language = language
        for case .some(let path) in inputs {
            if let status = FileStatus(of: path == "-" ? "/dev/stdin" : path), status.isFile {
                self.inputs[status.identity] = path
            }
        }
    }

    /// - Throws: a mistake of usage where one of the outputs is one of the inputs; nothing was written yet.
    func check(_ outputs: String?...) throws { try check(outputs) }

    func check(_ outputs: some Sequence<String?>) throws {
        guard !inputs.isEmpty else { return }
        for case .some(let output) in outputs {
            guard let status = FileStatus(of: output), let input = inputs[status.identity] else { continue }
            throw ValidationError(Self.words(output, input, language))
        }
    }

    private static func words(_ output: String, _ input: String, _ language: Language) -> String {
        let (output, input) = (FileName.shown(output), FileName.shown(input))
        return Messages.text("output.isInput", in: language, [output, input])
    }
}
