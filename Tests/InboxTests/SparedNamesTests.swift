import Files
import Inbox
import TestSupport
import Testing

struct SparedNamesTests {
    @Test func morePatternsOfNamesCanBeSpared() {
        let names = SparedNames(patterns: ["*.uploading", "Upload-?", "x[0-9]*"])
        for path: RelativePath in ["a.uploading", "A.Uploading", "upload-1", "upload-1/a", "b/x7.xml", ".a", "a.part"] {
            #expect(names.spare(path), "\(path)")
        }
        for path: RelativePath in ["a.uploading.xml", "upload-12", "x.xml"] { #expect(!names.spare(path), "\(path)") }
    }

    @Test func theNamesOfNormalFilesAreNotIgnored() {
        for path: RelativePath in [
            "a", "tmp", "part", "a.tmpl", "#16269342", "a.part.xml", "tmp/a", "a b", "a~b", "download", "filepart",
        ] {
            #expect(!path.isIgnored, "\(path)")
        }
    }
}
