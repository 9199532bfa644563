/// An item without an article, though nothing is wrong with it: a picture, a package, a withdrawn story.
package struct SkippedItem: Sendable, Equatable {
    /// 1-based place in its file.
    package var item: Int
    /// A clause: "it is a picture".
    package var reason: String
    /// Set where the provider took an item back.
    package var withdrawal: Withdrawal?

    package init(item: Int, reason: String, withdrawal: Withdrawal? = nil) {
        self.item = item
        self.reason = reason
        self.withdrawal = withdrawal
    }

    init(item: Int, _ withdrawal: Withdrawal) {
        self.init(item: item, reason: "its provider called it off (\(withdrawal.status))", withdrawal: withdrawal)
    }
}

/// A provider's notice that an item must not be used any more.
package struct Withdrawal: Sendable, Equatable {
    /// The item's metadata; `item` is its identifier.
    package var metadata: Metadata
    /// The provider's own word for it: "canceled".
    package var status: String

    /// - Parameter status: What the format says of an item's state, with or without a scheme ("stat:canceled").
    /// - Returns: nil where the item may be used, now or after its embargo.
    init?(status: String?, _ metadata: @autoclosure () -> Metadata) {
        guard let word = Metadata.status(status), ["canceled", "killed", "withdrawn", "retracted"].contains(word) else {
            return nil
        }
        self.metadata = metadata()
        self.metadata.status = word
        self.status = word
    }
}
