import Newswire
import Testing

@testable import Text

@Suite struct AsideIndexTests {
    private func aside(_ start: Int, _ end: Int, _ reason: String) -> SetAside {
        SetAside(span: Span(start, end), reason: reason)
    }

    @Test(arguments: [
        (0, 4, nil), (0, 5, nil), (4, 6, "a"), (9, 10, "a"), (10, 12, nil), (11, 21, "b"), (24, 26, "b"), (30, 31, "b"),
        (45, 50, nil), (0, 99, "a"),
    ])
    func findsTheFirstThatOverlaps(start: Int, end: Int, reason: String?) {
        // In no order, and one within another.
        let index = AsideIndex([aside(20, 40, "b"), aside(5, 10, "a"), aside(22, 25, "c")])
        #expect(index.first(overlapping: Span(start, end))?.reason == reason)
    }

    @Test func agreesWithGoingThroughThemAll() {
        for _ in 0..<300 {
            let asides = (0..<Int.random(in: 0...12)).map { n in
                let start = Int.random(in: 0..<90)
                return aside(start, start + Int.random(in: 1...20), "\(n)")
            }
            let index = AsideIndex(asides)
            let start = Int.random(in: 0..<100)
            let span = Span(start, start + Int.random(in: 1...10))
            let expected = asides.filter { $0.span.overlaps(span) }.map(\.span).min()
            #expect(index.first(overlapping: span)?.span == expected, "\(asides) \(span)")
        }
    }
}
