/// How many letters must be put in, taken out, replaced or swapped with their neighbour to make one word of the other
/// (optimal string alignment; Damerau 1964).
package func editDistance(_ one: String, _ other: String) -> Int {
    let a = Array(one.unicodeScalars)
    let b = Array(other.unicodeScalars)
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
            row.append(best)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}

/// Whether two words are at a distance of 1, "Gevorgyan" and "Gevogryan"; in a time that grows with their length and
/// not with its square, since many surnames are compared with many.
package func areOneEditApart(_ one: String, _ other: String) -> Bool {
    // In bytes: whatever is longer is no word, and no letter has more.
    let (longestWord, longestLetter) = (64, 4)
    guard max(one.utf8.count, other.utf8.count) <= longestWord,
        abs(one.utf8.count - other.utf8.count) <= longestLetter
    else { return false }
    let a = Array(one), b = Array(other)
    guard abs(a.count - b.count) <= 1, a != b else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let (restA, restB) = (a[start...], b[start...])
    let end = zip(restA.reversed(), restB.reversed()).prefix { $0 == $1 }.count
    let (x, y) = (restA.dropLast(end), restB.dropLast(end))
    if x.count <= 1, y.count <= 1 { return true }
    return x.count == 2 && y.count == 2 && x.first == y.last && x.last == y.first
}

/// The known word that somebody who wrote `word` most likely meant: within a third of its letters, or nil.
func nearest(to word: String, among known: some Sequence<String>) -> String? {
    let limit = max(1, word.unicodeScalars.count / 3)
    let length = word.unicodeScalars.count
    return
        known
        .filter { abs($0.unicodeScalars.count - length) <= limit }
        .map { (word: $0, distance: editDistance(word, $0)) }
        .filter { $0.distance <= limit }
        .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?
        .word
}
