import ArgumentParser
import VanBanMessages
import VanBanModel

/// The words of a message of the table (see ``Messages``) in the language in which this run speaks to people.
func told(_ key: String, _ arguments: String...) -> String {
    Messages.text(key, in: Environment.spoken, arguments)
}

extension ArgumentHelp {
    /// The help of an argument by the table of messages.
    /// - Parameters:
    ///   - value: what its value is called, the end of a key below `value.`.
    ///   - more: the key of what is said besides.
    static func told(
        _ key: String, _ arguments: String..., value: String? = nil, more: String? = nil
    ) -> ArgumentHelp {
        let language = Environment.spoken
        return ArgumentHelp(
            Messages.text(key, in: language, arguments), discussion: more.map { Messages.text($0, in: language) } ?? "",
            valueName: value.map { Messages.text("value." + $0, in: language) })
    }
}
