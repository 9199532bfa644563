import CKernels

/// The kernels for one kind of processor; they live as long as the program.
package struct Kernels: @unchecked Sendable {
    let table: UnsafePointer<kernels>

    /// All that this processor can run, the fastest first.
    package static let all: [Kernels] = (0...).lazy.map { kernels_at($0) }.prefix { $0 != nil }.map {
        Kernels(table: $0!)
    }

    package static var fastest: Kernels { all[0] }

    package var name: String { String(cString: table.pointee.name) }
}
