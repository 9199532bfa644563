extension RuleProofs {
    /// For each section and key of `Rules/de`, a text that reads otherwise without it.
    static let german: [String: String] = [
        "reporting-verbs.yaml/verbs": "Falk sagte, dass die Brücke halte.",
        "reporting-verbs.yaml/verbs/class": "Falk fragte, ob die Brücke halte.",
        "reporting-verbs.yaml/verbs/stance": "Falk behauptete, dass die Brücke halte.",
        "reporting-verbs.yaml/verbs/frames": "„Die Brücke hält“, sagte Falk.",
        "reporting-verbs.yaml/verbs/negates": "Falk bestritt, dass die Brücke halte.",
        "reporting-verbs.yaml/verbs/repeats": "Falk wiederholte, dass die Brücke halte.",
        "reporting-verbs.yaml/irregular": "Falk schrieb, dass die Brücke halte.",
        "reporting-verbs.yaml/irregular/third-person": "Falk wirft der Stadt Versagen vor.",
        "reporting-verbs.yaml/irregular/past": "Falk schrieb, dass die Brücke halte.",
        "reporting-verbs.yaml/irregular/participle": "Falk hat geschrieben, dass die Brücke halte.",

        "reporting-phrases.yaml/phrases": "Laut Falk hält die Brücke.",
        "reporting-phrases.yaml/phrases/class": "Nach Ansicht von Falk hält die Brücke.",
        "reporting-phrases.yaml/phrases/stance": "Nach Darstellung von Falk hält die Brücke.",
        "reporting-phrases.yaml/phrases/source": "Nach eigenen Angaben hält die Brücke.",

        "reporting-nouns.yaml/nouns": "Die Forderung von Falk, die Brücke zu sperren, ist alt.",
        "reporting-nouns.yaml/nouns/class": "Die Forderung von Falk, die Brücke zu sperren, ist alt.",
        "reporting-nouns.yaml/nouns/stance": "Die Behauptung von Falk, die Brücke zu kennen, ist alt.",
        "reporting-nouns.yaml/nouns/plural": "Die Vorschläge von Falk, die Brücke zu sperren, sind alt.",

        "titles.yaml/courtesy": "„Die Brücke hält“, sagte Frau Falk.",
        "titles.yaml/courtesy/any": "„Die Brücke hält“, sagte Dr. Falk.",
        "titles.yaml/courtesy/female": "„Die Brücke hält“, sagte Frau Falk.",
        "titles.yaml/courtesy/male": "„Die Brücke hält“, sagte Herr Falk.",
        "titles.yaml/office": "„Die Brücke hält“, sagte Kanzlerkandidat Falk.",
        "titles.yaml/office/any": "„Die Brücke hält“, sagte Kanzlerkandidat Falk.",

        "roles.yaml/people": "Die Autorin sagte, dass die Brücke halte.",
        "roles.yaml/people/any": "Das Mitglied sagte, dass die Brücke halte.",
        "roles.yaml/people/female": "Die Autorin sagte, dass die Brücke halte.",
        "roles.yaml/people/male": "Der Autor sagte, dass die Brücke halte.",
        "roles.yaml/groups": "Die Anwohner sagten, dass die Brücke halte.",
        "roles.yaml/bodies": "„Die Brücke hält“, teilten Ministerien mit.",
        "roles.yaml/papers": "Laut Bericht hält die Brücke.",

        "role-relations.yaml/anonymous": "Informanten sagten, dass die Brücke halte.",

        "abbreviations.yaml/never-end": "„Die Brücke hält“, sagte Gen. Falk.",
        "abbreviations.yaml/before-number": "Falk sagte, dass Brücke Nr. 4 halte.",
        "abbreviations.yaml/may-end": "Falk sagte, dass die Brücke am 5. Mai schließe.",

        "given-names.yaml/female": "Ada Falk kam. Jan Lind kam. „Die Brücke hält“, sagte sie.",
        "given-names.yaml/male": "„Die Brücke hält“, sagte Hans Falk. Lind kam. Er sagte, dass sie halte.",
        "given-names.yaml/either": "Robin Falk Lind kam. „Die Brücke hält“, sagte er.",

        "nationalities.yaml/nationalities": "„Die Brücke hält“, teilte Frankreich mit.",
        "metonyms.yaml/metonyms": "„Die Brücke hält“, teilte der Kreml mit.",
        "organizations.yaml/words": "„Die Brücke hält“, teilte Alba GmbH mit.",

        "quote-marks.yaml/neutral": "\"Die Brücke hält\", sagte Falk.",
        "quote-marks.yaml/pairs": "„Die Brücke hält“, sagte Falk.",
        "quote-marks.yaml/single": "›Die Brücke hält‹, sagte Falk.",
        "quote-marks.yaml/apostrophes": "Falk sagte, dass es so geht’s weiter.",

        "furniture.yaml/rules": "Falk sagte, dass die Brücke halte.\n\nLesen Sie auch: Falk sagte, sie halte.",

        "furniture.yaml/rules/is": "Falk sagte, dass die Brücke halte.\n\nZur Startseite",
        "furniture.yaml/rules/starts": "Falk sagte, dass die Brücke halte.\n\nLesen Sie auch: Falk sagte, sie halte.",
        "furniture.yaml/rules/contains": "Falk sagte, dass die Brücke halte.\n\nAlles lesen, monatlich kündbar.",
        "furniture.yaml/rules/all": "Falk sagte, dass die Brücke halte.\n\nDas Abo mit Probemonat.",
        "word-classes.yaml/determiners": "Am Montag forderte der Minister eine Brücke.",
        "word-classes.yaml/possessives": "Ida Holm kam. Meine Tochter sagte, dass die Brücke halte.",
        "word-classes.yaml/subject-pronouns": "„Die Brücke hält“, sagte sie.",
        "word-classes.yaml/object-pronouns": "Ihm sagte Falk, dass die Brücke halte.",
        "word-classes.yaml/prepositions": "Am Montag sagte Falk, dass die Brücke halte.",
        "word-classes.yaml/coordinators": "Falk kam und sagte, dass die Brücke halte.",
        "word-classes.yaml/subordinators": "Weil Falk sagte, dass die Brücke halte, ging er.",
        "word-classes.yaml/relatives": "Falk, der sagte, dass die Brücke halte, ging.",
        "word-classes.yaml/wh-words": "Falk fragte, ob die Brücke halte.",
        "word-classes.yaml/be": "Der Mann soll gestohlen worden sein.",
        "word-classes.yaml/have": "Falk hat gesagt, dass die Brücke halte.",
        "word-classes.yaml/do": "Ihr wurde von Falk vorgeworfen, gelogen zu haben.",
        "word-classes.yaml/modals": "Falk will die Brücke sperren.",
        "word-classes.yaml/negations": "Falk sagte nicht, dass die Brücke halte.",
        "word-classes.yaml/time-words": "Gestern sagte Falk, dass die Brücke halte.",
        "word-classes.yaml/adverbs": "Daraufhin sagte Falk, dass die Brücke halte.",
        "word-classes.yaml/verbs": "Die Stadt rief, sie schlief.",
        "word-classes.yaml/irregular": "Die Brücke blieb, sagte Falk.",

        "verb-modifiers.yaml/repetitions": "Falk sagte erneut, dass die Brücke halte.",

        "grammar-words.yaml/first-person-singular":
            "„Die Brücke hält“, sagte Falk. „Ich sagte, dass sie hält.“",
        "grammar-words.yaml/first-person-plural": "Wir sagten, dass die Brücke halte.",
        "grammar-words.yaml/male-pronoun": "Jan Falk kam. „Die Brücke hält“, sagte er.",
        "grammar-words.yaml/female-pronoun": "Ada Falk kam. „Die Brücke hält“, sagte sie.",
        "grammar-words.yaml/plural-pronoun": "Die Anwohner sagten, dass sie halte. Beide sagten, dass sie rostet.",
        "grammar-words.yaml/indefinite-group": "Manche sagten, dass die Brücke halte.",
        "grammar-words.yaml/somebody": "Jemand sagte, dass die Brücke halte.",
        "grammar-words.yaml/person-relative": "Die Chefin der Alba GmbH, die sagte, dass die Brücke halte, ging.",
        "grammar-words.yaml/definite-article":
            "Ein Sprecher sagte, dass die Brücke halte. Der Sprecher sagte, dass sie rostet.",
        "grammar-words.yaml/genitive-preposition": "Eine Reihe von Anwohnern sagte, dass die Brücke halte.",
        "grammar-words.yaml/place-preposition": "Es regnet in Kessing. „Die Brücke hält“, teilte Kessing mit.",
        "grammar-words.yaml/linking-preposition":
            "Ada Falk von der Gewerkschaft, die sagte, dass die Brücke halte, ging.",
        "grammar-words.yaml/conjunction": "Ada Falk und Bo Lind sagten, dass die Brücke halte.",
        "grammar-words.yaml/quantity": "Die Mehrheit sagte, dass die Brücke halte.",
        "grammar-words.yaml/collective": "Eine Reihe von Anwohnern sagte, dass die Brücke halte.",
        "grammar-words.yaml/kin": "Jan Falk kam. Seine Frau, Corazon, kam. „Sie hält“, sagte Frau Falk.",
        "grammar-words.yaml/anonymity": "Zwei Beamte, die ungenannt blieben, sagten, dass die Brücke halte.",
        "grammar-words.yaml/name-particle": "Ada van Berg sagte, dass die Brücke halte.",
        "grammar-words.yaml/name-suffix": "Jan Falk Jr kam. „Die Brücke hält“, sagte Falk.",

        "role-relations.yaml/former": page(
            "<p>Die frühere Bürgermeisterin Ida Sund sagte, dass die Brücke halte.</p>", data: published),

        "calendar.yaml/months": page(data: "\"datePublished\": \"20 März 2026\""),
        "calendar.yaml/weekdays": "Montag sagte Falk, dass die Brücke halte.",
        "calendar.yaml/zones": page(data: "\"datePublished\": \"20 März 2026 8:00 MESZ\""),

        "bylines.yaml/openings": page(data: "\"author\": \"Text: Bo Ek\""),
        "bylines.yaml/paragraph-openings": "Von Bo Ek\n\nFalk sagte, dass die Brücke halte.",
        "bylines.yaml/author-prepositions": page(data: "\"author\": \"Analyse von Bo Ek\""),
        "bylines.yaml/connectors": page(data: "\"author\": \"Bo Ek mit Eva Lind\""),
        "bylines.yaml/functions": page(data: "\"author\": \"Bo Ek, Korrespondent\""),
        "bylines.yaml/agencies": page(data: "\"author\": \"Bo Ek Deutsche Presse-Agentur\""),

        "bylines.yaml/date-openings": page(data: "\"author\": \"Bo Ek am 3. Februar\""),
        "bylines.yaml/closings": page(data: "\"author\": \"Bo Ek Alle Beiträge\""),

        "page-words.yaml/lines": page("<p>Mehr zum Thema</p>"),
        "page-words.yaml/line-openings": page("<p>Lesen Sie auch: Bilder von der Brücke im Regen.</p>"),
        "page-words.yaml/phrases": page("<p>Alles hier: Alle Rechte vorbehalten, auch die an Bildern.</p>"),
        "page-words.yaml/comments": page("<h2>Kommentare</h2>"),
        "page-words.yaml/comment-invitations": page("<h2>Schreibe einen Kommentar</h2>"),
        "page-words.yaml/error-titles": page(data: "\"headline\": \"Seite nicht gefunden\""),
        "page-words.yaml/stamps": page("<p>Aktualisiert: am 20. des Monats.</p>"),

        "message-words.yaml/notebooks":
            "\u{1}abc 4 i 211\u{2}\nBrücke zu=\nFalk sagte, sie halte.\n\n# Notizblock\n\nNotizen.\n\u{3}",
        "message-words.yaml/reply-prefixes": mail("Falk sagte, dass die Brücke halte.", subject: "AW: Brücke"),
        "message-words.yaml/compound-conjunctions": nitf("Falk sagte, dass Berg-\nund Talfahrten ausfielen."),
    ]
}
