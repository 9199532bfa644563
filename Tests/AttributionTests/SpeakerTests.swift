import TestSupport
import Testing

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

@Suite struct SpeakerTests {
    /// The last quotation's speaker, and how he or she was told.
    struct Row: Sendable, CustomStringConvertible {
        var text: String
        var kind: Speaker.Kind
        var name: String?
        var how: Resolution

        init(_ text: String, _ kind: Speaker.Kind, _ name: String?, _ how: Resolution) {
            (self.text, self.kind, self.name, self.how) = (text, kind, name, how)
        }

        var description: String { text }
    }

    @Test(arguments: [
        Row("Ines Falk said the bridge was safe.", .person, "Ines Falk", .name),
        Row("Ms. Ines Falk runs the harbour.\n\nFalk said the bridge was safe.", .person, "Ines Falk", .surname),
        Row("Mark May was late. Both times, May, who said the bridge was safe, came.", .person, "Mark May", .relative),
        Row("The coach, Brian May, came late. May said it was safe.", .person, "Brian May", .surname),
        Row("“No,” says Te Kauri Parengo.\n\n“It is safe,” says Te Kauri.", .person, "Te Kauri Parengo", .name),
        Row("Dan, a first-year student, came.\n\nHe said it was safe.", .person, "Dan", .pronoun),
        Row("The WHO said the bridge was safe.", .organization, "WHO", .name),
        Row("Labour said the bridge was safe.", .organization, "Labour", .metonym),
        Row(
            "Otto Brandt died at sea.\n\n“He was late,” said Jan Brandt, his father.\n\nBrandt said it was safe.",
            .person,
            "Jan Brandt", .surname),
        Row(
            "The British Phonographic League met.\n\nThe BPL said the bridge was safe.", .organization,
            "British Phonographic League", .acronym),
        Row(
            "Sally Ride flew first. Sally Ride died in May.\n\nSally Ride Science said the bridge was safe.",
            .organization,
            "Sally Ride Science", .name),
        Row("County Executive Ed Day came late.\n\nDay said it was safe.", .person, "Ed Day", .surname),
        Row(
            "Secretive Veltagram app is removed. Few used Veltagram.\n\nIn May, Veltagram said it was safe.",
            .organization,
            "Veltagram", .name),
        Row("Rosmodar said the bridge was safe.", .organization, "Rosmodar", .name),
        Row(
            "A prominent sheik, Adel al-Masri, came.\n\nMr. al-Masri said it was safe.", .person, "Adel al-Masri",
            .surname),
        Row("Otto Brandt, mayor of Karvia, left.\n\nThe Karvia Mayor said it was safe.", .person, "Otto Brandt", .role),
        Row("Ines Arno Lulo Costa came.\n\nLulo said it was safe.", .person, "Ines Arno Lulo Costa", .surname),
        Row("Robert Brandt-Falk came.\n\nBrandt said it was safe.", .person, "Robert Brandt-Falk", .surname),
        Row("Robert Hassell came.\n\nHassel said it was safe.", .person, "Robert Hassell", .surname),
        Row("Robert Beiker came.\n\nBieker said it was safe.", .person, "Robert Beiker", .surname),
        Row("Major European banks said it was safe.", .group, nil, .description),
        Row("The Karvia Mayor said the bridge was safe.", .unnamed, nil, .description),
        Row("The Hollywood Observer said the bridge was safe.", .organization, "Hollywood Observer", .name),
        Row("A visibly enraged Ines Falk said it was safe.", .person, "Ines Falk", .name),
        Row("Head of the dairy board Ines Falk said it was safe.", .person, "Ines Falk", .name),
        Row(
            "Actress Ines Falk, 34, is accused of fraud.\n\nHer lawyer, Ida Brandt, came.\n\nThe defendant said it was safe.",
            .person, "Ines Falk", .role),
        Row(
            "Elm Motors said it was safe.\n\nThe group that represents dealers said it was not.", .organization, nil,
            .description),
        Row(
            "Mr. Otto Brandt came. A man was hurt. He said it was safe.", .unnamed, nil, .pronoun),
        Row("Ms. Ines Falk runs the harbour.\n\nShe said the bridge was safe.", .person, "Ines Falk", .pronoun),
        Row("Ines Falk, who said the bridge was safe, came late.", .person, "Ines Falk", .relative),
        Row("Ines Falk came late.\n\n“I told them about Ida Brandt,” she said.", .person, "Ines Falk", .pronoun),
        Row(
            "Ines Falk came late.\n\nA ministry spokeswoman said it was old. She said it was safe.", .unnamed, nil,
            .pronoun),
        Row("“No,” the prime minister, Jan Verhoeven, said.", .person, "Jan Verhoeven", .apposition),
        Row("Foreign Secretary Jan Ek came late.\n\nEk said it was safe.", .person, "Jan Ek", .surname),
        Row("The bridge closed in April. Spain said it was safe.", .organization, "Spain", .name),
        Row("Neither Ines Falk nor Ida Brandt said it was safe.", .group, nil, .coordination),
        Row("Ines Falk runs the harbour.\n\nQ: Is it safe?\n\nA: It will be.", .person, "Ines Falk", .alias),
        Row("Ines Falk runs the harbour.\n\nA: It will be.\n\nQ: Is it safe?", .unnamed, nil, .description),
        Row(
            "BRANDT: It is late.\n\nQ (Ines Falk, the Mail): Is it safe?\n\nBRANDT: It is.\n\nQ (Ines Falk): Is it?",
            .person, "Ines Falk", .name),
        Row(
            "“The pier is old,” Ines Falk said. “I have said that it can be mended” by the end of the week.", .person,
            "Ines Falk", .running),
        Row("Mayor Ines Falk came late.\n\nThe mayor said the bridge was safe.", .person, "Ines Falk", .role),
        Row(
            "Ines Falkenberg, a nurse, came late.\n\nFalkenburg said the bridge was safe.", .person, "Ines Falkenberg",
            .surname),
        Row("Mr. Otto Falk came with Ms. Ines Falk.\n\nMs. Falk said it was safe.", .person, "Ines Falk", .surname),
        Row("Mr. Otto Falk came with Ms. Ines Falk.\n\nMr. Falk said it was safe.", .person, "Otto Falk", .surname),
        Row("Mr. Otto Brandt came with Ms. Ines Falk.\n\nHe said it was safe.", .person, "Otto Brandt", .pronoun),
        Row("The Harbour Ministry said the bridge was safe.", .organization, "Harbour Ministry", .name),
        Row("The officials said the bridge was safe.", .group, nil, .description),
        Row("Ines Falk and Otto Brandt said the bridge was safe.", .group, nil, .coordination),
        Row("A spokeswoman said the bridge was safe.", .unnamed, nil, .description),
        Row("The report said the bridge was safe.", .document, nil, .description),
        Row("Sen. Ines Falk came late.\n\nThe lawmaker said the bridge was safe.", .person, "Ines Falk", .role),
        Row(
            "Ines Falk, a lawyer for the harbour, came late.\n\nHer client said no.\n\nIts attorney said it was safe.",
            .person, "Ines Falk", .role),
        Row(
            "Otto Brandt met Defense Minister Ines Falk.\n\nThe minister said it was safe.", .person, "Ines Falk", .role
        ),
        Row(
            "Otto Brandt met press secretary Ines Falk.\n\nThe secretary of state said it was safe.", .unnamed, nil,
            .description),
        Row("Her spokeswoman, Ines Falk, said the bridge was safe.", .person, "Ines Falk", .apposition),
        Row("The head of the board, Swedish lawmaker Ines Falk, said it was safe.", .person, "Ines Falk", .apposition),
        Row("Former Danish president Ines Falk came.\n\nThe Dane said it was safe.", .person, "Ines Falk", .role),
        Row(
            "Ms. Ines Falk came.\n\nA spokeswoman for the union said it was early. She said it was late.", .unnamed,
            nil, .pronoun
        ),
        Row(
            "The University of Elm met Oak University.\n\nThe university said it was safe.", .organization,
            "Oak University", .alias),
        Row("The department said it was safe.", .organization, nil, .description),
        Row("The Kremlin said the bridge was safe.", .organization, "Kremlin", .metonym),
        Row(
            "Mayor Ines Falk came.\n\nA senior official said no.\n\nThe official said it was safe.", .unnamed, nil,
            .description),
        Row("Falk's deputy, Harbour Master Otto Brandt, said it was safe.", .person, "Otto Brandt", .apposition),
        Row(
            "Chief Justice Otto R. Brandt Jr. came.\n\nJustice Brandt said it was safe.", .person, "Otto R. Brandt Jr.",
            .surname),
        Row("Maria San Ines Falk came.\n\nInes Falk said the bridge was safe.", .person, "Maria San Ines Falk", .name),
        Row(
            "The Harbour Safety Board (HSB) met.\n\nHSB said the bridge was safe.", .organization,
            "Harbour Safety Board", .acronym),
        Row(
            "The Harbour Safety Board met.\n\nThe Safety Board said it was safe.", .organization,
            "Harbour Safety Board", .alias),
        Row("Officials said the bridge was safe.", .unnamed, nil, .description),
        Row("Danish officials said the bridge was safe.", .group, nil, .description),
        Row("Nearly eight of 10 voters said the bridge was safe.", .group, nil, .description),
        Row("Dockers met on Monday.\n\nVoters said it was safe.\n\nThey said it was late.", .group, nil, .pronoun),
        Row("One Dane said the bridge was safe.", .unnamed, nil, .description),
        Row("The former mayor and harbour pilot said the bridge was safe.", .unnamed, nil, .description),
        Row(
            "Ines Falk, senior trader and strategist at the bank, said it was safe.", .person, "Ines Falk", .name),
        Row("Harbour pilot and author Ines Falk said it was safe.", .person, "Ines Falk", .name),
        Row(
            "Ines Falk runs the harbour.\n\nThe former Elmford and Oakport captain said it was safe.", .person,
            "Ines Falk", .role),
        Row("Ines Falk, Otto Brandt and a nurse said it was safe.", .group, nil, .coordination),
        Row("Ines Falk adviser Otto Brandt said it was safe.", .person, "Otto Brandt", .name),
        Row("Elm Grove owner Otto Brandt said it was safe.\n\nBrandt bought it.", .person, "Otto Brandt", .name),
    ])
    func aMentionIsTiedToItsSpeaker(_ row: Row) throws {
        let finding = Finding(row.text)
        let quotation = try #require(finding.quotations.last)
        let speaker = try #require(finding.speaker(of: quotation))
        #expect(speaker.kind == row.kind)
        #expect(speaker.name == row.name)
        #expect(quotation.resolvedBy == row.how)
    }

