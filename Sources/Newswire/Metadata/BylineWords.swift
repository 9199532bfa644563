/// Words in bylines that are not names.
enum BylineWords {
    /// Lower-case words within names.
    static let particles: Set<String> = [
        "de", "der", "den", "van", "von", "zu", "la", "le", "du", "di", "da", "del", "della", "dos", "al", "el", "bin",
        "bint", "ibn", "y", "e", "ten", "ter", "af", "av",
    ]

    /// A part with one of these is not a person.
    static let functions: Set<String> = [
        "press", "writer", "writers", "correspondent", "correspondents", "reporter", "reporters", "editor", "editors",
        "editorial", "staff", "agency", "news", "desk", "reuters", "dpa", "afp", "ap", "pa", "aap", "ansa", "efe",
        "tass", "xinhua", "bureau", "chief", "columnist", "columnists", "contributor", "contributors", "university",
        "college", "institute", "network", "service", "analyst", "critic", "producer", "photographer", "tv", "team",
        "newsroom", "times", "post", "journalist", "researcher", "professor", "director", "media", "inc", "ltd", "llc",
        "admin", "published", "updated", "posted", "minutes", "min", "read", "am", "pm", "http", "www", "for",
        "special",
        "share", "follow", "comments", "january", "february", "march", "november", "december",
    ]

    /// Beside people these are their employers.
    static let agencies: Set<String> = [
        "associated press", "the associated press", "ap", "reuters", "thomson reuters", "afp", "agence france-presse",
        "bloomberg", "bloomberg news", "upi", "dpa", "efe", "ansa", "pti", "ians", "ani", "cnn", "bbc", "bbc news",
        "press association", "pa media", "canadian press", "the canadian press", "australian associated press", "aap",
        "tribune news service", "tribune content agency",
    ]
}
