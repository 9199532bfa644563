import ArgumentParser
import Newswire
import Setup

/// Where articles are looked for in JSON that names its fields in a way of its own.
struct JSONFlags: ParsableArguments {
    @Option(name: .customLong(Setting.jsonFields.name), help: ArgumentHelp(.jsonFields))
    var jsonFields: String?

    /// What the flag says, or the usual fields.
    func mapping() throws -> JSONMapping {
        guard let jsonFields else { return .usual }
        guard let mapping = JSONMapping(list: jsonFields) else {
            throw ValidationError(
                "--json-fields is not a list of fields for parts, such as text=story.body,title=story.head; parts are "
                    + "title, text, byline, published, updated, language, publisher, url, id and version.")
        }
        return mapping
    }
}
