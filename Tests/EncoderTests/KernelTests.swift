import CKernels
import Foundation
import Testing

@testable import Encoder

/// What the kernels approximate, against the C library in double precision; all that this processor can run.
struct KernelTests {
    @Test(arguments: Kernels.all.indices)
    func `GELU is off by a millionth of its argument at most`(_ kernels: Int) {
        let count = 16 * 4096
        let input = (0..<count).map { Float($0 - count / 2) / Float(count) * 24 }
        var output = [Float](repeating: 0, count: count)
        var row = output
        let bias = Room<Float>(count)
        output.withUnsafeMutableBufferPointer { output in
            Kernels.all[kernels].table.pointee.finish_gelu(
                input, nil, 1, count,
                kernels_finish(columns: nil, sums: nil, bias: bias.start),
                kernels_activations(bytes: nil, scales: nil, floats: output.baseAddress), &row)
        }
        let worst =
            zip(input, output).map { x, y in
                let x = Double(x)
                return abs(Double(y) - x * (1 + erf(x / 2.0.squareRoot())) / 2) / max(1, abs(x))
            }.max() ?? .infinity
        #expect(worst < 1e-6)
    }

    @Test(arguments: Kernels.all.indices, [1, 2, 15, 16, 17, 100, 256])
    func `A log softmax is exact to a few millionths`(_ kernels: Int, _ count: Int) {
        let input = (0..<count).map { Float(($0 * 7919) % 201 - 100) / 4 }
        var output = input
        Kernels.all[kernels].table.pointee.log_softmax(&output, count)
        let top = Double(input.max() ?? 0)
        let total = log(input.reduce(0) { $0 + exp(Double($1) - top) }) + top
        let exact = input.map { Float(Double($0) - total) }
        #expect(difference(output, exact) < 1e-5)
    }

    @Test(arguments: Kernels.all.indices, [1, 5, 16, 24, 25, 70, 256])
    func `Attention is the softmax of the dot products`(_ kernels: Int, _ count: Int) {
        let (hidden, heads) = (96, 3)
        var state: UInt64 = 5
        let qkv = (0..<count * 3 * hidden).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Float(Int32(truncatingIfNeeded: state >> 32)) / Float(Int32.max) * 3
        }
        var context = [Float](repeating: .nan, count: count * hidden)
        var room = [Float](repeating: .nan, count: kernels_attention_room(count, hidden / heads))
        Kernels.all[kernels].table.pointee.attend(qkv, count, hidden, heads, &context, &room)
        #expect(difference(context, Self.attention(qkv, count, hidden, heads)) < 2e-5)
    }

    private static func attention(_ qkv: [Float], _ count: Int, _ hidden: Int, _ heads: Int) -> [Float] {
        let width = hidden / heads
        var context = [Float](repeating: 0, count: count * hidden)
        for head in 0..<heads {
            func value(_ row: Int, _ part: Int, _ d: Int) -> Double {
                Double(qkv[row * 3 * hidden + part * hidden + head * width + d])
            }
            for i in 0..<count {
                let scores = (0..<count).map { j in
                    (0..<width).reduce(0) { $0 + value(i, 0, $1) * value(j, 1, $1) } / Double(width).squareRoot()
                }
                let weights = scores.map(exp)
                let total = weights.reduce(0, +)
                for d in 0..<width {
                    let sum = (0..<count).reduce(0) { $0 + weights[$1] * value($1, 2, d) }
                    context[i * hidden + head * width + d] = Float(sum / total)
                }
            }
        }
        return context
    }

    @Test(arguments: Kernels.all.indices)
    func `Quantised rows are whole numbers with the greatest at 127`(_ kernels: Int) {
        let input: [Float] = (0..<32).map { Float($0) - 20 } + [Float](repeating: 0, count: 32)
        var bytes = [UInt8](repeating: 0, count: 64)
        var scales: [Float] = [9, 9]
        bytes.withUnsafeMutableBufferPointer { bytes in
            scales.withUnsafeMutableBufferPointer { scales in
                let out = kernels_activations(bytes: bytes.baseAddress, scales: scales.baseAddress, floats: nil)
                Kernels.all[kernels].table.pointee.quantise(input, 2, 32, out)
            }
        }
        #expect(bytes[..<32].elementsEqual(input[..<32].map { UInt8(128 + ($0 * 127 / 20).rounded(.toNearestOrEven)) }))
        #expect(bytes[32...].allSatisfy { $0 == 128 })
        #expect(scales == [20.0 / 127, 0])
    }

    @Test(arguments: [8, 1], [-300, -8, -3, -1, 0, 1, 2, 4, 127, 128, 300])
    func `Distances fall into buckets of twice the width of the one before`(_ side: Int, _ distance: Int) {
        let bucket = Distance.bucket(distance, side: side)
        #expect(bucket - side == -(Distance.bucket(-distance, side: side) - side))
        let steps = distance == 0 ? 0 : 1 + Int(log2(Double(abs(distance))))
        #expect(abs(bucket - side) == min(steps, side))
    }
}
