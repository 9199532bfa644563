package import LanguageKit
package import Rulebook

/// Ties speakers to the entries of the user's directory, where only one can be meant.
package struct SpeakerLinker {
    private let directory: SpeakerDirectory

    package init(directory: SpeakerDirectory) { self.directory = directory }

    package func link(_ speakers: inout [Speaker]) {
        guard !directory.entries.isEmpty else { return }
        for i in speakers.indices { speakers[i].link = link(of: speakers[i]) }
    }

    private func link(of speaker: Speaker) -> Link? {
        guard let name = speaker.name else { return nil }
        let fitting = directory.entries(named: name)
        if fitting.count > 1, let role = speaker.role {
            // Of two Ann Lees, the one who is a mayor in both.
            let same = fitting.filter { $0.role.map { share($0, role) } ?? false }
            if same.count == 1 { return Link(id: same[0].id) }
        }
        switch fitting.count {
        case 0: return nil
        case 1: return Link(id: fitting[0].id)
        default: return Link(id: nil, candidates: fitting.map(\.id))
        }
    }

    /// Whether two descriptions have a word of some length in common.
    private func share(_ one: String, _ other: String) -> Bool {
        !words(one).isDisjoint(with: words(other))
    }

    /// In letters: "for" and "of" have nothing in common.
    private static let leastWord = 4

    private func words(_ role: String) -> Set<Substring> {
        Set(folded(role).split { !$0.isLetter && $0 != "-" }.filter { $0.count >= Self.leastWord })
    }
}
