import Annotator
import Foundation
import Newswire
import TestSupport

/// Works off each hostile file once at a size and once at twice the size, for a program that counts instructions to look
/// on: `Tests/Acceptance/doubling.py`. By itself it tells nothing but their names.
struct DoublingBenchmark {
    let annotator: Annotator
    let size: Int

    func run() {
        for pathology in Pathology.texts + Pathology.files {
            for size in [size, 2 * size] {
                let bytes = Array(pathology.text(size: size).utf8)
                print("\(bytes.count)\t\(pathology)")
                workedOff(bytes, pathology.name)
            }
        }
    }

    /// Not put into its caller, so that it can be named to callgrind.
    @inline(never)
    func workedOff(_ bytes: [UInt8], _ name: String) {
        guard let reading = try? annotator.read(bytes: bytes) else { return }
        _ = annotator.annotate(reading, file: Corpus.facts(of: bytes, named: name))
    }
}
