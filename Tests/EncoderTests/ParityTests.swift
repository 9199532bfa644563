import Testing

@testable import Encoder

/// The forward pass gives what PyTorch gives, with the kernels of every kind of processor that this one can be.
struct ParityTests {
    private let fixture: Fixture

    init() throws { fixture = try Fixture() }

    /// Rounding of an activation can go the other way after a sum in another order, and costs a whole step then.
    @Test(arguments: [(Precision.f32, Float(1e-3)), (.int8, 0.1)], Kernels.all.indices)
    func `Scores are those of PyTorch`(_ goal: (precision: Precision, within: Float), _ kernels: Int) throws {
        let model = try Model.load(
            directory: fixture.folder, precision: goal.precision, kernels: Kernels.all[kernels])
        var workspace = try Workspace(for: model)
        for n in 0..<fixture.windows {
            let scores = model.score(try fixture.window(n), in: &workspace)
            let tags = difference(scores.tags, try fixture.tags(n, goal.precision))
            let classes = difference(Array(scores.classes.joined()), try fixture.classes(n, goal.precision))
            let pointers = difference(Array(scores.pointers.joined()), try fixture.pointers(n, goal.precision))
            #expect(tags < goal.within, "\(model.kernels.name), window \(n)")
            #expect(classes < goal.within, "\(model.kernels.name), window \(n)")
            #expect(pointers < goal.within, "\(model.kernels.name), window \(n)")
        }
    }
}
