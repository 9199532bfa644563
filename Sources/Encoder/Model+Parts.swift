import CKernels

extension Model {
    /// What each word of the window that the workspace scored last is of one cue's attribution.
    ///
    /// - Parameter cue: Words of that window; nil for the cue of the attribution that a window before began, for which [CLS] stands.
    /// - Returns: [W, part labels], row-major: logarithms of probabilities. Each row's sum up to 1.
    package func parts(of cue: Range<Int>?, in workspace: borrowing Workspace) -> [Float] {
        precondition(workspace.model === self, "a workspace serves the model that it was made for")
        let words = workspace.scores.words
        precondition(cue.map { !$0.isEmpty && $0.upperBound <= words } ?? true, "a cue is not of the window's words")
        guard words > 0 else { return [] }
        average(cue, workspace.buffers)
        relate(cue?.lowerBound, words, workspace.buffers)
        return emit(words, workspace.buffers)
    }

    /// What the cue's words say, on average; what comes of a linear layer may be averaged behind it.
    private func average(_ cue: Range<Int>?, _ buffers: borrowing Buffers) {
        let size = heads.parts.size, stride = heads.shape.outputs
        // [CLS] is the first row.
        let rows = cue.map { 1 + $0.lowerBound..<1 + $0.upperBound } ?? 0..<1
        let share = 1 / Float(rows.count)
        for (place, column) in [heads.cue, heads.cueFactor].enumerated() {
            let out = buffers.cue.start + place * size
            for d in 0..<size {
                out[d] = rows.reduce(Float(0)) { $0 + buffers.heads.start[$1 * stride + column + d] } * share
            }
        }
    }

    private func relate(_ cue: Int?, _ words: Int, _ buffers: borrowing Buffers) {
        let size = heads.parts.size, stride = heads.shape.outputs
        for word in 0..<words { buffers.distances.start[word] = heads.parts.distance(of: word, from: cue) }
        buffers.distances.start.withMemoryRebound(to: UnsafePointer<Float>.self, capacity: words) { distances in
            kernels.table.pointee.relate(
                buffers.heads.start + stride + heads.word, buffers.heads.start + stride + heads.wordFactor, stride,
                buffers.cue.start, buffers.cue.start + size, distances, words, size, buffers.related.start)
        }
    }

    private func emit(_ words: Int, _ buffers: borrowing Buffers) -> [Float] {
        let parts = heads.parts, columns = PartsHead.columns
        kernels.table.pointee.multiply(
            buffers.related.start, parts.size, parts.emit.start, columns, buffers.emitted.start, columns, words,
            columns,
            parts.size)
        return [Float](unsafeUninitializedCapacity: words * parts.labels) { scores, count in
            for word in 0..<words {
                let row = scores.baseAddress! + word * parts.labels
                for label in 0..<parts.labels {
                    row[label] = buffers.emitted.start[word * columns + label] + parts.bias[label]
                }
                kernels.table.pointee.log_softmax(row, parts.labels)
            }
            count = words * parts.labels
        }
    }
}
