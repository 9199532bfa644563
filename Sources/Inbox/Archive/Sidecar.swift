import Files
import SystemPackage

/// A JSON file beside a file that was moved. Written aside, synced, renamed.
struct Sidecar {
    /// `NAME.json` in `failed/`.
    static let failure = Array(".json".utf8)
    /// `NAME.items.json` in `done/`.
    static let items = Array(".items.json".utf8)

    /// Whether a name is that of a sidecar. In `failed/`, which has no folders for days, every `.json` is.
    static func isName(_ name: ArraySlice<UInt8>, in day: RelativePath?) -> Bool {
        let ending = day == nil ? failure : items
        return name.suffix(ending.count).elementsEqual(ending)
    }

    let bytes: [UInt8]
    let ending: [UInt8]

    func write(into folder: borrowing Directory) throws(Errno) -> [UInt8] { try folder.writeTemporary(bytes) }

    /// - Throws: `.fileExists` when the name is taken.
    func place(
        _ temporary: [UInt8]?, in folder: borrowing Directory, beside name: [UInt8]
    ) throws(Errno) {
        if let temporary { try folder.rename(temporary, to: folder, as: name + ending) }
    }

    func takeBack(
        _ temporary: [UInt8]?, in folder: borrowing Directory, beside name: [UInt8]
    ) throws(Errno) {
        if let temporary { try folder.rename(name + ending, to: folder, as: temporary) }
    }

    func discard(_ temporary: [UInt8]?, in folder: borrowing Directory) throws(Errno) {
        if let temporary { try folder.remove(temporary) }
    }
}
