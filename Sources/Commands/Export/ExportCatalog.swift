package import Exports

/// The forms there are, as the command line tells of them.
package struct ExportCatalog: Sendable {
    package let formats: [ExportFormat]

    package init(_ formats: [ExportFormat] = ExportFormat.all) { self.formats = formats }

    package func format(named name: String) -> ExportFormat? { formats.first { $0.name == name } }

    package var names: [String] { formats.map(\.name) }

    /// A line each: its name, and what it is.
    package var listing: String {
        let width = names.map(\.count).max() ?? 0
        return formats.map { format in
            "  " + format.name + String(repeating: " ", count: width - format.name.count + 3) + format.summary
        }.joined(separator: "\n")
    }

    /// What `-o` takes: "a file, of brat a folder".
    package var places: String {
        let folders = formats.filter(\.isFolder).map(\.name)
        return folders.isEmpty ? "a file" : "a file, of \(folders.joined(separator: " and ")) a folder"
    }

    /// What is wrong with a command line; nil where nothing is.
    package func mistake(format name: String, output: String?) -> String? {
        guard let format = format(named: name) else {
            return "--to is “\(name)”: write one of \(names.joined(separator: ", "))."
        }
        guard format.isFolder, output == nil else { return nil }
        return "\(name) makes several files for each article: name a folder for them with -o."
    }
}
