import CKernels

extension Model {
    /// One pass over a window of T ≥ 1 pieces and W ≥ 0 words.
    ///
    /// - Precondition: the window is one of this model's: at most the configuration's `window` pieces, ids of its
    ///   vocabulary, its features with a value for each piece, ascending words; the workspace was made for this model.
    package func score(_ window: Window, in workspace: inout Workspace) -> WindowScores {
        let count = window.pieces.count
        precondition(workspace.model === self, "a workspace serves the model that it was made for")
        precondition((1...configuration.window).contains(count), "a window has no pieces, or more than the model reads")
        // Whose thread this is can change between two windows.
        _ = kernels_use_one_thread()
        embeddings.embed(window, workspace.buffers, kernels.table.pointee)
        for layer in layers { pass(layer, count, workspace) }
        read(window, &workspace)
        return workspace.scores
    }

    private func pass(_ layer: Layer, _ count: Int, _ workspace: borrowing Workspace) {
        let kernel = kernels.table.pointee
        let hidden = configuration.hiddenSize
        for tile in Tile.all(of: count) { project(layer, tile, workspace) }
        kernel.attend(
            workspace.buffers.qkv.start, count, hidden, configuration.heads, workspace.buffers.context.start,
            workspace.buffers.attention.start)
        for tile in Tile.all(of: count) {
            mix(layer, tile, workspace)
            feed(layer, tile, workspace)
        }
    }

    /// states → qkv.
    private func project(_ layer: Layer, _ tile: Tile, _ workspace: borrowing Workspace) {
        let product = run(layer.qkv, tile, source(tile, workspace.buffers, context: false), workspace)
        let width = 3 * configuration.hiddenSize
        kernels.table.pointee.finish(
            product, scales(tile, workspace.buffers), tile.count, width, layer.qkv.finish,
            workspace.buffers.qkv.start + tile.start * width)
    }

    /// states := norm(states + dense(context)).
    private func mix(_ layer: Layer, _ tile: Tile, _ workspace: borrowing Workspace) {
        let hidden = configuration.hiddenSize
        let activations = workspace.buffers.stateActivations(tile.start)
        if precision == .int8 {
            kernels.table.pointee.quantise(
                workspace.buffers.context.start + tile.start * hidden, tile.count, hidden, activations)
        }
        let product = run(layer.dense, tile, source(tile, workspace.buffers, context: true), workspace)
        kernels.table.pointee.finish_norm(
            product, scales(tile, workspace.buffers), tile.count, hidden, layer.dense.finish,
            layer.attentionNorm.kernel, workspace.buffers.states.start + tile.start * hidden, activations)
    }

    /// states := norm(states + down(gelu(up(states)))).
    private func feed(_ layer: Layer, _ tile: Tile, _ workspace: borrowing Workspace) {
        let hidden = configuration.hiddenSize
        let up = workspace.buffers.upActivations
        let wide = run(layer.up, tile, source(tile, workspace.buffers, context: false), workspace)
        kernels.table.pointee.finish_gelu(
            wide, scales(tile, workspace.buffers), tile.count, configuration.intermediateSize, layer.up.finish, up,
            workspace.buffers.row.start)
        let between: UnsafeMutableRawPointer =
            precision == .int8
            ? UnsafeMutableRawPointer(workspace.buffers.upBytes.start)
            : UnsafeMutableRawPointer(workspace.buffers.upFloats.start)
        let product = run(layer.down, tile, between, workspace)
        kernels.table.pointee.finish_norm(
            product, up.scales, tile.count, hidden, layer.down.finish, layer.outputNorm.kernel,
            workspace.buffers.states.start + tile.start * hidden, workspace.buffers.stateActivations(tile.start))
    }

    func run(
        _ product: Product, _ tile: Tile, _ source: UnsafeMutableRawPointer, _ workspace: borrowing Workspace
    ) -> UnsafeMutableRawPointer {
        let destination = UnsafeMutableRawPointer(workspace.buffers.product.start)
        workspace.products.run(product, rows: tile.count, from: source, to: destination)
        return destination
    }

    private func source(_ tile: Tile, _ buffers: borrowing Buffers, context: Bool) -> UnsafeMutableRawPointer {
        let offset = tile.start * configuration.hiddenSize
        return switch precision {
        case .int8: UnsafeMutableRawPointer(buffers.bytes.start + offset)
        case .f32: UnsafeMutableRawPointer((context ? buffers.context.start : buffers.states.start) + offset)
        }
    }

    private func scales(_ tile: Tile, _ buffers: borrowing Buffers) -> UnsafePointer<Float>? {
        precision == .int8 ? UnsafePointer(buffers.scales.start + tile.start) : nil
    }
}

/// Rows that a product takes at once: few enough that what it makes is still in the cache when it is finished.
struct Tile {
    var start: Int
    var count: Int

    static func all(of count: Int) -> some Sequence<Tile> {
        stride(from: 0, to: count, by: ProductShape.maximumRows).lazy.map {
            Tile(start: $0, count: min(ProductShape.maximumRows, count - $0))
        }
    }
}
