/// The JSON Schema of the record, which travels inside the program.
///
/// ```swift
/// print(RecordSchema.json)  // what `vanban schema` prints
/// ```
package enum RecordSchema {
    /// `Schemas/vanban-1.schema.json`, byte for byte: JSON Schema 2020-12 in UTF-8, with a description for every field.
    package static var json: String { String(decoding: PackageResources.vanban_1_schema_json, as: UTF8.self) }

    /// The schema's `$id`, a name and no address: nothing is fetched to validate.
    package static let identifier = "urn:vanban:schema:1"
}
