import Encoder
import LanguageKit

/// Whether a model asks for what this program can give it, and gives what the decoder understands.
struct ModelFit {
    let model: Model
    let folder: String
    private var configuration: ModelConfiguration { model.configuration }

    func slots() throws(ModelError) -> [FeatureSlot] {
        var slots: [FeatureSlot] = []
        for feature in configuration.features {
            guard let slot = FeatureSlot(rawValue: feature.name) else {
                throw misfit("asks for the feature \"\(feature.name)\", which this version does not know")
            }
            guard slot.values == feature.values else {
                throw misfit(
                    "knows the values \(feature.values) of the feature \"\(feature.name)\", this version \(slot.values)"
                )
            }
            slots.append(slot)
        }
        return slots
    }

    func decoder() throws(ModelError) -> Decoder {
        let options = try options()
        return Decoder(
            cues: try chain(configuration.cueLabels, options), parts: try chain(configuration.partLabels, options),
            options: options)
    }

    private func chain(_ names: [String], _ options: Decoder.Options) throws(ModelError) -> TagChain {
        guard let chain = TagChain(names: names, bias: options.bias) else {
            throw misfit("has labels that are not tags of source, cue and content: \(names)")
        }
        return chain
    }

    private func options() throws(ModelError) -> Decoder.Options {
        do {
            return try Decoder.Options(option)
        } catch let error as ModelError {
            throw error
        } catch {
            throw misfit("has a decoder that cannot be read: \(error)")
        }
    }

    private func option(_ name: String) throws(ModelError) -> Float {
        guard let value = configuration.decoder[name] else { throw misfit("says nothing of the decoder's \"\(name)\"") }
        return Float(value)
    }

    private func misfit(_ what: String) -> ModelError {
        ModelError(.unsupported, file: folder, "the model \(what)")
    }
}
