import VanBanCorrections

extension CorrectionStore? {
    /// What a document's results depend on: the program and its settings, and what people put right in the document itself,
    /// so that changed corrections make only their own document be done again.
    func version(_ version: String, sha256: String?, name: String) -> String {
        guard let self, let sha256 else { return version }
        let digest = self.corrections(sha256: sha256, name: name).digest
        return digest.isEmpty ? version : version + " corrections " + digest
    }
}
