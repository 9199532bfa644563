/// What a word does in the grammar of names, mentions and times: `the` is a `definiteArticle`, and so is German `der`.
///
/// Each language lists its own words in `grammar-words.yaml`, and none for what it has not. So the code that asks is the
/// same for all of them.
package enum GrammarWord: UInt8, Sendable, CaseIterable {
    // Parts of words
    case clitic, elision
    // Persons
    case firstPersonSingular, firstPersonPlural, secondPerson, malePronoun, femalePronoun, thingPronoun, pluralPronoun
    case indefiniteGroup, everybody, somebody, personRelative, thingRelative, questionLabel, answerLabel
    case interview
    // Noun phrases
    case definiteArticle, indefiniteArticle, genitiveMark, genitivePreposition, placePreposition, purposePreposition,
        linkingPreposition, originPreposition
    case belongingPreposition, conjunction, negativeConjunction, one, smallNumber, quantity, collective, kin
    case believing, anonymity, age
    // Names
    case nameParticle, nameSuffix, postnominal, purposefulBody, thingAbbreviation

    /// As `grammar-words.yaml` spells it: "definite-article".
    package var name: String {
        "\(self)".reduce(into: "") { name, letter in
            name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
        }
    }
}

/// All that a word does.
package struct GrammarWords: OptionSet, Sendable, Hashable {
    package let rawValue: UInt64
    package init(rawValue: UInt64) { self.rawValue = rawValue }
    package init(_ word: GrammarWord) { rawValue = 1 << UInt64(word.rawValue) }

    package func contains(_ word: GrammarWord) -> Bool { rawValue & 1 << UInt64(word.rawValue) != 0 }
}
