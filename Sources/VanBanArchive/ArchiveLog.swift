import Logging

/// What an archive says to whoever runs it, by way of swift-log: workers that start and end, documents that brought one down,
/// tables that were brought up to date, runs that begin and end. Messages are constant, what they speak of is metadata.
///
/// Nothing that a user has to know is told here alone: the database, the report and the counts of a run have that.
enum ArchiveLog {
    static let logger = Logger(label: "vanban.archive")
}
