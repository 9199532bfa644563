internal import SystemPackage

/// The users' own directories of speakers, the one laid over the other: whoever is in both is as the upper one has it.
struct SpeakerLayers {
    private(set) var entries: [SpeakerDirectory.Entry] = []
    /// The bytes of the files, for digests.
    private(set) var texts: [[UInt8]] = []
    private(set) var problems: [RulebookProblem] = []
    private var places: [String: Int] = [:]

    init(_ folders: RuleFolders) {
        for layer in folders.speakerLayers {
            let path = layer.appending(SpeakerDirectoryFile.name)
            if RuleFolder.holds(path) { add(path) }
        }
    }

    private mutating func add(_ path: FilePath) {
        do {
            let data = try RuleText.read(path, largest: SpeakerDirectoryFile.largest)
            texts.append(Array(data))
            let (entries, found) = SpeakerDirectoryFile.read(
                try RuleText.decode(data, file: path.string), file: path.string)
            for entry in entries { lay(entry) }
            problems += found
        } catch {
            problems.append(error)
        }
    }

    private mutating func lay(_ entry: SpeakerDirectory.Entry) {
        if let place = places[entry.id] {
            entries[place] = entry
        } else {
            places[entry.id] = entries.count
            entries.append(entry)
        }
    }
}
