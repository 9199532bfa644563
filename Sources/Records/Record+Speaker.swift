package import Newswire

extension Record {
    /// A person, organization, group or document behind source mentions of the article.
    package struct Speaker: Sendable, Equatable, Decodable {
        /// "s1", "s2", … in the order of the first mention; unique within the record.
        package var id: String
        package var kind: SpeakerKind
        /// The fullest that the article gives, without titles; nil for the unnamed.
        package var name: String?
        package var role: String?
        /// What the article's pronouns or the user's directory state; nil where neither does.
        package var gender: SpeakerGender?
        package var genderBy: GenderSource?
        /// For a coordinated group, the ids of the entries of its parts.
        package var members: [String]
        package var link: Link?
        /// In the order of the text.
        package var mentions: [Span]
        /// How many quotations of the record have this speaker.
        package var quotations: Int

        private enum CodingKeys: String, CodingKey {
            case id, kind, name, role, gender, genderBy = "gender_by", members, link, mentions, quotations
        }

        package init(
            id: String, kind: SpeakerKind, name: String? = nil, role: String? = nil, gender: SpeakerGender? = nil,
            genderBy: GenderSource? = nil, members: [String] = [], link: Link? = nil, mentions: [Span], quotations: Int
        ) {
            self.id = id
            self.kind = kind
            self.name = name
            self.role = role
            self.gender = gender
            self.genderBy = genderBy
            self.members = members
            self.link = link
            self.mentions = mentions
            self.quotations = quotations
        }
    }

    package enum SpeakerKind: String, Sendable, CaseIterable, Decodable {
        case person, group, organization, unnamed, document, author
    }

    package enum SpeakerGender: String, Sendable, CaseIterable, Decodable { case female, male }

    /// Who states a gender.
    package enum GenderSource: String, Sendable, CaseIterable, Decodable {
        /// The article: "she said".
        case pronoun
        /// The user's directory, of the entry that is linked.
        case directory
    }

    /// The entry of the user's own directory of speakers.
    package struct Link: Sendable, Equatable, Decodable {
        /// Nil where several entries fit.
        package var id: String?
        /// The ids of the entries that fit, when they are several.
        package var candidates: [String]

        package init(id: String?, candidates: [String] = []) {
            self.id = id
            self.candidates = candidates
        }
    }

    /// How a source mention was taken to its speaker, so that every answer can be explained.
    package enum Resolution: String, Sendable, CaseIterable, Decodable {
        /// The mention is the name itself.
        case name
        /// A part of a name given elsewhere: "Merz".
        case surname
        /// Another written form of the name.
        case alias
        /// Initials introduced beside the full name.
        case acronym
        /// "the prime minister"
        case role
        /// "he"
        case pronoun
        /// "…, who said"
        case relative
        /// "the minister, Ada Lind, said"
        case apposition
        /// A place or building for the body in it.
        case metonym
        /// No mention: the speaker of the paragraph goes on.
        case running
        /// Several coordinated mentions.
        case coordination
        /// The mention stands for nobody who has a name here: "a senior official".
        case description
    }
}