    @Test(arguments: [
        Row("Ms. Ines Falk, 48, came late.\n\nThe 48-year-old said it was safe.", .person, "Ines Falk", .role),
        Row("Ms. Ines Falk said it was early. The 48-year-old said it was safe.", .person, "Ines Falk", .role),
        Row("Ms. Ines Falk, 48, said it was early. The 51-year-old said it was safe.", .unnamed, nil, .description),
        Row("Ms. Ines Falk said it was early. The Dane said it was safe.", .person, "Ines Falk", .role),
        Row("Ms. Ines Falk said it was early. The Dutchman said it was safe.", .unnamed, nil, .description),
        Row("Danish nurse Ines Falk said it was early. The Italian said it was safe.", .unnamed, nil, .description),
        Row("Ms. Ines Falk said it was early. The veteran Republican said it was safe.", .person, "Ines Falk", .role),
        Row("Ms. Ines Falk said it was early. The 48-year-old mother said it was safe.", .person, "Ines Falk", .role),
        Row("Ms. Ines Falk said it was early. The GOP said it was safe.", .organization, "GOP", .name),
    ])
    func anEpithetIsWhoWasSpokenOfJustBefore(_ row: Row) throws { try aMentionIsTiedToItsSpeaker(row) }

    @Test(arguments: [
        Row(
            "Mayor Ines Falk met Rep. Otto Brandt.\n\nFalk left after Brandt came and before the Democrat said it was safe.",
            .person, "Otto Brandt", .role),
        Row(
            "Mr. Otto Brandt said it was early. Asked whether Ms. Ines Falk was late, the Dutchman said it was safe.",
            .person,
            "Otto Brandt", .role),
        Row(
            "Sen. Otto Brandt, R-Ohio, said it was early. The Democrat said it was safe.", .unnamed, nil, .description),
        Row("Pitcher Otto Brandt said it was early. The left-hander said it was safe.", .person, "Otto Brandt", .role),
        Row(
            "Mr. Otto Brandt came. Ms. Ines Falk went. The 48-year-old said she was safe.", .person, "Ines Falk", .role),
    ])
    func anEpithetIsNotWhoDoesTheSentencesOwnVerb(_ row: Row) throws { try aMentionIsTiedToItsSpeaker(row) }

