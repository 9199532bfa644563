/// How sure what is told must be, from 0 to 1.
package struct ConfidenceFloor: Sendable, Equatable {
    /// Quotations that are less sure are left out.
    package var quotation: Double
    /// Persons that are less sure are not named as speakers; who may be meant is told instead.
    package var speaker: Double

    package init(quotation: Double = 0, speaker: Double = 0) {
        self.quotation = quotation
        self.speaker = speaker
    }
}
