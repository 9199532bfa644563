import CKernels

extension Model {
    /// Reads `config.json`, `vocab.txt` and `model.safetensors` of a folder, checks that they go together, and packs the
    /// weights for this processor.
    package static func load(directory: String, precision: Precision = .int8) throws(ModelError) -> Model {
        try load(directory: directory, precision: precision, kernels: .fastest)
    }

    static func load(directory: String, precision: Precision, kernels: Kernels) throws(ModelError) -> Model {
        // A primitive keeps the number of threads that it was made for.
        _ = kernels_use_one_thread()
        let configurationFile = try MappedFile(path: directory + "/config.json")
        let configuration = try ModelConfiguration(
            json: configurationFile.data, file: configurationFile.path)
        let wordPiece = try WordPiece(file: MappedFile(path: directory + "/vocab.txt"), configuration)
        let tensors = try Safetensors(path: directory + "/model.safetensors")
        return try Model(
            configuration: configuration, precision: precision, wordPiece: wordPiece, tensors: tensors,
            kernels: kernels)
    }
}

extension WordPiece {
    fileprivate init(file: MappedFile, _ configuration: ModelConfiguration) throws(ModelError) {
        do {
            try self.init(vocabulary: file.data)
        } catch {
            throw ModelError(.wrongVocabulary, file: file.path, "\(error)")
        }
        guard count == configuration.vocabularySize else {
            throw ModelError(
                .wrongVocabulary, file: file.path,
                "it has \(count) pieces, and config.json says \(configuration.vocabularySize)")
        }
    }
}
