/// What an article goes through, each stage timed by itself.
package enum WorkStage: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
    case read, decode, language, attribution, encode, commit
}
