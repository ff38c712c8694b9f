import VanBanReading

/// Archives and letters: each entry has a name of its own, and is to be had or has a reason.
enum ContainerFuzzing {
    static func faults(of bytes: [UInt8]) -> [String] {
        var limits = ReadingLimits()
        limits.fileBytes = 4 << 20
        limits.ratioFloor = 1 << 20
        limits.archiveEntries = 10_000
        guard let archive = try? DocumentArchive(bytes, limits: limits), let contents = try? archive.contents() else {
            return []
        }
        var faults: [String] = []
        let told = contents.entries + contents.problems.map(\.entry)
        if Set(told).count != told.count { faults.append("two entries have one name") }
        var unpacked = 0
        for entry in contents.entries {
            do throws(DocumentArchive.Failure) {
                unpacked += try archive.bytes(of: entry).count
            } catch {
                if error == .noSuchEntry { faults.append("an entry of the list is not found: \(entry.name.text)") }
            }
        }
        if unpacked > limits.ratioFloor, unpacked / max(1, bytes.count) > limits.archiveRatio {
            faults.append("\(bytes.count) bytes unpack into \(unpacked)")
        }
        return faults
    }

    private static let mail = Array(
        """
        To: a@b.vn\r
        MIME-Version: 1.0\r
        Content-Type: multipart/mixed; boundary="b"\r
        \r
        --b\r
        Content-Type: multipart/alternative; boundary=c\r
        \r
        --c\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: quoted-printable\r
        \r
        K=C3=ADnh g=E1=BB=\r
        =ADi\r
        --c\r
        Content-Type: text/html\r
        \r
        <p>a</p>\r
        --c--\r
        --b\r
        Content-Type: application/octet-stream; name="=?UTF-8?B?S+G6vw==?="\r
        Content-Transfer-Encoding: base64\r
        Content-Disposition: attachment; filename*0*=UTF-8''K%E1%BA%BF; filename*1=.txt\r
        \r
        S+G6vyBob+G6oWNo\r
        --b\r
        Content-Type: message/rfc822\r
        \r
        To: c\r
        Message-ID: <d>\r
        \r
        e\r
        --b--\r

        """.utf8)

    static let seeds: [[UInt8]] = {
        let inner = PackageFile(entries: [.init(name: "a.eml", bytes: mail), .init(name: "b!/c.txt", bytes: [0x62])])
        return [
            mail, inner.bytes,
            PackageFile(entries: [.init(name: "d.zip", bytes: inner.bytes), .init(name: "e", bytes: mail)]).bytes,
        ]
    }()
}
