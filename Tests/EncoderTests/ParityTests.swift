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
            let parts = try fixture.cues(n).flatMap { model.parts(of: $0, in: workspace) }
            let made = [
                ("cues", scores.cues), ("entities", Array(scores.classes.joined())),
                ("pointers", Array(scores.pointers.joined())), ("parts", parts),
            ]
            for (head, numbers) in made {
                let off = difference(numbers, try fixture.scores(head, n, goal.precision))
                #expect(off < goal.within, "\(model.kernels.name), window \(n), \(head)")
            }
        }
    }
}
