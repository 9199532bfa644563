import Synchronization

/// The memory in which one thread at a time scores windows, one after the other. After the first window no more is
/// asked of the system.
package struct Workspace: ~Copyable {
    let model: Model
    let buffers: Buffers
    let products: ProductRunner
    var scores = WindowScores()

    /// - Throws: `ModelError` when oneDNN has no memory for its own part.
    package init(for model: Model) throws(ModelError) {
        self.model = model
        buffers = Buffers(model)
        products = try ProductRunner(model.shapes, model.engine)
        scores.classes = Array(repeating: [], count: model.configuration.classifiers.count)
        scores.pointers = Array(repeating: [], count: model.configuration.pointers.count)
    }
}

/// Workspaces that wait for somebody to use them: as many come to be as are used at once.
package final class Workspaces: Sendable {
    private let model: Model
    private let idle = Mutex<[Box]>([])

    private final class Box: @unchecked Sendable {
        var workspace: Workspace
        init(_ workspace: consuming Workspace) { self.workspace = workspace }
    }

    package init(for model: Model) {
        self.model = model
    }

    package func withWorkspace<Result, Failure>(
        _ body: (inout Workspace) throws(Failure) -> Result
    ) throws -> Result where Failure: Error {
        let box = try idle.withLock { $0.popLast() } ?? Box(Workspace(for: model))
        defer { idle.withLock { $0.append(box) } }
        return try body(&box.workspace)
    }
}
