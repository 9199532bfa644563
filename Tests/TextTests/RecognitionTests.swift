import Foundation
import Newswire
import TestSupport
import Testing

@testable import LanguageKit
@testable import Text

@Suite struct RecognitionTests {
    static func article(_ text: String, declared: String? = nil) -> Article {
        var article = Article(text: text)
        article.metadata.language = declared
        return article
    }

    private func language(_ text: String, declared: String? = nil) -> ArticleLanguage {
        LanguageRecogniser(packs: ["en"]).language(of: Self.article(text, declared: declared))
    }

    @Test(arguments: Foreign.samples)
    func recognisesALanguageByAFewHundredBytes(_ sample: Foreign.Sample) {
        let found = language(sample.text)
        #expect(found.tag == sample.code && found.pack == nil)
        #expect(found.warning?.contains("(\(sample.code))") == true, "\(found)")
    }

    // MARK: What is English all the same

    @Test(arguments: Shipped.articles)
    func takesTheProjectsArticlesForEnglish(_ article: SampleArticle) {
        let found = language(article.text)
        #expect(found == ArticleLanguage(tag: "en", pack: "en"))
    }

    static let english = [
        "Scots": """
        The brig ower the watter will bide steekit till the spring, the cooncil telt fowk on Monday. “We'll no wait
        anither winter,” said the provost, wha wis gey fashed aboot the wark that disnae stairt afore March.
        """,
        "a quotation in another language": """
        The bridge stays closed until spring, the mayor told the council on Monday. “Wir warten nicht noch einen Winter,
        und das ist auch gut so,” she said in German. Officials said that they had not been told about her plans.
        """,
        "names": """
        Juan Carlos de la Cruz, María del Carmen Pérez y Núñez, José Luis de los Ríos, Ana de la Torre, Vincent van der Meer,
        Pieter van den Berg, Jan de Vries, Dirk van der Linden, Sofía de la Vega, Luis del Río, Otto von der Heide
        """,
        "capitals": """
        BRIDGE CLOSED UNTIL SPRING, COUNCIL SAYS. MAYOR TELLS PEOPLE THAT THE WORK WILL NOT BEGIN BEFORE MARCH AND THAT THEY
        SHOULD USE THE FERRY. DE LA CRUZ TO MEET COUNCIL ON FRIDAY.
        """,
    ]