    @Test(arguments: [
        Row(
            "Sen. Martha Brandt came. “Never,” Brandt said.\n\nPaul Brandt went.\n\nMartha Brandt said it was safe.",
            .person, "Martha Brandt", .name),
        Row(
            "Mr. Joel Falk came. His wife, Corazon, went.\n\nMrs. Falk said it was safe.", .person, "Corazon Falk",
            .surname),
        Row("Mr. Joel Falk came.\n\nMrs. Falk said it was safe.", .person, "Falk", .surname),
        Row(
            "Norvik Motors came. Norvik said it was safe.\n\nThe founder, Gustaf Norvik, went.", .organization,
            "Norvik Motors", .alias),
        Row("The owner, Alba Lines, said it was safe.", .organization, "Alba Lines", .name),
        Row("The Bureau of Pipeline Safety said it was safe.", .organization, "Bureau of Pipeline Safety", .name),
        Row(
            "Trade with Morland stopped. In Morland it rained.\n\nMorland said it was safe.", .organization, "Morland",
            .name),
        Row("Chief Financial Officer Otto Brandt said it was safe.", .person, "Otto Brandt", .name),
        Row("Otto Brandt QC said it was safe.", .person, "Otto Brandt", .name),
        Row("Barclay Stone analysts said it was safe.", .group, nil, .description),
        Row("The coast guard said it was safe.", .organization, nil, .description),
        Row("Court papers said it was safe.", .document, nil, .description),
        Row("A spokeswoman for Falk said it was early. She said it was safe.", .unnamed, nil, .pronoun),
        Row("One of the lawyers, Ines Falk, said it was safe.", .person, "Ines Falk", .apposition),
        Row("One of them said it was safe.", .unnamed, nil, .description),
        Row("Two Western diplomats said it was safe.", .unnamed, nil, .description),
    ])
    func aNameIsWholeAndItsOwn(_ row: Row) throws { try aMentionIsTiedToItsSpeaker(row) }

