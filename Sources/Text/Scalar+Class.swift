extension Unicode.Scalar {
    /// What the tokenizer needs to know of a code point; ASCII by a few comparisons, the rest from Unicode's tables.
    package var isLetter: Bool {
        if isASCII { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
        return value >= 0xAA && !isPunctuationBlock && properties.isAlphabetic
    }

    var isDigit: Bool {
        if isASCII { return value >= 0x30 && value <= 0x39 }
        return value >= 0x660 && !isPunctuationBlock && properties.numericType == .decimal
    }

    /// Combining marks, joiners and variation selectors continue what stands before them.
    var isExtender: Bool {
        if value < 0xAD { return false }
        if value == 0xAD || value == 0x200C || value == 0x200D || value == 0xFE0F { return true }
        if isPunctuationBlock { return false }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    var isSpace: Bool {
        if isASCII { return value == 0x20 || (value >= 0x09 && value <= 0x0D) }
        return value == 0xA0 || value == 0x85 || value == 0x1680 || (value >= 0x2000 && value <= 0x200B)
            || value == 0x2028 || value == 0x2029 || value == 0x202F || value == 0x205F || value == 0x3000
            || value == 0xFEFF
    }

    var isUppercase: Bool {
        if isASCII { return value >= 0x41 && value <= 0x5A }
        return isLetter && (properties.isUppercase || properties.generalCategory == .titlecaseLetter)
    }

    var isApostrophe: Bool { value == 0x27 || value == 0x2019 || value == 0x92 }

    private var isPunctuationBlock: Bool { value >= 0x2000 && value <= 0x206F }
}
