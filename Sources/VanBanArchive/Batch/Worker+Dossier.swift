import VanBanCorrections
import VanBanModel
import VanBanReading
import VanBanStructure

extension Worker {
    /// Writes the record of a dossier: of all its files, in the order that they say themselves. The database keeps the files'
    /// own records alone.
    mutating func answer(_ request: WorkRequest, of items: [InputItem]) -> WorkReply {
        var reply = WorkReply(number: request.number, outcome: .converted)
        do throws(FailureMessage) {
            var records: [Record] = []
            for item in items {
                let single = WorkRequest(number: request.number, item: item)
                let bytes = try content(of: single)
                let corrections = settings.corrections?
                    .corrections(sha256: FileDigest.sha256(of: bytes), name: item.fileName)
                records.append(try record(of: consume bytes, single, corrections))
            }
            guard let dossier = Dossier(records) else { throw FailureMessage("badRequest") }
            try write(dossier.record, request)
        } catch {
            reply.fail(error)
            removeOutputs(request)
        }
        return reply
    }
}