    @Test func aBareSurnameIsNoManForBeingAGivenName() throws {
        let finding = Finding(
            "Sen. Martha Brandt came. “The bridge is safe,” Brandt said.\n\nPaul Brandt went home.")
        let quotation = try #require(finding.quotations.first)
        #expect(finding.speaker(of: quotation)?.name == "Martha Brandt")
    }

    @Test(arguments: [
        Row(
            "Elm Motors, the country's largest carmaker, said it was early.\n\nThe carmaker said it was safe.",
            .organization, "Elm Motors", .alias),
        Row(
            "Elm Motors said it was early.\n\nThe company said it was safe.", .organization, "Elm Motors", .role),
        Row(
            "The Harbour Ministry said it was early.\n\nThe company said it was safe.", .organization, nil, .description
        ),
        Row(
            "Elm Motors spoke of a young company.\n\nThe company said it was safe.", .organization, nil, .description),
        Row("Elm Motors said it was early. It said the bridge was safe.", .organization, "Elm Motors", .pronoun),
        Row(
            "According to Selm Arvo, which runs the dam, it was early. The company said it was safe.", .organization,
            "Selm Arvo", .role),
        Row("Downing Street said the bridge was safe.", .organization, "Downing Street", .metonym),
    ])
    func aNounIsTheBodyThatSpokeJustBefore(_ row: Row) throws { try aMentionIsTiedToItsSpeaker(row) }

    @Test(arguments: [
        Row(
            "Elm Motors opened its new works by the harbour.\n\nThe company said it was safe.", .organization,
            "Elm Motors", .role),
        Row(
            "Elm Motors opened its new works by the harbour.\n\nThe Danish firm said it was safe.", .organization,
            "Elm Motors", .role),
        Row(
            "Elm Motors opened its new works by the harbour.\n\nThe government said it was safe.", .organization, nil,
            .description),
        Row(
            "Falk Lines opened a pier. Falk said the bridge was closed.", .organization, "Falk Lines", .alias),
        Row(
            "The Harbour Pilots' Association met.\n\nThe HPA said the bridge was safe.", .organization,
            "Harbour Pilots' Association", .acronym),
        Row(
            "The Elmford Phonographic Circle met.\n\nThe EPC said the bridge was safe.", .organization,
            "Elmford Phonographic Circle", .acronym),
        Row(
            "The State Office of Radio, Film and Song (SORFS) met.\n\nThe SORFS said it was safe.", .organization,
            "State Office of Radio, Film and Song", .acronym),
        Row(
            "The Women's Sailing Union met.\n\nThe WSU said it was safe.", .organization, "Women's Sailing Union",
            .acronym),
        Row(
            "The Committee of the White Anchor met.\n\nThe CWA said it was safe.", .organization,
            "Committee of the White Anchor", .acronym),
        Row(
            "The Sailors' Guild-Union of Boats and Oars Artists met.\n\nSGU-BOA said it was safe.", .organization,
            "Sailors' Guild-Union of Boats and Oars Artists", .acronym),
        Row(
            "The Harbour Film Association's (HFAN) works closed.\n\nHFAN said it was safe.", .organization,
            "Harbour Film Association", .acronym),
        Row("Elm & Brandt & Co met.\n\nE&B&C said it was safe.", .organization, "Elm & Brandt & Co", .acronym),
        Row(
            "Elm Motors opened its works.\n\nThe Kessing-based firm said it was safe.", .organization, "Elm Motors",
            .role),
        Row(
            "Elm Bank opened its new house.\n\nBritain's biggest lender said it was safe.", .organization, nil,
            .description),
        Row(
            "Elm Motors shut. The company shelved its plan that it was safe.", .organization, "Elm Motors", .pronoun),
        Row(
            "Elm Motors said it was early, and sold a pier to Holm Lines. It said the bridge was safe.", .organization,
            "Elm Motors", .pronoun),
        Row("The European Union met.\n\nThe EU said it was safe.", .organization, "European Union", .acronym),
        Row("France met Britain.\n\nParis said it was safe.", .organization, "France", .acronym),
        Row("Norvik's shareholders met in May.\n\nNorvik said it was safe.", .organization, "Norvik", .name),
        Row("The search engine Norvik said it was safe.", .organization, "Norvik", .name),
        Row("Norvik, a search engine, said it was safe.", .organization, "Norvik", .name),
        Row("The housebuilder Otto Norvik said it was safe.", .organization, "Otto Norvik", .name),
        Row(
            "The Harbour Office for Road and Rail said it was safe.", .organization, "Harbour Office for Road and Rail",
            .name),
        Row("Denmark's Office of Roads said it was safe.", .organization, "Office of Roads", .name),
        Row("The group that runs the pier, Elm Holdings, said it was safe.", .organization, "Elm Holdings", .name),
        Row("Elm Motors makes cars. It said it was safe.", .organization, "Elm Motors", .pronoun),
        Row("Elm Bank opened its new house.\n\nThe lender said it was safe.", .organization, "Elm Bank", .role),
        Row("Elm Bank opened its new house.\n\nThe company said it was safe.", .organization, "Elm Bank", .role),
        Row(
            "Elm Motors shut its works.\n\nThe Harbour Workers' Union came.\n\nThe company said it was safe.",
            .organization, "Elm Motors", .role),
        Row("The regulator, the Harbour Board, said it was safe.", .organization, "Harbour Board", .name),
        Row("Elm Motors denied it.\n\n“It is safe,” they said.", .organization, "Elm Motors", .pronoun),
    ])
    func aBodyIsKnownByAllThatTheArticleCallsIt(_ row: Row) throws { try aMentionIsTiedToItsSpeaker(row) }

