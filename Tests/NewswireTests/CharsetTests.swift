import Testing

@testable import Newswire

@Suite struct CharsetTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var text: String
        var encoding: String
        var warnings = 0
        var testDescription: String { name }
    }

    static let rows = [
        Row(name: "ASCII", bytes: ascii("He said no."), text: "He said no.", encoding: "utf-8"),
        Row(
            name: "UTF-8", bytes: ascii("“Zażółć,” said Ægir \u{1F600}."), text: "“Zażółć,” said Ægir \u{1F600}.",
            encoding: "utf-8"),
        Row(name: "UTF-8 with a mark", bytes: [0xEF, 0xBB, 0xBF] + ascii("Yes"), text: "Yes", encoding: "utf-8"),
        Row(
            name: "UTF-16LE", bytes: [0xFF, 0xFE, 0x1C, 0x20, 0x41, 0, 0x3D, 0xD8, 0x00, 0xDE], text: "“A\u{1F600}",
            encoding: "utf-16le"),
        Row(
            name: "UTF-16BE", bytes: [0xFE, 0xFF, 0x20, 0x1C, 0, 0x41, 0xD8, 0x3D, 0xDE, 0x00], text: "“A\u{1F600}",
            encoding: "utf-16be"),
        Row(
            name: "UTF-32LE", bytes: [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0, 0, 0xF6, 1, 0], text: "A\u{1F600}",
            encoding: "utf-32le"),
        Row(
            name: "UTF-32BE", bytes: [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41, 0, 1, 0xF6, 0], text: "A\u{1F600}",
            encoding: "utf-32be"),
        Row(
            name: "a lone surrogate", bytes: [0xFF, 0xFE, 0x41, 0, 0x3D, 0xD8, 0x42, 0], text: "A\u{FFFD}B",
            encoding: "utf-16le", warnings: 1),
        Row(
            name: "half a UTF-16 unit", bytes: [0xFF, 0xFE, 0x41, 0, 0x42], text: "A\u{FFFD}", encoding: "utf-16le",
            warnings: 1),
        Row(
            name: "windows-1252 is guessed",
            bytes: [0x93] + ascii("No") + [0x94] + ascii(" cost 5 ") + [0x80] + ascii(", Ren") + [0xE9],
            text: "“No” cost 5 €, René", encoding: "windows-1252", warnings: 1),
        Row(
            name: "Mac Roman is guessed",
            bytes: [0xD2] + ascii("No,") + [0xD3] + ascii(" said Ren") + [0x8E] + ascii(". It") + [0xD5]
                + ascii("s off."),
            text: "“No,” said René. It’s off.", encoding: "macintosh", warnings: 1),
        Row(
            name: "capitals of windows-1252 are no marks of Mac Roman",
            bytes: ascii("PI") + [0xD2] + ascii(" e PAS") + [0xD3] + ascii("N"), text: "PIÒ e PASÓN",
            encoding: "windows-1252", warnings: 1),
        Row(
            name: "declared Mac Roman", bytes: ascii("charset=x-mac-roman ") + [0xD2, 0x8E, 0xD3],
            text: "charset=x-mac-roman “é”", encoding: "macintosh"),
        Row(
            name: "the empty places of windows-1252", bytes: ascii("caf") + [0xE9, 0x20, 0x81, 0x9D],
            text: "café \u{81}\u{9D}", encoding: "windows-1252", warnings: 1),
        Row(
            name: "declared ISO-8859-1", bytes: ascii("charset=iso-8859-1\n") + [0x93, 0xA3, 0x94],
            text: "charset=iso-8859-1\n“£”", encoding: "windows-1252"),
        Row(
            name: "declared ISO-8859-15", bytes: ascii("-*- coding: latin-9 -*-\n") + [0xA4, 0xE9],
            text: "-*- coding: latin-9 -*-\n€é", encoding: "iso-8859-15"),
        Row(
            name: "valid UTF-8 wins over a lying declaration", bytes: ascii("charset=windows-1252 “é”"),
            text: "charset=windows-1252 “é”", encoding: "utf-8"),
        Row(
            name: "declared UTF-8 that is not", bytes: ascii("charset=utf-8 caf") + [0xE9],
            text: "charset=utf-8 café", encoding: "windows-1252", warnings: 1),
        Row(
            name: "an unknown declaration", bytes: ascii("charset=klingon caf") + [0xE9], text: "charset=klingon café",
            encoding: "windows-1252", warnings: 1),
        Row(
            name: "UTF-8 with stray windows-1252 quotes",
            bytes: ascii("“One” and “two” and ") + [0x93] + ascii("three."), text: "“One” and “two” and “three.",
            encoding: "utf-8", warnings: 1),
        Row(
            name: "UTF-8 cut within a character", bytes: ascii("“One” and “two") + [0xE2, 0x80],
            text: "“One” and “two\u{FFFD}", encoding: "utf-8", warnings: 1),
        Row(
            name: "C1 controls in UTF-8", bytes: ascii("It\u{92}s \u{93}ours\u{94}\u{85}"), text: "It’s “ours”…",
            encoding: "utf-8", warnings: 1),
    ]

    @Test(arguments: rows)
    func decodesBytes(_ row: Row) throws {
        let decoded = try DecodedText(row.bytes)
        #expect(Array(decoded.text.unicodeScalars) == Array(row.text.unicodeScalars))
        #expect(decoded.charset.name == row.encoding)
        #expect(decoded.warnings.count == row.warnings, "\(decoded.warnings)")
    }

    @Test func everyWindows1252ByteIsOneCharacter() throws {
        let bytes = ascii("charset=latin1 ") + (0x80...0xFF).map { UInt8($0) }
        let decoded = try DecodedText(bytes)
        #expect(decoded.text.unicodeScalars.count == bytes.count)
        #expect(decoded.text.unicodeScalars.last == "ÿ")
    }

    /// The mender's walk must agree with the standard library's about what is ill-formed.
    @Test func mendsExactlyWhatTheStandardLibraryCallsInvalid() {
        var generator = SystemRandomNumberGenerator()
        let alphabet: [UInt8] = [
            0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
        ]
        for _ in 0..<5000 {
            let bytes = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator)!
            }
            let decoded = UTF8Mender.mend(bytes)
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect((decoded.mended == 0) == isValid, "\(bytes)")
            let replaced = String(decoding: bytes, as: UTF8.self)
            #expect(decoded.text.unicodeScalars.count == replaced.unicodeScalars.count, "\(bytes)")
        }
    }
}

func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }
