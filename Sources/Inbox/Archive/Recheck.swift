/// A file that was moved, to be looked at once more after the settle time: somebody may have had it open for writing
/// all along.
struct Recheck {
    var place: Place
    /// Where it lay in the inbox.
    var path: InboxPath
    /// As it was after the move.
    var stamp: Stamp
    var due: ContinuousClock.Instant
}
