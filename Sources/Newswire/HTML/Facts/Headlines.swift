/// Chooses the article's title among what a page calls its title.
struct Headlines {
    let tree: MarkupTree
    /// The site's name, which titles often end with.
    let site: String?

    /// A headline that is seen is the title where another source agrees with it; else the sources in their order.
    func choose(_ sources: [String?]) -> String? {
        let window = tree.elements(.title).first { _ in true }.map { tree.text(of: $0) }
        let stated = sources.compactMap { $0 }.map(withoutSite)
        let seen = tree.elements(.h1).map { tree.text(of: $0) }.filter { !$0.isEmpty && !isSite($0) }
        let agreed = seen.first { headline in
            (stated + [window, window.map(withoutSite)].compactMap { $0 }).contains { TextMatch.agree(headline, $0) }
        }
        return agreed ?? stated.first { !$0.isEmpty } ?? lower(window) ?? (seen.count == 1 ? seen[0] : nil)
            ?? window.map(withoutSite).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Where no heading of the first level is what the window is called: that may name a section of the site, and the
    /// headline stand below.
    private func lower(_ window: String?) -> String? {
        tree.elements(.h2, .h3).lazy.map { tree.text(of: $0) }.first { TextMatch.agree($0, window) }
    }

    private func isSite(_ text: String) -> Bool { TextMatch.agree(text, site) }

    /// "Bridge closed - Strait News" without the site's name.
    private func withoutSite(_ title: String) -> String {
        for mark in [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " / "] {
            let parts = title.components(separatedBy: mark)
            guard parts.count > 1, let last = parts.last else { continue }
            let rest = parts.dropLast().joined(separator: mark)
            if isSite(last) || site == nil && mark == " | " { return withoutSite(rest) }
        }
        return title
    }
}

extension String {
    fileprivate func components(separatedBy mark: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let found = rest.firstRange(of: mark) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return parts + [String(rest)]
    }
}
