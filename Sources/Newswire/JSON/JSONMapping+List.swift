// As a setting writes it.

extension JSONMapping {
    /// - Parameter list: Parts and the fields that hold them, "text=story.body,title=story.head"; a part may be named
    ///   several times. Other parts are looked for in the usual fields.
    ///   "usual" is these alone.
    /// - Returns: nil for an unknown part or a missing field.
    package init?(list: String) {
        guard list != "usual" else {
            self = .usual
            return
        }
        var own = JSONMapping()
        for pair in list.split(separator: ",") {
            let sides = pair.split(separator: "=", maxSplits: 1).compactMap { String.line(String($0)) }
            guard sides.count == 2, let part = Self.places[sides[0]] else { return nil }
            own[keyPath: part].append(sides[1])
        }
        self = own.over(.usual)
    }

    private static var places: [String: WritableKeyPath<JSONMapping, [String]>] {
        [
            "title": \.title, "text": \.text, "byline": \.byline, "published": \.published, "updated": \.updated,
            "language": \.language, "publisher": \.publisher, "url": \.url, "id": \.item, "version": \.version,
        ]
    }
}