    @Test(arguments: [
        Row("Chief Education Officer Dr Ines Falk said it was safe.", .person, "Ines Falk", .name),
        Row("Minister of Education Ines Falk said it was safe.", .person, "Ines Falk", .name),
        Row("Department of Roads spokesman Otto Brandt said it was safe.", .person, "Otto Brandt", .name),
        Row("HBF Chief Executive, Otto Brandt, said it was safe.", .person, "Otto Brandt", .apposition),
        Row("Kessing Islands (KI) Governor Otto Brandt said it was safe.", .person, "Otto Brandt", .name),
        Row("A visibly shaken Ines Falk said it was safe.", .person, "Ines Falk", .name),
        Row(
            "Another diplomat, former envoy to Ghana Otto Brandt, said it was safe.", .person, "Otto Brandt",
            .apposition),
        Row(
            "Reserve Bank of Kessing President Ida Holm, the Office's oldest member, said it was safe.", .person,
            "Ida Holm",
            .name),
        Row(
            "A judge in Kessing said it was safe.\n\nIt closed.\n\nThen the judge, Ida Holm, left.", .person,
            "Ida Holm",
            .role),
        Row(
            "It rained.\n\nIt shone.\n\nIt blew.\n\nA judge in Kessing said it was safe.\n\nA judge laughed.\n\n"
                + "Then the judge, Ida Holm, left.", .unnamed, nil, .description),
        Row(
            "Minister of Roads Ines Falk, Chief Roads Officer Otto Brandt and Acting Director Ida Holm said it was safe.",
            .group, nil, .coordination),
        Row("Mr. Reginald Holm met Ines Falk.\n\nCr Holm said it was safe.", .person, "Reginald Holm", .surname),
        Row(
            "Ines Falk, 19, lost to Otto Brandt, 40.\n\nOtto Brandt met her. The teenager said it was safe.", .person,
            "Ines Falk", .role),
        Row(
            "Ines Falk met the baker Otto Brandt.\n\n“Brandt is right,” the baker said.", .unnamed, nil, .description),
        Row("Otto Brandt MP came late.\n\nThe MP for Kessing said it was safe.", .person, "Otto Brandt", .role),
        Row("The ambassador to Britain Otto Brandt said it was safe.", .person, "Otto Brandt", .name),
        Row("The father of Otto Brandt said it was safe.", .unnamed, nil, .description),
        Row("The book by editor Otto Brandt said it was safe.", .document, nil, .description),
        Row("Ines Falk, CEO and Founder of Elm Motors, said it was safe.", .person, "Ines Falk", .name),
        Row("Ines Falk, Elm's managing director, roads and rail, said it was safe.", .person, "Ines Falk", .name),
        Row("Her lawyer, Otto Brandt of Elm Partners, said it was safe.", .person, "Otto Brandt", .apposition),
        Row("Ines Falk, a sailor at the harbour, who said it was safe, came.", .person, "Ines Falk", .relative),
        Row("Her barrister, Otto Brandt KC, said it was safe.", .person, "Otto Brandt", .apposition),
        Row("Otto “Tiny” Brandt said it was safe.", .person, "Otto Brandt", .name),
        Row("Otto “Tiny” Brandt came late.\n\n“It is safe,” Tiny said.", .person, "Otto Brandt", .surname),
        Row(
            "Robin Brandt met Nadia Brandt.\n\nMs. Brandt said it was safe.", .person, "Nadia Brandt", .surname),
        Row("Minister of Roads Ines Falk, Otto Brandt and Ida Holm said it was safe.", .group, nil, .coordination),
        Row("The Tory MPs said it was safe.", .group, nil, .description),
        Row("Sue Grey said it was safe.", .person, "Sue Grey", .surname),
        Row("Earl Moss said it was safe.", .person, "Earl Moss", .name),
        Row("Ms. Te Kauri Holm came late.\n\nTe Kauri said it was safe.", .person, "Te Kauri Holm", .name),
        Row("The man can wait. Locksmiths said it was safe.", .group, nil, .description),
        Row("Ms. Ines Falk came.\n\nThe mother-of-two said it was safe.", .person, "Ines Falk", .role),
        Row(
            "A harbour spokesman said it was safe.\n\nIt closed.\n\nHarbour spokesman Otto Brandt left.", .person,
            "Otto Brandt", .role),
        Row(
            "A harbour spokesman said it was safe.\n\nHarbour spokesman Otto Brandt met spokesman Bo Berg.", .unnamed,
            nil,
            .description),
        Row(
            "President Otto Brandt came.\n\nHouse Speaker Ines Falk laughed. She left.\n\nThe president said it was safe.",
            .person, "Otto Brandt", .role),
        Row(
            "“Otto Brandt fell in,” said Carl Holm. “Mr. Brandt could not swim.” He said it was safe.", .person,
            "Carl Holm",
            .pronoun),
    ])
    func aPersonIsKnownByAllThatTheArticleCallsHim(_ row: Row) throws { try aMentionIsTiedToItsSpeaker(row) }

