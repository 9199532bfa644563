import CivilTime
import Rulebook

/// For each section of each rule file, and each key that an entry can have, a text that reads otherwise without it.
enum RuleProofs {
    /// A directory for those that tell of nobody but who is in one: two mayors of one name, one after the other.
    static let directory = SpeakerDirectory([
        entry("Q1", Period(end: PartialDate(iso: "2015"))), entry("Q2", Period(start: PartialDate(iso: "2016"))),
    ])

    private static func entry(_ id: String, _ period: Period?) -> SpeakerDirectory.Entry {
        SpeakerDirectory.Entry(
            id: id, name: "Ida Sund",
            offices: [.init(name: "mayor", aliases: ["Bürgermeisterin"], period: period ?? .unknown)])
    }

    static let published = "\"datePublished\": \"2026-03-20\""

    static let byLanguage = ["en": english, "de": german]

    static let english = inArticles.merging(inFiles) { one, _ in one }

    private static let interview = """
        An interview with Ann Falk

        Why do you say the bridge is closed?

        I say that the ice is thin.

        Who closed it?

        I hope that it will open.

        When do you say it will open?
        """

    /// Plain texts.
    private static let inArticles: [String: String] = [
        "reporting-verbs.yaml/verbs": "Falk said the bridge was closed.",
        "reporting-verbs.yaml/verbs/class": "Falk asked whether the bridge was closed.",
        "reporting-verbs.yaml/verbs/stance": "Falk claimed that the bridge was closed.",
        "reporting-verbs.yaml/verbs/frames": "“The bridge is closed,” Falk said.",
        "reporting-verbs.yaml/verbs/negates": "Falk denied that the bridge was closed.",
        "reporting-verbs.yaml/verbs/repeats": "Falk reiterated that the bridge was closed.",
        "reporting-verbs.yaml/verbs/certainty": "The survey showed that the bridge was closed.",
        "reporting-verbs.yaml/verbs/also": "Falk emphasised that the bridge was closed.",
        "reporting-verbs.yaml/irregular": "Falk said the bridge was closed.",
        "reporting-verbs.yaml/irregular/present": "They are confident that the bridge is closed.",
        "reporting-verbs.yaml/irregular/third-person": "Falk is confident that the bridge is closed.",
        "reporting-verbs.yaml/irregular/past": "Falk said the bridge was closed.",
        "reporting-verbs.yaml/irregular/participle": "Falk has written that the bridge was closed.",
        "reporting-verbs.yaml/irregular/gerund": "Falk spoke on Monday, forbidding drivers to cross the bridge.",
        "reporting-verbs.yaml/irregular/doubling": "Falk admitted that the bridge was closed.",

        "reporting-phrases.yaml/phrases": "According to Falk, the bridge was closed.",
        "reporting-phrases.yaml/phrases/class": "In Falk's view, the bridge was closed.",
        "reporting-phrases.yaml/phrases/stance": "By her own admission, Falk closed the bridge.",
        "reporting-phrases.yaml/phrases/source": "Rumour has it Falk, the engineer, closed the bridge.",

        "reporting-nouns.yaml/nouns": "Falk's claim that the bridge was closed surprised Holm.",
        "reporting-nouns.yaml/nouns/class": "Falk's claim that the bridge was closed surprised Holm.",
        "reporting-nouns.yaml/nouns/stance": "Falk's claim that the bridge was closed surprised Holm.",
        "reporting-nouns.yaml/nouns/plural": "Falk's hypotheses that the bridge was closed surprised Holm.",

        "titles.yaml/courtesy": "Mr. Falk said the bridge was closed.",
        "titles.yaml/courtesy/any": "Dr. Falk said the bridge was closed.",
        "titles.yaml/courtesy/female": "Mrs. Falk said the bridge was closed.",
        "titles.yaml/courtesy/male": "Mr. Falk said the bridge was closed.",
        "titles.yaml/office": "Monsignor Falk said the bridge was closed.",
        "titles.yaml/office/any": "Sen. Ann Falk said the bridge was closed.",
        "titles.yaml/office/female": "Tsarina Falk said the bridge was closed.",
        "titles.yaml/office/male": "Monsignor Falk said the bridge was closed.",

        "roles.yaml/people": "Ann Falk, a minister, came. The minister said the bridge was closed.",
        "roles.yaml/people/any": "Ann Falk, a minister, came. The minister said the bridge was closed.",
        "roles.yaml/people/female": "Lee Falk, a businesswoman, met Lind Holm. He said the bridge was closed.",
        "roles.yaml/people/male": "Lee Falk, a businessman, met Lind Holm. She said the bridge was closed.",
        "roles.yaml/groups": "The police said the bridge was closed. They said it was old.",
        "roles.yaml/bodies": "The committee said the bridge was closed.",
        "roles.yaml/papers": "The report said the bridge was closed.",

        "role-relations.yaml/same": "Senator Ann Falk said the bridge was closed. The lawmaker said it was old.",
        "role-relations.yaml/same-bodies":
            "Volkswagen met. VW said the bridge was closed.",
        "role-relations.yaml/general-bodies":
            "Elm Bank opened its new house.\n\nThe company said the bridge was closed.",
        "role-relations.yaml/of-bodies":
            "Mr Falk met Norvik Dale. Norvik Dale's shareholders met. Norvik Dale said the bridge was closed.",
        "role-relations.yaml/anonymous": "Officials said the bridge was closed.",
        "role-relations.yaml/epithets": "Ann Falk said the bridge was closed. The tycoon said it was old.",
        "role-relations.yaml/for-others":
            "“It is closed,” Anna Falk said.\n\nThe Norwegian lawyer said the bridge was old.",
        "role-relations.yaml/told-of":
            "Ann Falk is accused of fraud. Bo Ek, a witness, saw her. The defendant said the bridge was closed.",
        "role-relations.yaml/parties":
            "Ann Falk, D-Ohio, met Bo Berg. The Republican said the bridge was closed.",
        "role-relations.yaml/woman-endings":
            "Anne Falk met Peter Holm. The Frenchwoman said the bridge was closed.",
        "role-relations.yaml/man-endings":
            "Anne Falk met Peter Holm. The Frenchman said the bridge was closed.",
        "role-relations.yaml/people-endings": "Ann Falk said the bridge was closed. The Dutch said it was old.",
        "role-relations.yaml/public-bodies":
            "Elm Motors makes cars.\n\nThe government said the ice was thin.",
        "role-relations.yaml/companies":
            "Elm Motors shut its works.\n\nThe Roads Union came.\n\nThe company said the bridge was closed.",
        "role-relations.yaml/no-companies":
            "Elm Motors shut its works.\n\nThe Roads Union came.\n\nThe company said the bridge was closed.",
        "role-relations.yaml/ages":
            "Ann Falk, 19, lost to Eva Lind, 40.\n\nEva Lind met her. The teenager said the bridge was closed.",
        "role-relations.yaml/trades": "Ann Falk runs Falk Lines. The operator said the ice was thin.",

        "given-names.yaml/female": "Peter Holm met Anna Falk. She said the bridge was closed.",
        "given-names.yaml/male": "Anna Falk met Peter Holm. He said the bridge was closed.",
        "given-names.yaml/either": "Mr. Holm and Robin Falk came. Robin said the bridge was closed.",

        "nationalities.yaml/nationalities": "The French said the bridge was closed.",
        "metonyms.yaml/metonyms": "The Kremlin said the bridge was closed.",
        "organizations.yaml/words": "Falk Holdings said the bridge was closed.",

        "abbreviations.yaml/never-end": "Mr. Falk said the bridge was closed.",
        "abbreviations.yaml/before-number": "Falk said platform no. 4 was closed.",
        "abbreviations.yaml/may-end": "Falk of Acme Inc. Bergen said the bridge was closed.",

        "quote-marks.yaml/neutral": "\"The bridge is closed,\" Falk said.",
        "quote-marks.yaml/pairs": "“The bridge is closed,” Falk said.",
        "quote-marks.yaml/single": "‘The bridge is closed,’ Falk said.",
        "quote-marks.yaml/apostrophes": "Falk didn't say the bridge was closed.",

        "furniture.yaml/rules": "Falk said the bridge was closed.\n\nSubscribe now",
        "furniture.yaml/rules/is": "Falk said the bridge was closed.\n\nSubscribe now",
        "furniture.yaml/rules/starts":
            "Falk said the bridge was closed.\n\nFollow us on Twitter for more news, he said.",
        "furniture.yaml/rules/contains":
            "Falk said the bridge was closed.\n\nYou have two free articles left, he said.",
        "furniture.yaml/rules/all":
            "Falk said the bridge was closed.\n\nOur reporting has no paywall, he said.",

        "verb-modifiers.yaml/negations": "Falk by no means said the bridge was closed.",
        "verb-modifiers.yaml/negative-subjects": "Nobody said the bridge was closed.",
        "verb-modifiers.yaml/refusals": "Falk refused to say that the bridge was closed.",
        "verb-modifiers.yaml/hedges": "Falk reportedly said the bridge was closed.",
        "verb-modifiers.yaml/hedging-verbs": "Falk appeared to say that the bridge was closed.",
        "verb-modifiers.yaml/expectations": "Falk is expected to say that the bridge is closed.",
        "verb-modifiers.yaml/prospects": "Falk is going to say that the bridge is closed.",
        "verb-modifiers.yaml/repetitions": "Falk said again that the bridge was closed.",
        "verb-modifiers.yaml/repeating-verbs": "Falk kept saying that the bridge was closed.",
        "verb-modifiers.yaml/settings": "Falk said in an interview that the bridge was closed.",
        "verb-modifiers.yaml/times": "Falk said this season that the bridge was closed.",

        "grammar-words.yaml/clitic": "They've said the bridge was closed.",
        "grammar-words.yaml/elision": "Falk said the bridge was closed 'til spring. 'It is cold,' Holm said.",
        "grammar-words.yaml/first-person-singular": "I said the bridge was closed.",
        "grammar-words.yaml/first-person-plural": "We said the bridge was closed.",
        "grammar-words.yaml/male-pronoun": "Anna Falk met Peter Holm. He said the bridge was closed.",
        "grammar-words.yaml/female-pronoun": "Peter Holm met Anna Falk. She said the bridge was closed.",
        "grammar-words.yaml/thing-pronoun": "The committee said the bridge was closed. It said the ice was thin.",
        "grammar-words.yaml/plural-pronoun": "Officials said the bridge was closed. They said it was old.",
        "grammar-words.yaml/indefinite-group": "Others said the bridge was closed.",
        "grammar-words.yaml/everybody": "Everyone said the bridge was closed.",
        "grammar-words.yaml/somebody": "Someone said the bridge was closed.",
        "grammar-words.yaml/person-relative": "Bo Berg of the union, who said the bridge was closed, left.",
        "grammar-words.yaml/thing-relative": "Ines Falk left. Falk, which said the bridge was closed, left.",
        "grammar-words.yaml/question-label":
            "Q: Why is the bridge closed?\n\nA: The ice is thin.\n\nQ: Who closed it?\n\nA: Falk closed it.",
        "grammar-words.yaml/answer-label":
            "Ann Falk talks about the bridge\n\nQ: Why is the bridge closed?\n\nA: The ice is thin.",
        "grammar-words.yaml/second-person": interview,
        "grammar-words.yaml/interview": interview,
        "grammar-words.yaml/indefinite-article":
            "A harbour spokesman said the bridge was closed.\n\n“It is old,” harbour spokesman Bo Berg said.",
        "grammar-words.yaml/definite-article": "The minister said the bridge was closed. The minister said it was old.",
        "grammar-words.yaml/genitive-mark": "Falk's claim that the bridge was closed surprised Holm.",
        "grammar-words.yaml/genitive-preposition": "Eight of ten voters said the bridge was closed.",
        "grammar-words.yaml/place-preposition":
            "Ann Keller lives in Kessing. Kessing said the bridge was closed.",
        "grammar-words.yaml/believing": "Ann Hoover believes in Holm. Holm said the bridge was closed.",
        "grammar-words.yaml/purpose-preposition": "The Department for Education said the bridge was closed.",
        "grammar-words.yaml/origin-preposition": "And from Ines Falk:\n\n“The bridge is closed.”",
        "grammar-words.yaml/linking-preposition": "Bo Berg of the union, who said the bridge was closed, left.",
        "grammar-words.yaml/belonging-preposition":
            "Bo Berg of Alba Lines, the owner, left. The owner said the bridge was closed.",
        "grammar-words.yaml/conjunction": "Ann Falk and Bo Berg said the bridge was closed.",
        "grammar-words.yaml/negative-conjunction": "Neither Falk nor Holm said the bridge was closed.",
        "grammar-words.yaml/one": "One of the ministers said the bridge was closed.",
        "grammar-words.yaml/small-number": "Two British officials said the bridge was closed.",
        "grammar-words.yaml/quantity": "46 percent of voters said the bridge was closed.",
        "grammar-words.yaml/collective": "Eight of ten voters said the bridge was closed.",
        "grammar-words.yaml/kin":
            "Luis Baptista came with his wife, Corazon. Mrs. Baptista said the bridge was closed.",
        "grammar-words.yaml/age":
            "Ann Falk, 48, met Eva Lind, 30. The 48-year-old said the bridge was closed.",
        "grammar-words.yaml/anonymity": "Voters who requested anonymity said the bridge was closed.",
        "grammar-words.yaml/name-particle": "Jan van der Berg came. Van der Berg said the bridge was closed.",
        "grammar-words.yaml/name-suffix": "John Lee Jr. came. Lee said the bridge was closed.",
        "grammar-words.yaml/postnominal": "Hugh Tennant QC said the bridge was closed.",
        "grammar-words.yaml/thing-abbreviation": "GDP said the bridge was closed.",
        "grammar-words.yaml/purposeful-body": "The Department for Education said the bridge was closed.",

        "word-classes.yaml/determiners": "Some said the bridge was closed.",
        "word-classes.yaml/possessives": "Her claim that the bridge was closed surprised Holm.",
        "word-classes.yaml/subject-pronouns": "Ann Falk came. She said the bridge was closed.",
        "word-classes.yaml/object-pronouns": "According to him, the bridge was closed.",
        "word-classes.yaml/prepositions": "Falk said on Monday that the bridge was closed.",
        "word-classes.yaml/coordinators": "Falk said the bridge was closed and Holm said it was old.",
        "word-classes.yaml/subordinators": "Because Falk said the bridge was closed, Holm left.",
        "word-classes.yaml/relatives": "Falk, who owns the bridge, said it was closed.",
        "word-classes.yaml/wh-words": "Falk explained how the bridge was closed.",
        "word-classes.yaml/be": "Falk is saying the bridge was closed.",
        "word-classes.yaml/have": "Falk has said the bridge was closed.",
        "word-classes.yaml/do": "Falk did say the bridge was closed.",
        "word-classes.yaml/modals": "Falk will say the bridge was closed.",
        "word-classes.yaml/negations": "Falk has not said the bridge was closed.",
        "word-classes.yaml/time-words": "Falk said this week the bridge was closed.",
        "word-classes.yaml/adverbs": "Falk bluntly said the bridge was closed.",
        "word-classes.yaml/verbs": "Falk said the plans to build a bridge fail.",
        "word-classes.yaml/noun-verbs": "If Falk says the bridge is closed, Holm demands more.",
        "word-classes.yaml/irregular": "Although Falk said the bridge was closed, Holm left.",
    ]

