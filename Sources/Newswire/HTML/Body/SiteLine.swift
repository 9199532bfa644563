/// Lines that sites put between the paragraphs of stories.
enum SiteLine {
    private static let longest = 330

    static func isOne(_ block: PageBlock) -> Bool {
        guard block.size <= longest, block.kind != .table, block.kind != .quote else { return false }
        let text = block.text.lowercased()
        if isMarkup(text) || isStamp(block) { return true }
        if wholes.contains(text.trimming { !$0.isLetter }) || openings.contains(where: text.hasPrefix) { return true }
        // What somebody said is no line of the site's.
        guard !text.utf8Contains("“"), !text.utf8Contains("\"") else { return false }
        if phrases.contains(where: { text.utf8Contains($0) }) { return true }
        let isLink = block.linkShare > 0.4 || block.links > 0 && block.size < 60 && !block.endsSentence
        return isLink && linkedOpenings.contains(where: text.hasPrefix)
    }

    /// Markup that was escaped once too often.
    private static func isMarkup(_ text: String) -> Bool {
        text.hasPrefix("<") && text.hasSuffix(">") && text.utf8Contains("=")
    }

    private static let wholes: Set<String> = [
        "advertisement", "advert", "ad", "sponsored", "sponsored content", "loading", "share", "tweet", "email",
        "print",
        "don't miss", "don’t miss", "read more", "related", "related articles", "related stories", "related content",
        "comments", "show comments", "view comments", "leave a comment", "story continues below",
        "article continues below", "story continues below advertisement", "article continues below advertisement",
        "continue reading", "continue reading below", "most popular", "trending", "recommended", "follow us",
        "share this article", "share this story", "share this", "close", "menu", "search", "back to top", "image",
        "more", "see also", "also read", "more on this story", "up next", "watch now", "play video", "view gallery",
    ]

    private static let openings = [
        "sign up for ", "sign up to ", "subscribe to ", "get the latest ", "get breaking news", "have a tip?",
        "follow us on ", "like us on ", "find us on ", "join us on ", "share this ", "click here to ", "© ",
        "copyright ©", "copyright 19", "copyright 20", "copyright (c)",
        "all rights reserved", "download our app", "this slideshow requires javascript",
        "please enable javascript", "you need to enable javascript", "enable javascript", "read more:", "read more on ",
        "image copyright", "image caption", "media caption", "media playback", "story continues", "article continues",
        "scroll down for", "related post:", "related:", "related story:", "related stories:", "related article:",
        "related articles:", "most read:", "don't miss:", "don’t miss:", "see more:", "also read:", "also see:",
        "read also:", "see also:", "also:", "must read:", "recommended:", "more for you:", "up next:", "[button ",
    ]

    /// Anywhere in a short paragraph: appeals, and the reservation of rights.
    private static let phrases = [
        "click here for more", "click here to", "sign up for our", "sign up to our", "subscribe to our",
        "subscribe now",
        "follow us on", "follow him on", "follow her on", "follow them on", "follow @", "our newsletter",
        "download our app", "support our journalism",
        "like us on facebook", "find us on", "post comment", "add a comment",
        "leave a comment", "comments are closed",
        "all rights reserved", "may not be published, broadcast", "may not be reproduced", "no part may be reproduced",
        "without permission is prohibited", "without the written permission",
    ]

    /// Only of links.
    private static let linkedOpenings = [
        "read more", "more:", "read:", "watch:", "see:", "related", "more from ", "more on ", "follow ", "click here",
        "check out more", "visit ", "view ", "next:", "previous:", "tags:", "topics:", "filed under", "posted in",
        "source:", "via ", "photo:", "contact ", "email ", "e-mail ", "want more", "for more ",
    ]
}

extension String {
    fileprivate func trimming(_ isEdge: (Character) -> Bool) -> String {
        let front = drop(while: isEdge)
        guard let last = front.lastIndex(where: { !isEdge($0) }) else { return "" }
        return String(front[...last])
    }
}
