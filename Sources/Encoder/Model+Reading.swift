import CKernels

extension Model {
    /// The last states → the workspace's scores.
    func read(_ window: Window, _ workspace: inout Workspace) {
        let words = window.words.count
        workspace.scores.words = words
        gather(window, workspace.buffers)
        for tile in Tile.all(of: 1 + words) {
            let source = workspace.buffers.context.start + tile.start * configuration.hiddenSize
            let product = run(heads.product, tile, source, workspace)
            kernels.table.pointee.finish(
                product, nil, tile.count, heads.shape.outputs, heads.product.finish,
                workspace.buffers.heads.start + tile.start * heads.shape.outputs)
        }
        let cues = heads.cues..<heads.cues + heads.cueLabels
        read(columns: cues, words, workspace.buffers, into: &workspace.scores.cues)
        workspace.scores.cues.withUnsafeMutableBufferPointer { scores in
            for word in 0..<words {
                kernels.table.pointee.log_softmax(scores.baseAddress! + word * cues.count, cues.count)
            }
        }
        for (n, count) in heads.classes.enumerated() {
            let first = heads.classes(of: n)
            read(columns: first..<first + count, words, workspace.buffers, into: &workspace.scores.classes[n])
        }
        for pointer in 0..<heads.pointers { link(pointer, words, &workspace) }
    }

    /// The states of [CLS] and of the words, one behind the other.
    private func gather(_ window: Window, _ buffers: borrowing Buffers) {
        let hidden = configuration.hiddenSize
        buffers.context.start.update(from: buffers.states.start, count: hidden)
        for (w, piece) in window.words.enumerated() {
            precondition(window.pieces.indices.contains(Int(piece)), "a word is not in the window")
            (buffers.context.start + (1 + w) * hidden).update(
                from: buffers.states.start + Int(piece) * hidden, count: hidden)
        }
    }

    /// Some columns of what the heads made, [W, count].
    private func read(columns: Range<Int>, _ words: Int, _ buffers: borrowing Buffers, into scores: inout [Float]) {
        scores.resize(words * columns.count)
        let stride = heads.shape.outputs
        let from = buffers.heads.start + stride + columns.lowerBound
        scores.withUnsafeMutableBufferPointer { scores in
            guard let start = scores.baseAddress else { return }
            for w in 0..<words { (start + w * columns.count).update(from: from + w * stride, count: columns.count) }
        }
    }

    /// One pointer from every word to [CLS], which stands for none, and to every word.
    private func link(_ pointer: Int, _ words: Int, _ workspace: inout Workspace) {
        let targets = 1 + words
        workspace.scores.pointers[pointer].resize(words * targets)
        turnKeys(pointer, targets, workspace.buffers)
        let heads = self.heads
        let table = kernels.table.pointee
        let stride = heads.shape.outputs
        let padded = ProductShape.padded(targets)
        let query = workspace.buffers.heads.start + stride + heads.query(pointer)
        let (keys, links) = (workspace.buffers.keys.start, workspace.buffers.links.start)
        workspace.scores.pointers[pointer].withUnsafeMutableBufferPointer { scores in
            for tile in Tile.all(of: words) {
                table.multiply(
                    query + tile.start * stride, stride, keys, padded, links, padded, tile.count, padded,
                    heads.pointerSize)
                for i in 0..<tile.count {
                    let row = scores.baseAddress! + (tile.start + i) * targets
                    heads.finish(pointer, word: tile.start + i, links + i * padded, row, words)
                    table.log_softmax(row, targets)
                }
            }
        }
    }

    /// [targets, size] → [size, targets], the latter padded.
    private func turnKeys(_ pointer: Int, _ targets: Int, _ buffers: borrowing Buffers) {
        let padded = ProductShape.padded(targets)
        let stride = heads.shape.outputs
        let from = buffers.heads.start + heads.key(pointer)
        let to = buffers.keys.start
        for d in 0..<heads.pointerSize {
            for j in 0..<targets { to[d * padded + j] = from[j * stride + d] }
            for j in targets..<padded { to[d * padded + j] = 0 }
        }
    }
}

extension Heads {
    /// From dot products with [CLS] and the words to scores.
    fileprivate func finish(
        _ pointer: Int, word: Int, _ dots: UnsafePointer<Float>, _ scores: UnsafeMutablePointer<Float>, _ words: Int
    ) {
        let scale = 1 / Float(pointerSize).squareRoot()
        scores[0] = dots[0] * scale + none[pointer]
        distances[pointer].withUnsafeBufferPointer { distances in
            let near = distances.baseAddress! + origin - word
            for j in 0..<words { scores[1 + j] = dots[1 + j] * scale + near[j] }
        }
    }
}

extension Array where Element == Float {
    /// Keeps its memory where that is enough.
    fileprivate mutating func resize(_ count: Int) {
        if self.count > count {
            removeLast(self.count - count)
        } else if self.count < count {
            reserveCapacity(count)
            append(contentsOf: repeatElement(0, count: count - self.count))
        }
    }
}