    @Test func whoSpeaksWithinAnothersReportMayBeThePronoun() throws {
        let finding = try Finding.byModel(
            "Ida Holm denies theft.\n\nSergeant Ann Ek said Holm told officers in interview that she had found the boat "
                + "“in the reeds”. She said “no comment” to all other questions.")
        let quotation = try #require(finding.quotations.last)
        #expect(finding.speaker(of: quotation)?.name == "Ida Holm")
    }

    @Test func aSurnameMayBeManyBodies() throws {
        let finding = try Finding.byModel("Reginald Banks came late on Monday.\n\nBanks said it was safe.")
        let quotation = try #require(finding.quotations.first)
        #expect(finding.speaker(of: quotation)?.name == "Reginald Banks")
    }

    @Test func aSurnameThatIsAnotherWordIsThePersons() throws {
        let finding = try Finding.byModel("Brian May came late on Monday.\n\nMay said it was safe.")
        let quotation = try #require(finding.quotations.last)
        #expect(finding.speaker(of: quotation)?.name == "Brian May")
    }

    @Test(arguments: ["She was told that it was safe.", "Bridge is safe, jury told"])
    func whoIsToldIsNoSource(_ text: String) throws {
        let quotation = try #require(Finding.byModel(text).quotations.first)
        #expect(quotation.source.isEmpty)
    }

    @Test(arguments: [
        ("“No,” said Dr Ines Falk (Labour, Elmford).", "Dr Ines Falk (Labour, Elmford)"),
        ("“No,” said Elm Partners, which owns 5.2%.", "Elm Partners, which owns 5.2%"),
    ])
    func aSourceEndsWithWhatItOpens(_ text: String, source: String) throws {
        let finding = Finding(text)
        #expect(finding.words(try #require(finding.quotations.first).source) == source)
    }

    @Test(arguments: [
        Row("“We said that it was safe,” said Ines Falk, head of Elm Motors.", .organization, "Elm Motors", .running),
        Row("“We said that it was safe,” said Elm Motors' chairman, Ines Falk.", .organization, "Elm Motors", .running),
        Row("“We said that it was safe,” a spokesman for Elm Motors said.", .organization, "Elm Motors", .running),
        Row("“We said that it was safe,” Ines Falk said.", .group, nil, .running),
        Row(
            "Elm Motors denied that it was early. “We said that it was safe,” chief executive Ines Falk said.",
            .organization, "Elm Motors", .running),
        Row(
            "Elm Motors denied that it was early. “We said that it was safe,” the baker Ines Falk said.", .group, nil,
            .running),
        Row(
            "Elm Bank opened a house. “We said that it was safe,” said Ines Falk, a lawyer for the bank.",
            .organization,
            "Elm Bank", .running),
        Row("“I said that it was safe,” said Ines Falk, head of Elm Motors.", .person, "Ines Falk", .running),
    ])
    func aPersonsWeIsTheBodyOrSeveral(_ row: Row) throws {
        let finding = Finding(row.text)
        let inner = try #require(finding.quotations.first { $0.inside != nil })
        let speaker = try #require(finding.speaker(of: inner))
        #expect(speaker.kind == row.kind && speaker.name == row.name && inner.resolvedBy == row.how)
    }

    @Test(arguments: [
        Row(
            "Ms. Ines Falk came.\n\nIt was late.\n\nThe Vermont senator said it was safe.", .person, "Ines Falk", .role),
        Row(
            "Ms. Ines Falk came. Mr. Otto Brandt went.\n\nIt was late.\n\nThe Vermont senator said it was safe.",
            .unnamed, nil, .description),
        Row(
            "Ms. Ines Falk came.\n\nSen. Otto Brandt of Vermont went.\n\nThe Vermont senator said it was safe.",
            .person,
            "Otto Brandt", .role),
        Row("Mayor Ines Falk came.\n\nThe Vermont senator said it was safe.", .unnamed, nil, .description),
    ])
    func anOfficeThatNobodyHasIsOfTheOnlyOneInView(_ row: Row) throws { try aMentionIsTiedToItsSpeaker(row) }

