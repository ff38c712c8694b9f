/// The JSON Schema of files of corrections, which travels inside the program.
package enum CorrectionSchema {
    /// `Schemas/vanban-corrections-1.schema.json`, byte for byte.
    package static var json: String {
        String(decoding: PackageResources.vanban_corrections_1_schema_json, as: UTF8.self)
    }
}
