/// A part of a whole, such as 4 of 10. Sizes are compared with it in whole numbers, so nothing is rounded.
struct Share {
    fileprivate let part: Int
    fileprivate let whole: Int

    init(_ part: Int, of whole: Int) { (self.part, self.whole) = (part, whole) }
}

extension Int {
    func isLess(than share: Share, of whole: Int) -> Bool { self * share.whole < whole * share.part }
    func isMore(than share: Share, of whole: Int) -> Bool { self * share.whole > whole * share.part }
    func isAtMost(_ share: Share, of whole: Int) -> Bool { !isMore(than: share, of: whole) }
    func isAtLeast(_ share: Share, of whole: Int) -> Bool { self * share.whole >= whole * share.part }
}