    @Test(arguments: [
        Row(
            "Ms. Nora Byrne said it was early. Her deputy, Una Vale, disagreed. It was safe, she said.", .person,
            "Una Vale", .pronoun),
        Row(
            "Ms. Ines Falk said it was early.\n\nMs. Una Vale, a nurse, laughed. She said it was safe.", .person,
            "Una Vale", .pronoun),
        Row(
            "Ms. Nora Byrne said it was early. Her deputy, Una Vale, disagreed. Byrne smiled when she said it was safe.",
            .person, "Nora Byrne", .pronoun),
        Row(
            "Ms. Una Vale came. Ms. Ines Falk said it was early. Ms. Falk saw Ms. Dora Holm. She said it was safe.",
            .person, "Ines Falk", .pronoun),
    ])
    func whoWasJustIntroducedIsMeantByThePronoun(_ row: Row) throws { try aMentionIsTiedToItsSpeaker(row) }

    @Test func aPronounIsNobodyWhomItSpeaksOfByName() throws {
        let finding = Finding(
            "Mr. Jan Ek met Mr. Otto Brandt. Mr. Ek came late. Mr. Brandt came early. He said Mr. Brandt was safe.")
        let quotation = try #require(finding.quotations.last)
        #expect(finding.speaker(of: quotation)?.name == "Jan Ek")
    }

    @Test func aPronounMayBeWhoseThingItSpeaksOf() throws {
        let finding = Finding("Mr. Otto Brandt came early. He said Brandt's bridge was safe.")
        #expect(finding.speakers.map(\.name) == ["Otto Brandt"])
    }

    @Test func aCoordinationsPronounIsAMember() throws {
        let finding = Finding(
            "Mr. Otto Brandt came early. He and the local lawmaker, Ines Falk, said the bridge was safe.")
        let quotation = try #require(finding.quotations.last)
        let group = try #require(finding.speaker(of: quotation))
        #expect(group.members.map { finding.speakers[$0].name } == ["Otto Brandt", "Ines Falk"])
    }

    @Test func aHeadlinesSurnameIsThePersonsOfTheStory() throws {
        let finding = Finding("Falk Breaks With Brandt On Bridge\n\nInes Falk came.\n\nFalk said it was safe.")
        #expect(finding.speakers.map(\.name) == ["Ines Falk"])
    }

    @Test(arguments: [
        ("The firm's India head, Ines Falk, said it was safe.", "firm's India head"),
        ("Managing director Ines Falk said it was safe.", "Managing director"),
        ("LINDEMOOR - Elm's opposition leader, Ines Falk, said it was safe.", "Elm's opposition leader"),
        ("The Scottish first minister, Ines Falk, said it was safe.", "Scottish first minister"),
        ("Transport Secretary Ines Falk said it was safe.", "Transport Secretary"),
        ("Housing Minister Ines Falk said it was safe.", "Housing Minister"),
        ("Work and Pensions Secretary Ines Falk said it was safe.", "Work and Pensions Secretary"),
        ("“It is safe,” said Deputy Prime Minister Ines Falk.", "Deputy Prime Minister"),
        ("Assistant Chief Constable Ines Falk said it was safe.", "Assistant Chief Constable"),
        (
            "Otto Brandt's attorney in a civil suit, Ines Falk, said it was safe.",
            "Otto Brandt's attorney in a civil suit"
        ),
    ])
    func theRoleIsTheWholeOfIt(_ text: String, _ role: String) throws {
        let finding = Finding(text)
        let quotation = try #require(finding.quotations.last)
        #expect(finding.speaker(of: quotation)?.role == role)
    }

    @Test func nobodyIsCalledNoLonger() {
        let finding = Finding("Ines Falk said she could no longer defend a bridge that nobody wants.")
        #expect(!finding.quotations.contains { finding.words($0.source) == "no longer" })
    }

    @Test func aPronounIsAllOfItsVerbsSubject() throws {
        let finding = Finding("The first time he came, Ines Falk was late. “The day he said it was safe,” she said.")
        #expect(!finding.quotations.contains { finding.words($0.source).hasSuffix(" he") })
    }

    @Test func whoBehindADashIsTheNameBeforeIt() throws {
        let finding = Finding("The bridge belongs to Ines Falk — who said it was safe.")
        let quotation = try #require(finding.quotations.last)
        #expect(finding.speaker(of: quotation)?.name == "Ines Falk")
    }

    @Test func aSecondWhoIsTheFirst() throws {
        let finding = Finding("Ines Falk, who came late and who said the bridge was safe, is a nurse.")
        let quotation = try #require(finding.quotations.last)
        #expect(finding.speaker(of: quotation)?.name == "Ines Falk")
    }

    @Test func whoSpeaksOfHimMeansSomebodyElse() throws {
        let finding = Finding("Mr. Otto Brandt met Mr. Jan Ek.\n\n“He said it was safe,” Brandt said.")
        let inner = try #require(finding.quotations.first { $0.inside != nil })
        #expect(finding.speaker(of: inner)?.name == "Jan Ek")
    }

    @Test func aCoordinationHasItsPartsAsMembers() throws {
        let finding = Finding("Ines Falk and Otto Brandt said the bridge was safe.")
        let quotation = try #require(finding.quotations.first)
        let group = try #require(finding.speaker(of: quotation))
        #expect(group.members.map { finding.speakers[$0].name } == ["Ines Falk", "Otto Brandt"])
    }