    @Test(arguments: english.keys.sorted())
    func readsAsEnglish(_ kind: String) throws {
        let found = language(try #require(Self.english[kind]))
        #expect(found.pack == "en" && found.warning == nil, "\(found)")
    }

    @Test(arguments: [
        "Arsenal 2 Chelsea 1. Real Madrid 3 Real Sociedad 0. Bayern 4 St Pauli 1. Roma 2 Inter 2. Ajax 1 PSV 1.",
        "Ein Haus", "¿Qué?", "Bo Ek 1 2 3", "", "— 17 — 23 —", "C'est la vie",
        "Federer d. Nadal 6-4 6-4. Đoković d. Müller 6-1 6-2. Świątek d. Muchová 6-0 7-5. Ćilić d. Gasquet 7-6 6-3.",
    ])
    func takesWhatSaysNothingForEnglish(_ text: String) {
        #expect(language(text) == ArticleLanguage(tag: nil, pack: "en"))
        #expect(language(text, declared: "en-GB") == ArticleLanguage(tag: "en-GB", pack: "en"))
    }

    // MARK: What is declared

    private static let german = Foreign.samples[0].text
    private static let plain = "The bridge is closed, the mayor said. Those who have to cross it should take the ferry."

    @Test func aTextThatSaysNothingIsWhatItIsDeclaredToBe() {
        let found = language("Ein Haus", declared: "de-AT")
        #expect(found.tag == "de-AT" && found.pack == nil)
        #expect(found.warning == "declared as German (de-AT): quotations are looked for in English only")
        #expect(language("Atlantis", declared: "gsw").warning?.hasPrefix("declared as “gsw”:") == true)
    }

    @Test func aTextThatIsSureOverrulesWhatIsDeclared() {
        let german = language(Self.german, declared: "en-US")
        #expect(german.tag == "de" && german.pack == nil)
        #expect(german.warning?.hasPrefix("declared as English (en-US), but written in German (de):") == true)
        let english = language(Self.plain, declared: "de")
        #expect(english.tag == "en" && english.pack == "en")
        #expect(english.warning == "declared as German (de), but written in English")
    }

    @Test(arguments: [
        ("nb", "no"), ("hr", "bs"), ("de", "de-CH"), ("de", "gsw"), ("zh", "zh-Hant-TW"), ("ru", "ru-RU"),
    ])
    func theSourceKnowsBestWhichOfTheOtherLanguagesItIs(_ code: String, _ declared: String) throws {
        let sample = try #require(Foreign.samples.first { $0.code == code })
        let found = language(sample.text, declared: declared)
        #expect(found.tag == declared && found.pack == nil)
        #expect(found.warning?.hasPrefix("written in ") == true)
    }

    @Test(arguments: ["und", "mul", "zxx"])
    func tagsThatNameNoLanguageDeclareNothing(_ tag: String) {
        #expect(language(Self.plain, declared: tag) == ArticleLanguage(tag: "en", pack: "en"))
        #expect(language("Ein Haus", declared: tag) == ArticleLanguage(tag: nil, pack: "en"))
    }

    @Test func everythingIsEnglishWhereSomebodySaysSo() {
        let recogniser = LanguageRecogniser(.only("en"), packs: ["en"])
        for declared in [nil, "de"] {
            let found = recogniser.language(of: Self.article(Self.german, declared: declared))
            #expect(found == ArticleLanguage(tag: "en", pack: "en"))
        }
        let british = recogniser.language(of: Self.article(Self.plain, declared: "en-GB"))
        #expect(british.tag == "en-GB")
    }

    @Test func aLanguageThatHasAPackIsReadByIt() {
        let recogniser = LanguageRecogniser(packs: ["en", "de"])
        func language(_ text: String, _ declared: String?) -> ArticleLanguage {
            recogniser.language(of: Self.article(text, declared: declared))
        }
        #expect(language(Self.german, nil) == ArticleLanguage(tag: "de", pack: "de"))
        for tag in ["de-AT", "ger"] {
            #expect(language(Self.german, tag) == ArticleLanguage(tag: tag, pack: "de"))
            #expect(language("Ein Haus", tag) == ArticleLanguage(tag: tag, pack: "de"))
        }
        let misdeclared = language(Self.german, "en-US")
        #expect(misdeclared.pack == "de" && misdeclared.tag == "de")
        #expect(misdeclared.warning == "declared as English (en-US), but written in German (de)")
        let swiss = language(Self.german, "gsw")
        #expect(swiss.pack == nil)
        #expect(swiss.warning == "written in “gsw”: quotations are looked for in English and German only")
    }

    // MARK: The profiles

    @Test func noOtherLanguageHasWordsThatEnglishIsKnownBy() {
        let words = Set(LanguageProfile.english.words)
        for profile in LanguageProfile.all.dropFirst() {
            #expect(words.isDisjoint(with: profile.words), "\(profile.name)")
            #expect(Set(profile.words).count == profile.words.count, "\(profile.name) has a word twice")
            #expect(profile.words.count >= 20, "\(profile.name)")
        }
        #expect(Set(LanguageProfile.all.map(\.code)).count == LanguageProfile.all.count)
    }
}

/// Other people's articles, which lie beside the project where they lie at all.
@Suite(.enabled(if: RecognisedCorpora.exist, "the corpora are not beside the project: ../shared/data"))
struct RecognisedCorporaTests {
    @Test(arguments: RecognisedCorpora.names)
    func everyArticleOfAnEnglishCorpusIsEnglish(_ name: String) throws {
        let texts = try RecognisedCorpora.texts(name)
        try #require(texts.count > 10)
        let recogniser = LanguageRecogniser(packs: ["en"])
        let other = texts.filter { recogniser.language(of: RecognitionTests.article($0)).tag != "en" }
        #expect(other.map { String($0.prefix(80)) } == [])
        // Nor does a part of one turn into anything else.
        let parts = texts.flatMap { text in
            stride(from: 0, to: text.unicodeScalars.count, by: 300).map { start in
                String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(start).prefix(300)))
            }
        }
        let strange = parts.filter { recogniser.language(of: RecognitionTests.article($0)).pack != "en" }
        #expect(strange == [])
    }
}

enum RecognisedCorpora {
    static let names = ["polnear-dev.jsonl", "polnear-dev-multi.jsonl"]

    private static let folder = Shipped.root.deletingLastPathComponent().appending(path: "shared/data")

    static var exist: Bool {
        names.allSatisfy { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
    }

    static func texts(_ name: String) throws -> [String] {
        struct Line: Decodable { var text: String }
        let data = try Data(contentsOf: folder.appending(path: name))
        return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Line.self, from: $0).text }
    }
}
