import Text

/// What a text is written in. Of those that one language alone has much news in, it is that language's.
enum Script: Hashable, Sendable {
    case latin, cyrillic, arabic, han
    /// Letters that are enough to know the language: its tag and its name.
    case of(String, String)

    /// - Returns: nil for what is no letter, and for letters that are not told apart.
    init?(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x250 {
            guard scalar.isLetter else { return nil }
            self = .latin
            return
        }
        guard let found = Self.ranges.first(where: { $0.range.contains(value) }) else { return nil }
        self = found.script
    }

    /// How much of a language a letter is: a syllable or a word are several of Latin letters.
    var weight: Int {
        switch self {
        case .han, .of("ja", _), .of("ko", _): 3
        default: 1
        }
    }

    private static let ranges: [(range: ClosedRange<UInt32>, script: Script)] = [
        (0x1E00...0x1EFF, .latin), (0x400...0x52F, .cyrillic), (0x600...0x6FF, .arabic), (0x750...0x77F, .arabic),
        (0xFB50...0xFDFF, .arabic), (0xFE70...0xFEFC, .arabic), (0x4E00...0x9FFF, .han), (0x3400...0x4DBF, .han),
        (0x3041...0x30FF, .of("ja", "Japanese")), (0xAC00...0xD7A3, .of("ko", "Korean")),
        (0x370...0x3FF, .of("el", "Greek")), (0x1F00...0x1FFF, .of("el", "Greek")),
        (0x590...0x5FF, .of("he", "Hebrew")), (0x900...0x97F, .of("hi", "Hindi")),
        (0x980...0x9FF, .of("bn", "Bengali")), (0xA00...0xA7F, .of("pa", "Punjabi")),
        (0xA80...0xAFF, .of("gu", "Gujarati")), (0xB80...0xBFF, .of("ta", "Tamil")),
        (0xC00...0xC7F, .of("te", "Telugu")), (0xC80...0xCFF, .of("kn", "Kannada")),
        (0xD00...0xD7F, .of("ml", "Malayalam")), (0xD80...0xDFF, .of("si", "Sinhala")),
        (0xE00...0xE7F, .of("th", "Thai")), (0xE80...0xEFF, .of("lo", "Lao")),
        (0x1000...0x109F, .of("my", "Burmese")), (0x10A0...0x10FF, .of("ka", "Georgian")),
        (0x530...0x58F, .of("hy", "Armenian")), (0x1200...0x137F, .of("am", "Amharic")),
        (0x1780...0x17FF, .of("km", "Khmer")),
    ]
}