    @Test func whomALeadTellsOfIsTheFirstWhoThenSpeaks() {
        let finding = Finding(
            "A harbour engineer has said the bridge was safe.\n\nIt is old.\n\nIda Holm said that it would hold.")
        #expect(finding.quotations.map { finding.speaker(of: $0)?.name } == ["Ida Holm", "Ida Holm"])
    }

    /// Of whom nothing else is said, in the next paragraph.
    @Test(arguments: [
        ("“They must help themselves,” Ken Maeda told reporters.", "Ken Maeda"),
        ("Ken Maeda, 34, told reporters that it was safe.", nil),
        ("The lawyer Ken Maeda told reporters that it was safe.", nil),
        ("It rained.\n\n“They must help themselves,” Ken Maeda told reporters.", nil),
    ])
    func anOfficeMayBeNamedInTheNextParagraph(_ behind: String, name: String?) {
        let lead = "A bridge fell.\n\nIt was old.\n\nIt was long.\n\nIt was red.\n\n"
        let finding = Finding(lead + "Japan’s economy minister said nobody would get help.\n\n" + behind)
        #expect(finding.quotations.first.flatMap { finding.speaker(of: $0)?.name } == name)
    }

    @Test(arguments: ["Baker Ida Holm said that it would hold.", "“I hope so,” said Ida Holm, a baker."])
    func whoIsSaidToBeSomethingElseIsNotWhomTheLeadTellsOf(_ story: String) throws {
        let finding = Finding("A harbour engineer has said the bridge was safe.\n\nIt is old.\n\n" + story)
        #expect(finding.speaker(of: try #require(finding.quotations.first))?.kind == .unnamed)
    }

    @Test func aHeadlinesNameIsCutToWhatTheStoryCallsThePerson() throws {
        let finding = Finding("Ines Falk Opens New Bridge\n\nThe bridge is new.\n\nFalk said it was safe.")
        #expect(finding.speakers.map(\.name) == ["Ines Falk"])
    }

    @Test func theOfficeOfAnotherCountryIsNobodysWhoWasNamed() throws {
        let finding = Finding(
            "Danish Prime Minister Ines Falk came.\n\nThe Swedish prime minister said the bridge was safe.")
        let quotation = try #require(finding.quotations.last)
        #expect(finding.speaker(of: quotation)?.kind == .unnamed)
    }

    /// Found by fuzzing: what ends within an apposition.
    @Test(arguments: ["Ann Lee, the", "Ann Lee, 34, her", "Ann Lee, managing", "“No,” said Ann Lee, the"])
    func aTextMayEndAnywhere(_ text: String) { #expect(Finding(text).quotations.count <= 1) }

    @Test func twoWhoMayBeMeantAreNeitherMeant() throws {
        let finding = Finding(
            "Minister Ines Falk met Minister Otto Brandt.\n\nThe minister said the bridge was safe.")
        let quotation = try #require(finding.quotations.last)
        #expect(finding.speaker(of: quotation)?.kind == .unnamed)
    }

    @Test func aPronounThatNobodyWasNamedForHasNoSpeaker() throws {
        let quotation = try #require(Finding("He said the bridge was safe.").quotations.first)
        #expect(quotation.speaker == nil)
        #expect(quotation.resolvedBy == nil)
    }

    @Test func oneSpeakerGathersMentionsAndQuotations() throws {
        let finding = Finding(
            "Ines Falk said the bridge was safe.\n\nFalk said the ice was thin.\n\nFalk said it was late.")
        let speaker = try #require(finding.speakers.first)
        #expect(finding.speakers.count == 1)
        #expect(finding.words(speaker.mentions) == "Ines Falk / Falk / Falk")
        #expect(speaker.quotations == 3)
    }

    @Test(arguments: [
        "“Brandt said that the bridge was safe,” Falk said.",
        "“The bridge is closed. ‘Nobody may cross it,’ he told me,” Falk said.",
        "Otto Brandt said Ines Falk had told him that the bridge was safe.",
    ])
    func aQuotationInsideAnotherNamesIt(_ text: String) {
        #expect(Finding(text).quotations.map(\.inside) == [nil, 0])
    }

    /// Four candidates whose contents held each other's cues were once each inside the next, in a ring.
    @Test func quotationsThatHoldEachOthersCuesMakeNoRing() {
        let parents = Finding("figuring visitors restating footsteps, maligning grange observed, were").quotations.map(
            \.inside)
        #expect(parents.count > 1)
        for start in parents.indices {
            let chain = sequence(first: start) { parents[$0] }.prefix(parents.count + 1)
            #expect(chain.count(where: { _ in true }) <= parents.count)
        }
    }

    @Test func quotationsSideBySideAreNotInsideEachOther() {
        #expect(Finding("“No,” Falk said.\n\n“Yes,” Brandt said.").quotations.map(\.inside) == [nil, nil])
    }
}
