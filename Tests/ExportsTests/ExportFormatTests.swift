import Records
import TestSupport
import Testing

@testable import Exports

@Suite struct ExportFormatTests {
    private func export(_ record: Record, as format: ExportFormat) throws -> String {
        switch format.layout {
        case .lines(_, let make): return try make({ Shipped.rulebooks }).text(of: record)
        case .folder(_, let make):
            var folder = make()
            return try folder.files(of: record).map(\.text).joined()
        }
    }

    @Test(arguments: ExportFormat.all)
    func saysWhetherItNeedsTheText(format: ExportFormat) throws {
        #expect(try !export(Samples.record, as: format).isEmpty)
        var record = Samples.record
        record.text = nil
        if format.needsText {
            let error = #expect(throws: ExportError.self) { try export(record, as: format) }
            #expect(error?.description.contains("--omit-text") == true)
        } else {
            #expect(try !export(record, as: format).isEmpty)
        }
    }

    @Test func noTwoHaveOneName() {
        #expect(Set(ExportFormat.all.map(\.name)).count == ExportFormat.all.count)
    }
}
