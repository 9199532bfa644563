/// Why a model cannot be used: which file and tensor, what is wrong with it, what to do.
package struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case missingFile = "missing-file"
        case unreadableFile = "unreadable-file"
        /// Not JSON, or without a key, or with a value that does not go with another.
        case badConfiguration = "bad-configuration"
        /// Of another kind or format than this program reads.
        case unsupported
        /// Not a safetensors file, or cut off.
        case malformed
        case unknownType = "unknown-type"
        case missingTensor = "missing-tensor"
        case wrongShape = "wrong-shape"
        /// A number that is infinite or none.
        case notFinite = "not-finite"
        case wrongVocabulary = "wrong-vocabulary"
        /// oneDNN refused a product.
        case processor
    }

    package var code: Code
    /// The path of the file, or of the model's folder.
    package var file: String
    package var tensor: String?
    /// A clause without a full stop.
    package var what: String

    package var remedy: String {
        switch code {
        case .unsupported: "Use a model that was made for this version of quoted, or --engine rules."
        case .processor: "Use --engine rules, or install Debian's libdnnl2 again."
        default: "Install the model again, or use --engine rules."
        }
    }

    /// The file, and the tensor in it.
    package var place: String { tensor.map { "\(file): \($0)" } ?? file }

    /// `file: tensor: what is wrong. What to do.`
    package var description: String {
        "\(place): \(what). \(remedy)"
    }

    package init(_ code: Code, file: String, tensor: String? = nil, _ what: String) {
        self.code = code
        self.file = file
        self.tensor = tensor
        self.what = what
    }
}
