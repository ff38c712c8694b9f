/// The JSON Schema of files of corrections, which travels inside the program.
public enum CorrectionSchema {
    /// `Schemas/vanban-corrections-1.schema.json`, byte for byte.
    public static var json: String {
        String(decoding: PackageResources.vanban_corrections_1_schema_json, as: UTF8.self)
    }
}
