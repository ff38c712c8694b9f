import ArgumentParser

/// Where `-o` leads: to a file or a folder, or by a dash to standard output, as without the option.
struct OutputPath: ExpressibleByArgument {
    /// The file or folder; nil for standard output.
    let file: String?

    init(file: String?) { self.file = file }

    init(argument: String) { file = argument == "-" ? nil : argument }
}
