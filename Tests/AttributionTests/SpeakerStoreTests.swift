import LanguageKit
import Newswire
import Testing

@testable import Names
@testable import Speakers

@Suite struct SpeakerStoreTests {
    private func speaker(_ kind: Speaker.Kind, _ name: String? = nil) -> Speaker {
        Speaker(kind: kind, name: name, mentions: [], quotations: 0)
    }

    @Test func aSpeakerIsFoundByItsKeyAgain() {
        var store = SpeakerStore()
        let body = store.enter(speaker(.organization, "Elm Motors"), as: .body("elm motors"))
        let spokesman = store.enter(speaker(.unnamed), as: .somebody(at: 7))
        #expect(store.speaker(of: EntityKey.body("elm motors")) == body)
        #expect(store.speaker(of: EntityKey.somebody(at: 7)) == spokesman)
        #expect(store.speaker(of: EntityKey.somebody(at: 8)) == nil)
        // The same words, and somebody else.
        #expect(store.speaker(of: EntityKey.group("elm motors")) == nil)
    }

    @Test func aPersonAndItsSpeakerLeadToEachOther() {
        var store = SpeakerStore()
        _ = store.enter(speaker(.group), as: .authors)
        let speaker = store.enter(speaker(.person, "Ines Falk"), as: 3)
        #expect(store.speaker(of: 3) == speaker)
        #expect(store.person(of: speaker) == 3)
        #expect(store.person(of: 0) == nil)
    }

    @Test func aMentionIsNotedOnce() {
        var store = SpeakerStore()
        let author = store.enter(speaker(.author), as: .author)
        for span in [Span(4, 5), Span(9, 10), Span(4, 5)] { store.note(span, of: author) }
        #expect(store[author].mentions == [Span(4, 5), Span(9, 10)])
    }

    @Test func theFirstRoleThatIsToldStays() {
        var store = SpeakerStore()
        let mayor = store.enter(speaker(.person, "Ines Falk"), as: 0)
        store.tell(role: "mayor", of: mayor)
        store.tell(role: "Democrat", of: mayor)
        #expect(store[mayor].role == "mayor")
    }
}

@Suite struct SpeakerHistoryTests {
    private static func history() -> SpeakerHistory {
        var history = SpeakerHistory()
        for (speaker, token) in [(0, 3), (1, 10), (0, 20)] { history.note(speaker, at: token..<token + 2) }
        return history
    }

    @Test(arguments: [(2, nil), (4, 0), (11, 1), (20, 1), (99, 0)] as [(Int, Int?)])
    func whoSpokeLastIsToldForAnyPlace(token: Int, speaker: Int?) {
        #expect(Self.history().last(before: token)?.speaker == speaker)
    }

    @Test func amongTheLastFewSomebodyOfAKindIsFound() {
        let history = Self.history()
        #expect(history.last(before: 30, among: 2) { $0 == 1 }?.token == 10)
        #expect(history.last(before: 30, among: 1) { $0 == 1 } == nil)
    }

    @Test func groupsAndNounsHaveTheirOwnPlaces() {
        var history = Self.history()
        #expect(history.lastGroup == nil)
        history.note(group: 5, at: 30..<32)
        history.note(unnamed: 6, by: "official")
        #expect(history.lastGroup?.speaker == 5)
        #expect(history.unnamed(by: "official") == 6)
        #expect(history.unnamed(by: "witness") == nil)
        #expect(history.last?.speaker == 0)
    }
}
