/// What the name of an element (its class, id, role …) says about its content.
struct RegionHint: OptionSet, Sendable {
    let rawValue: UInt8

    /// The story itself.
    static let story = RegionHint(rawValue: 1)
    /// Something that sites put around and into stories: never part of one.
    static let apart = RegionHint(rawValue: 2)
    /// Readers' comments: apart, and often longer than the story.
    static let comments = RegionHint(rawValue: 4)
    /// It may be apart from the story; its text decides.
    static let aside = RegionHint(rawValue: 8)
    /// What is said of a picture.
    static let caption = RegionHint(rawValue: 16)
    /// Byline, date, credit: they belong to the story but are not its text.
    static let detail = RegionHint(rawValue: 32)

    /// A wall before what has to be paid for, or what stands behind it.
    static let wall = RegionHint(rawValue: 64)

    /// Pictures with what is said of each.
    static let gallery = RegionHint(rawValue: 128)

    /// - Parameter name: Words in any of the ways that sites write them: `article-body`, `articleBody`,
    ///   `article__body`.
    init(name: String) {
        self = []
        var previous = ""
        let words = Self.words(of: name)
        for word in words {
            // "content-with-sidebar" is the content.
            if !Self.layout.contains(previous), let hint = Self.words[word] { insert(hint) }
            if !previous.isEmpty, let hint = Self.words[previous + "-" + word] { insert(hint) }
            previous = word
        }
        // What a paper says of a match as it goes on.
        if contains(.comments), words.contains(Self.live) { remove(.comments) }
    }

    private static let live = "live"

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Runs of letters, in lower case; a capital after a small letter begins a new one.
    static func words(of name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasSmall = false
        for byte in name.utf8 {
            let isCapital = (0x41...0x5A).contains(byte)
            if !byte.isASCIILetter || isCapital && wasSmall {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if byte.isASCIILetter { word.unicodeScalars.append(Unicode.Scalar(byte.asciiLowercased)) }
            wasSmall = byte.isASCIILetter && !isCapital
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static let words: [String: RegionHint] = {
        var words: [String: RegionHint] = [:]
        for (hint, names) in vocabulary {
            for name in names.split(whereSeparator: \.isWhitespace) { words[String(name), default: []].insert(hint) }
        }
        return words
    }()

    /// Words of names that say what is beside an element.
    private static let layout: Set<String> = ["with", "has", "no", "without", "is", "show", "hide", "beside", "plus"]

    /// Single words, and pairs of words that follow each other.
    private static let vocabulary: [(RegionHint, String)] = [
        (
            .story,
            """
            article-body articlebody article-content articlecontent article-text articletext article-copy \
            article-fulltext article-main article-story article-entry article-paragraphs entry-content entrycontent \
            post-content postcontent post-body postbody post-entry post-text story-body storybody story-content \
            story-text storytext story-copy body-copy bodycopy body-text bodytext body-content news-body newsbody \
            news-content news-text name-body content-body field-body richtext rich-text blog-content single-content
            """
        ),
        (
            .comments,
            """
            comment comments commentlist comment-list disqus livefyre respond reply replies facebook-comments \
            fb-comments discussion talkback
            """
        ),
        (
            .apart,
            """
            share sharing shares sharebar sharedaddy sharethis addthis addtoany shareaholic social socials sociable \
            ssba jetpack-likes likes newsletter newsletters signup sign-up subscribe subscription subscriptions optin \
            mailchimp related relatedposts jp-relatedposts yarpp crp recirc recirculation recommended recommendation \
            recommendations recommend outbrain taboola zergnet revcontent promo promos promotion promoted promobox \
            sponsored sponsor ad ads adv advert adverts advertisement advertisements advertising advertise adsense \
            adslot adunit adbox adcontainer dfp gpt sidebar sidebars breadcrumb breadcrumbs breadcrumbs nav \
            navigation navbar navlinks menu menus submenu pagination pager paging masthead cookie cookies consent \
            gdpr popup popover modal lightbox trending popular most-read most-popular most-viewed most-shared \
            most-commented read-next up-next next-up read-also also-read see-also more-from more-stories more-news \
            more-articles more-posts more-on further-reading you-may may-like might-like you-might \
            other-stories other-news latest-news latest-posts recent-posts recent-news top-stories topstories \
            post-navigation nav-links prev-next previous-next next-post prev-post tags taglist tag-list article-tags \
            post-tags keywords topics hashtags submeta login signin sign-in register registration donate donation \
            donations no-print noprint hidden-print robots-nocontent noindex skip skiplink skip-link screen-reader \
            sr-only visually-hidden visuallyhidden assistive offscreen clipped toc table-of-contents toolbar tools \
            pullquote pull-quote pulledquote author-bio author-box authorbox author-info authorinfo about-author \
            author-card author-description bio biography contributor contributors disclaimer disclosure affiliate \
            affiliate-disclaimer copyright legal privacy reading-time read-time feedback follow follow-us followus \
            contentinfo complementary footer poll quiz survey weather ticker stock-ticker trinity \
            site-description site-title site-branding blog-description site-footer page-footer global-footer post-footer article-footer entry-footer story-footer site-header \
            page-header-nav loading spinner printfriendly rss
            """
        ),
        (.wall, "paywall regwall meter metered"),
        (.gallery, "gallery galleries slideshow slideshows slider slides carousel photogallery imagegallery"),
        (
            .aside,
            """
            widget widgets module modules banner banners alert alerts callout cta teaser teasers card cards \
            video videos player playlist embed embedded infobox box boxout \
            factbox aside complementary author authors autor autorin autoren auteur autore about header rail links \
            button buttons btn next prev previous shop shopping buy price latest \
            read-more readmore recent featured categories label labels kicker flag \
            rating ratings vote votes search form language languages inline-promo note correction newsletter-form \
            credits sources citations references
            """
        ),
        (
            .caption,
            """
            caption captions figcaption wp-caption image-caption photo-caption media-caption img-caption cutline \
            image-description imagedescription photo-description picture-description photo-credit image-credit picture-credit media-credit
            """
        ),
        (
            .detail,
            """
            byline bylines postmetadata dateline timestamp datetime date dates pubdate published publication publish-date \
            post-date posted-on meta metadata postmeta postinfo entry-meta post-meta article-meta credit credits \
            submitted attribution updated headline title subtitle subheadline standfirst deck dek excerpt \
            strapline kicker eyebrow time
            """
        ),
    ]
}
