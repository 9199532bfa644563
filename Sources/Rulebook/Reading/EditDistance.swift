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