    /// Files that are read by words of bylines, dates, pages and messages.
    private static let inFiles: [String: String] = [
        "role-relations.yaml/former": page("<p>Former mayor Ida Sund said the ice was thin.</p>", data: published),

        "calendar.yaml/months": page(data: "\"datePublished\": \"20 March 2026\""),
        "calendar.yaml/weekdays": "Falk said Monday the bridge was closed.",
        "calendar.yaml/zones": page(data: "\"datePublished\": \"20 March 2026 8:00 EST\""),
        "calendar.yaml/before-noon": page(data: "\"datePublished\": \"20 March 2026 12:05 am\""),
        "calendar.yaml/after-noon": page(data: "\"datePublished\": \"20 March 2026 8:05 pm\""),

        "bylines.yaml/openings": page(data: "\"author\": \"From Bo Ek\""),
        "bylines.yaml/paragraph-openings": "By Bo Ek\n\nFalk said the bridge was closed.",
        "bylines.yaml/author-prepositions": page(data: "\"author\": \"Thoughts by Bo Ek\""),
        "bylines.yaml/connectors": page(data: "\"author\": \"Bo Ek with Eva Lind\""),
        "bylines.yaml/particles": "By Karl zu Ek\n\nFalk said the bridge was closed.",
        "bylines.yaml/articles": page(data: "\"author\": \"The Strait Wire\""),
        "bylines.yaml/functions": page(data: "\"author\": \"Bo Ek, Staff Writer\""),
        "bylines.yaml/agencies": page(data: "\"author\": \"Bo Ek Bloomberg\""),
        "bylines.yaml/signing-agencies":
            "From: a@b.example\nMessage-ID: <a@b.example>\n\nBy The Associated Press\n\nFalk said it was closed.",

        "bylines.yaml/date-openings": page(data: "\"author\": \"Bo Ek on 3 February\""),
        "bylines.yaml/closings": page(data: "\"author\": \"Bo Ek View all posts\""),

        "page-words.yaml/lines": page("<p>Sponsored content</p>"),
        "page-words.yaml/line-openings": page("<p>Scroll down for pictures of it.</p>"),
        "page-words.yaml/phrases": page("<p>All of it may not be reproduced by anybody.</p>"),
        "page-words.yaml/link-openings": page("<p><a href='/'>Filed under bridges, and rain and wind.</a></p>"),
        "page-words.yaml/related-openings": page(teasers),
        "page-words.yaml/related-subjects": page(teasers),
        "page-words.yaml/comments": page("<h2>Comments</h2>"),
        "page-words.yaml/comment-openings": page("<h2>User comments</h2>"),
        "page-words.yaml/comment-invitations": page("<h2>Leave a Reply</h2>"),
        "page-words.yaml/stamps": page("<p>Updated: the 20th of the month.</p>"),
        "page-words.yaml/stamp-openings": page("<p>Last updated: the 20th of this very long and very wet month.</p>"),
        "page-words.yaml/error-titles": page(data: "\"headline\": \"Page not found\""),
        "page-words.yaml/stamp-fillers": page("<p>Rain, updated 8 hours ago, read in 3 minutes at 5, by 6, on 7</p>"),

        "message-words.yaml/editors-notes": message(heading: "Eds: adds the weather"),
        "message-words.yaml/notebooks":
            "\u{1}abc 4 i 211\u{2}\nBridge closed=\nFalk said the bridge was closed.\n\n# Notebook\n\nSome notes.\n\u{3}",
        "message-words.yaml/picture-openings":
            "Source: Strait\nMEDIA RELEASE PR1\nBridge closed\n\nFalk said the bridge was closed.\n\n"
            + "Photo - https://a.example/b.jpg\n",
        "message-words.yaml/credit-openings":
            nitf("Falk said the bridge was closed.\n(Reporting by Bo Ek)"),
        "message-words.yaml/reply-prefixes": mail("Falk said the bridge was closed.", subject: "Fwd: Bridge"),
        "message-words.yaml/compound-conjunctions": nitf("Falk said two-\nand three-day trips were off."),
    ]

    private static let teasers =
        "<p>More great stories</p><p><a href='/a'>Rain falls on the lake for a third night</a></p>"

    /// A page whose story has something in its midst, and which says something of it in its data.
    static func page(_ part: String = "", data: String = "\"headline\": \"Bridge\"") -> String {
        let prose =
            "<p>Falk said the bridge was closed, and that nobody knew for how long it would be, since the river was high and "
            + "the wind was strong, and since the ice was thin.</p>"
        return
            "<!doctype html><html><body><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \(data)}</script>"
            + "<article>\(prose)\(part)\(prose.replacing("Falk", with: "Holm"))</article>"
    }

    static func nitf(_ paragraph: String) -> String {
        "<nitf><body><body.content><p>\(paragraph)</p></body.content></body></nitf>"
    }

    static func mail(_ text: String, subject: String = "Bridge") -> String {
        "Message-ID: <a@b.example>\nSubject: \(subject)\n\n\(text)\n"
    }

    /// By ANPA's standard.
    private static func message(heading: String) -> String {
        "\u{1}v0001\u{2}\n^Bridge<\n^\(heading)<\n^Bridge closed<\n\tFalk said the bridge was closed.\n\u{3}"
    }
}
