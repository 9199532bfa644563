/// What the products of the encoder's layers are computed in. Everything else is f32 always.
package enum Precision: String, Sendable, CaseIterable {
    /// Activations in 8 bits with a scale for each piece, weights in 7 bits with a scale for each column.
    case int8
    /// The same weights, in floating point.
    case f32
}
