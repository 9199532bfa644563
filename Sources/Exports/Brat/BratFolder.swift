package import Records

extension ExportFormat {
    static let brat = ExportFormat(
        name: "brat", summary: "a folder of .txt and .ann, with brat's configuration", needsText: true,
        layout: .folder(endings: ["txt", "ann"]) { BratFolder() })
}

/// A folder with two files for each article, and those that tell brat what the annotations are.
package struct BratFolder: FolderExport {
    private var names = BratNames()

    package init() {}

    package var common: [ExportedFile] {
        [
            ExportedFile("annotation.conf", BratScheme.annotationConfiguration),
            ExportedFile("visual.conf", BratScheme.visualConfiguration),
        ]
    }

    package mutating func files(of record: Record) throws(ExportError) -> [ExportedFile] {
        let article = try BratArticle(record)
        let name = names.name(record.file)
        return [ExportedFile(name + ".txt", article.text), ExportedFile(name + ".ann", article.annotations)]
    }
}
