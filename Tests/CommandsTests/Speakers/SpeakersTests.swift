import Foundation
import ProgramSupport
import SystemPackage
import TestSupport
import Testing

@testable import Commands

@Suite struct SpeakersTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    // MARK: The dump

    /// An item in the form of Wikidata's dumps; nobody in it exists. What is said of it is properties with ids of items.
    private static func item(_ id: String, _ label: String, _ said: (String, String)...) -> String {
        let statements = Dictionary(grouping: said, by: \.0).sorted { $0.key < $1.key }.map { property, values in
            "\"\(property)\":[\(values.map { statement(property, $0.1) }.joined(separator: ","))]"
        }
        return """
            {"type":"item","id":"\(id)","labels":{"en":{"language":"en","value":"\(label)"}},"descriptions":{},"aliases":[],\
            "claims":{\(statements.joined(separator: ","))},"sitelinks":{"enwiki":{"site":"enwiki","title":"\(label)"}}}
            """
    }

    private static func statement(_ property: String, _ item: String) -> String {
        """
        {"mainsnak":{"snaktype":"value","property":"\(property)","datavalue":{"value":{"entity-type":"item",\
        "numeric-id":\(item.dropFirst()),"id":"\(item)"},"type":"wikibase-entityid"},"datatype":"wikibase-item"},\
        "type":"statement","rank":"normal"}
        """
    }

    private static let mayor = item("Q9101", "mayor of Lindemoor", ("P31", "Q9999"))
    private static let poet = item("Q9102", "poet", ("P31", "Q12737077"))
    private static let falk = item("Q9001", "Ines Falk", ("P31", "Q5"), ("P39", "Q9101"), ("P21", "Q6581072"))
    private static let other = item("Q9002", "Ines Falk", ("P31", "Q5"), ("P106", "Q9102"))
    private static let dump = "[\n" + [mayor, poet, falk, other].joined(separator: ",\n") + "\n]\n"

    private static let mayorLine = """
        {"id": "Q9001", "kind": "person", "name": "Ines Falk", "gender": "female", "offices": [{"name": "mayor of Lindemoor"}]}
        """
    private static let poetLine = #"{"id": "Q9002", "kind": "person", "name": "Ines Falk", "occupations": ["poet"]}"#

    private func written(_ name: String = "speakers.jsonl") throws -> [String] {
        try String(contentsOf: folder.url(name), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    // MARK: Reading and writing

    @Test func aDumpBecomesTheDirectoryHere() async throws {
        try folder.write(Self.dump, to: "dump.json")
        let result = try await Program.run("speakers", "--from", "dump.json", in: folder)
        #expect(result.status == 0 && result.output.isEmpty)
        #expect(try written() == [Self.mayorLine, Self.poetLine])
        #expect(
            result.errors == """
                quoted: of 4 entities 2 are in the directory: 2 persons and 0 bodies
                quoted: left out: 2 neither a person nor a body that was asked for

                """)
    }

    @Test func aDirectoryThatIsThereIsNotOverwrittenUnseen() async throws {
        try folder.write(Self.dump, to: "dump.json")
        try folder.write("{}\n", to: "speakers.jsonl")
        let result = try await Program.run("speakers", "--from", "dump.json", in: folder)
        #expect(result.status == 1 && result.errors.contains("name it with -o to replace it"), "\(result)")
        #expect(try written() == ["{}"])
        let named = try await Program.run("speakers", "--from", "dump.json", "-o", "speakers.jsonl", in: folder)
        #expect(named.status == 0)
        #expect(try written().count == 2)
    }

    @Test func aPipeIsReadOnceAndSaysWhatItLacks() async throws {
        let result = try await Program.run(
            "speakers", "--from", "-", "-o", "-", in: folder, input: Self.dump)
        #expect(result.status == 0)
        // Nothing says of the mayor's office that it is one before Falk is there.
        #expect(result.output.contains(Self.poetLine) && !result.output.contains("Lindemoor"), "\(result.output)")
        #expect(
            result.errors.contains(
                "without a name, left out: 1 (Q9101); name the dump as a file, which can be read twice"),
            "\(result.errors)")
        try folder.write(Self.mayor, to: "offices.json")
        let both = try await Program.run(
            "speakers", "--from", "-", "--from", "offices.json", "-o", "-", in: folder, input: Self.falk + "\n")
        #expect(both.output == Self.mayorLine + "\n", "\(both)")
    }

    @Test func gzipIsReadWhole() async throws {
        try folder.write(Self.dump, to: "dump.json")
        try await pack(
            "gzip -k dump.json; cp dump.json.gz twice.gz; echo | gzip >> twice.gz; head -c 300 twice.gz > cut.gz")
        for name in ["dump.json.gz", "twice.gz"] {
            let result = try await Program.run("speakers", "--from", name, "-o", "out.jsonl", in: folder)
            #expect(result.status == 0, "\(result)")
            #expect(try written("out.jsonl") == [Self.mayorLine, Self.poetLine])
        }
        let cut = try await Program.run("speakers", "--from", "cut.gz", in: folder)
        #expect(cut.status == 1 && cut.errors.contains("cut.gz: the gzip data are not whole"), "\(cut)")
        #expect(!FileManager.default.fileExists(atPath: folder("speakers.jsonl").string))
    }

    @Test func otherPackersAreNamed() async throws {
        try folder.write("BZh91AY&SY", to: "dump.json.bz2")
        let result = try await Program.run("speakers", "--from", "dump.json.bz2", in: folder)
        #expect(result.status == 1 && result.errors.contains("bzip2 -dc FILE | quoted speakers --from -"), "\(result)")
    }

    @Test func aBrokenLineIsToldWithItsNumberAndCostsNothingElse() async throws {
        let lines = ["[", String(Self.other.dropLast(50)), Self.mayor, Self.falk, #"{"id":"Q5","labels":7}"#, "]"]
        try folder.write(lines.joined(separator: "\n"), to: "dump.json")
        let result = try await Program.run("speakers", "--from", "dump.json", in: folder)
        #expect(result.status == 1)
        #expect(try written() == [Self.mayorLine])
        #expect(result.errors.contains("quoted: dump.json:2: it does not hold one entity"), "\(result.errors)")
        #expect(result.errors.contains("quoted: dump.json:5: it is no entity as dumps have them, see “labels”"))
        #expect(result.errors.contains("2 lines are broken"))
    }

    @Test func aFileThatIsNoDumpIsNotToldLineByLine() async throws {
        try folder.write(String(repeating: "a,b\n", count: 500), to: "table.csv")
        let result = try await Program.run("speakers", "--from", "table.csv", in: folder)
        #expect(result.status == 1)
        #expect(result.errors.contains("table.csv:100: ") && !result.errors.contains("table.csv:101: "))
        #expect(result.errors.contains("nothing was written, since nobody is left: of 0 entities"), "\(result.errors)")
    }

    @Test func aPlaceThatCannotBeWrittenIsToldBeforeAnythingIsRead() async throws {
        let result = try await Program.run("speakers", "--from", "-", "-o", "none/speakers.jsonl", in: folder)
        #expect(result.status == 1 && result.errors.contains("there is no folder none"), "\(result)")
        #expect(!result.errors.contains("nobody"))
    }

    @Test func mistakesInTheCommandLineAreNamed() async throws {
        for (arguments, hint) in [
            (["--bodies", "parties"], "ids of Wikidata's items"), (["--language", "English"], "such as en or pt-br"),
            (["--min-sitelinks=-1"], "from 0"), (["--from", "-", "--from", "-"], "once"),
        ] {
            let result = try await Program(
                ["speakers", "--from", "a"] + arguments, in: folder, name: hint.filter(\.isLetter)
            ).result()
            #expect(result.status == 64 && result.errors.contains(hint), "\(result)")
        }
    }

    // MARK: Using it

    @Test func theRecordNamesWhoIsMeantAndTheCandidatesWhereNobodyKnows() async throws {
        try folder.write(Self.dump, to: "dump.json")
        try folder.make("rules")
        let made = try await Program.run("speakers", "--from", "dump.json", "-o", "rules/speakers.jsonl", in: folder)
        #expect(made.status == 0)
        for (who, link) in [
            ("Mayor Ines Falk", #""link":{"id":"Q9001","candidates":[]}"#),
            ("The poet Ines Falk", #""link":{"id":"Q9002","candidates":[]}"#),
            ("Ines Falk", #""link":{"id":null,"candidates":["Q9001","Q9002"]}"#), ("Otto Falk", #""link":null"#),
        ] {
            let article = "“The bridge is closed until the toll is settled,” \(who) said on Monday.\n"
            let result = try await Program.run(
                "annotate", "--engine", "rules", "--rules", "rules", "-", in: folder, input: article)
            #expect(result.output.contains(link), "\(who): \(result.output)")
        }
    }

    private func pack(_ script: String) async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-ec", script]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path.string)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
