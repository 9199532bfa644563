/// Binary formats, recognised by their first bytes, whose text cannot be read directly.
enum BinaryFormat: CaseIterable {
    case pdf, word, oldOffice, openDocument, epub, zip, sevenZip, bzip2, xz, zstd, tar
    case png, jpeg, gif, tiff, webp, heif, video, audio, sqlite, parquet, executable

    /// The name of the format for an error message, and what converts it to text.
    private var description: (kind: String, remedy: String) {
        switch self {
        case .pdf: ("a PDF document", "extract its text first, for instance with pdftotext")
        case .word: ("a table, slides or another document of Office (OOXML)", "save it as plain text (UTF-8)")
        case .oldOffice: ("an old Office document", "save it as plain text (UTF-8)")
        case .openDocument: ("an OpenDocument file that is no text", "save it as plain text (UTF-8)")
        case .epub: ("an EPUB book", "extract its text first")
        case .zip: ("a ZIP archive", "unpack it and drop in the files that it holds")
        case .sevenZip: ("a 7-Zip archive", "unpack it and drop in the files that it holds")
        case .tar: ("a tar archive", "unpack it and drop in the files that it holds")
        case .bzip2: ("bzip2-compressed", "decompress it with bunzip2 first")
        case .xz: ("xz-compressed", "decompress it with unxz first")
        case .zstd: ("zstd-compressed", "decompress it with unzstd first")
        case .png: ("a PNG picture", Self.noText)
        case .jpeg: ("a JPEG picture", Self.noText)
        case .gif: ("a GIF picture", Self.noText)
        case .tiff: ("a TIFF picture", Self.noText)
        case .webp: ("a WebP picture", Self.noText)
        case .heif: ("a HEIF or AVIF picture", Self.noText)
        case .video: ("a video", Self.noText)
        case .audio: ("a sound recording", Self.noText)
        case .sqlite: ("an SQLite database", "export its articles as text files")
        case .parquet: ("a Parquet table", "export its articles as text files")
        case .executable: ("a program", "it has no place in the inbox: remove it")
        }
    }

    private static let noText = "it holds no text to annotate: send only the articles to the inbox"

    /// Documents could be converted to text; the others are no text at all.
    private var code: NewswireError.Code {
        switch self {
        case .pdf, .word, .oldOffice, .openDocument, .epub: .unknownFormat
        default: .binary
        }
    }

    private func matches(_ head: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .pdf: head.starts(with: Array("%PDF-".utf8))
        case .word: Self.isZip(head) && (head.contains("[Content_Types].xml") || head.contains("word/"))
        case .oldOffice: head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        case .openDocument: Self.isZip(head) && head.contains("mimetypeapplication/vnd.oasis.opendocument")
        case .epub: Self.isZip(head) && head.contains("mimetypeapplication/epub+zip")
        case .zip: Self.isZip(head)
        case .sevenZip: head.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])
        case .bzip2: head.starts(with: Array("BZh".utf8)) && head.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26])
        case .xz: head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0])
        case .zstd: head.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
        case .tar: head.dropFirst(257).starts(with: Array("ustar".utf8))
        case .png: head.starts(with: [0x89, 0x50, 0x4E, 0x47])
        case .jpeg: head.starts(with: [0xFF, 0xD8, 0xFF])
        case .gif: head.starts(with: Array("GIF87a".utf8)) || head.starts(with: Array("GIF89a".utf8))
        case .tiff: head.starts(with: [0x49, 0x49, 0x2A, 0]) || head.starts(with: [0x4D, 0x4D, 0, 0x2A])
        case .webp: head.starts(with: Array("RIFF".utf8)) && head.dropFirst(8).starts(with: Array("WEBP".utf8))
        case .heif: brand(head).map { ["heic", "heix", "mif1", "avif"].contains($0) } ?? false
        case .video: brand(head) != nil || head.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
        case .audio: isAudio(head)
        case .sqlite: head.starts(with: Array("SQLite format 3\0".utf8))
        // A text may begin with these letters, but has no NUL soon after.
        case .parquet: head.starts(with: Array("PAR1".utf8)) && head.prefix(64).contains(0)
        case .executable: head.starts(with: [0x7F, 0x45, 0x4C, 0x46])
        }
    }

    static func isZip(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: [0x50, 0x4B, 3, 4]) }

    private func isAudio(_ head: ArraySlice<UInt8>) -> Bool {
        let container = head.starts(with: Array("RIFF".utf8)) && head.dropFirst(8).starts(with: Array("WAVE".utf8))
        // The version of the tag, which is no letter, follows its name.
        let tagged = head.starts(with: Array("ID3".utf8)) && (head.dropFirst(3).first ?? 9) < 9
        return container || tagged || head.starts(with: Array("OggS\0".utf8)) || head.starts(with: Array("fLaC".utf8))
    }

    /// The brand of an ISO base media file.
    private func brand(_ head: ArraySlice<UInt8>) -> String? {
        guard head.dropFirst(4).starts(with: Array("ftyp".utf8)), head.first == 0 else { return nil }
        return String(decoding: head.dropFirst(8).prefix(4), as: UTF8.self)
    }
}

extension BinaryFormat: Reader {
    var format: String { "\(self)" }

    func recognise(_ sample: FileSample) -> Recognition { matches(sample.head) ? .certain : .no }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        throw NewswireError(code, reason: "the file is \(description.kind)", remedy: description.remedy)
    }
}
