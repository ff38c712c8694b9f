import FoundationEssentials
import VanBanReading
import VanBanTools

/// The picture of a page, for the eye.
package struct PagePicture: Sendable {
    /// From 1.
    package var number: Int
    /// In points, as places on pages are told.
    package var width: Double
    package var height: Double
    /// JPEG.
    package var bytes: [UInt8]
}

/// Makes pictures of a PDF file's pages, small enough to stand in a page for a browser.
package enum PagePictures {
    private static let name = "in.pdf"
    /// Pixels for an inch; of long documents fewer.
    private static let resolution = 84.0
    private static let coarseResolution = 60.0
    private static let manyPages = 60
    /// No more than this goes into one page for a browser.
    private static let mostBytes = 48 << 20

    /// - Parameters:
    ///   - file: a PDF file.
    ///   - count: how many pages it has.
    /// - Returns: a picture of each page, in order; none where Poppler is missing, fails, or would make too much of it.
    package static func pictures(ofPDF file: [UInt8], pages count: Int) -> [PagePicture] {
        guard count > 0, count <= 2_000 else { return [] }
        let resolution = count > manyPages ? coarseResolution : Self.resolution
        do throws(ToolFailure) {
            let folder = try PrivateFolder()
            try folder.write(file, to: name)
            let result = try ToolRun(
                .pdfPictures,
                [
                    "-gray", "-jpeg", "-jpegopt", "quality=62", "-r", String(resolution), name, "page",
                ],
                limits: ToolLimits(
                    processorSeconds: 60 + 4 * count, wallSeconds: 60 + 8 * Double(count), fileBytes: 8 << 20,
                    processes: 64),
                folder: folder
            ).run()
            guard result.hasSucceeded else { return [] }
            return pictures(in: folder.path, resolution: resolution)
        } catch {
            return []
        }
    }

    private static func pictures(in folder: String, resolution: Double) -> [PagePicture] {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
            $0.hasPrefix("page-") && $0.hasSuffix(".jpg")
        }
        var pictures: [PagePicture] = []
        var total = 0
        for name in names {
            guard let number = Int(name.dropFirst(5).dropLast(4)),
                let data = FileManager.default.contents(atPath: folder + "/" + name), let size = JPEGSize([UInt8](data))
            else { return [] }
            total += data.count
            guard total <= mostBytes else { return [] }
            pictures.append(
                PagePicture(
                    number: number, width: Double(size.width) * 72 / resolution,
                    height: Double(size.height) * 72 / resolution, bytes: [UInt8](data)))
        }
        return pictures.sorted { $0.number < $1.number }
    }
}

/// How large a picture is, from the head of its frame (ITU-T T.81, B.2.2).
struct JPEGSize: Equatable {
    var width: Int
    var height: Int

    init?(_ bytes: [UInt8]) {
        var offset = 2
        while offset + 9 < bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            let length = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
            // Frames of all kinds; between their markers stand tables and others.
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                height = Int(bytes[offset + 5]) << 8 | Int(bytes[offset + 6])
                width = Int(bytes[offset + 7]) << 8 | Int(bytes[offset + 8])
                return
            }
            offset += 2 + max(2, length)
        }
        return nil
    }
}
