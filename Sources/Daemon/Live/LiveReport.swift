package import Foundation

/// The live view, as `GET /live` answers and `/events` sends it. Names are snake_case in JSON.
package struct LiveReport: Sendable, Equatable, Codable {
    package var status: StatusReport
    /// Newest first, as are the others.
    package var quotations: [Quotation]
    package var files: [File]
    package var failures: [StatusReport.LastError]
    /// Those quoted most since the start, the most quoted first.
    package var speakers: [Speaker]
    /// Whether `/find` finds anything.
    package var canFind: Bool

    package struct Quotation: Sendable, Equatable, Codable {
        package var at: Date
        /// The record's id.
        package var article: String
        package var title: String?
        package var text: String
        package var speaker: String?
        package var role: String?
        package var cue: String?
        package var type: String
    }

    /// A file that was worked off.
    package struct File: Sendable, Equatable, Codable {
        package var at: Date
        /// Relative to the inbox.
        package var file: String
        package var articles: Int
        package var repeats: Int
        package var quotations: Int
        /// From when it was noticed until its lines were synced.
        package var milliseconds: Int
    }

    package struct Speaker: Sendable, Equatable, Codable {
        package var name: String
        package var quotations: Int
    }
}
