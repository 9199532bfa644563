/// How many were marked, found, and both.
struct Matches: Sendable, Equatable {
    var both = 0
    var finds = 0
    var marks = 0

    static func += (a: inout Self, b: Self) {
        a.both += b.both
        a.finds += b.finds
        a.marks += b.marks
    }
}

/// How many of all something holds for.
struct Share: Sendable, Equatable {
    var part = 0
    var all = 0

    mutating func count(_ holds: Bool) {
        all += 1
        if holds { part += 1 }
    }

    static func += (a: inout Self, b: Self) {
        a.part += b.part
        a.all += b.all
    }
}
