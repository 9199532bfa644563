import Foundation

/// Entities as Wikidata's dumps have them. Who is in them is made up, and so are their ids.
enum Dump {
    static let human = "Q5", party = "Q7278", position = "Q4164871"
    static let male = "Q6581097", female = "Q6581072"

    /// A line of a dump, keys in the order of Wikidata's.
    static func item(
        _ id: String, _ labels: [String: String], aliases: [String: [String]] = [:], _ claims: [String: [String]] = [:],
        sitelinks: Int? = 1
    ) -> String {
        let names = labels.sorted { $0.key < $1.key }.map { "\"\($0)\":{\"language\":\"\($0)\",\"value\":\(json($1))}" }
        let others = aliases.sorted { $0.key < $1.key }.map { language, names in
            "\"\(language)\":[\(names.map { "{\"language\":\"\(language)\",\"value\":\(json($0))}" }.joined(separator: ","))]"
        }
        let said = claims.sorted { $0.key < $1.key }.map { property, statements in
            "\"\(property)\":[\(statements.joined(separator: ","))]"
        }
        let pages = (0..<(sitelinks ?? 0)).map {
            "\"s\($0)wiki\":{\"site\":\"s\($0)wiki\",\"title\":\"A\",\"badges\":[]}"
        }
        return """
            {"type":"item","id":"\(id)","labels":\(map(names)),"descriptions":{"en":{"language":"en","value":"made up"}},\
            "aliases":\(map(others)),"claims":\(map(said))\
            \(sitelinks == nil ? "" : ",\"sitelinks\":\(map(pages))"),"pageid":7,"ns":0,"title":"\(id)","lastrevid":9,\
            "modified":"2026-01-02T03:04:05Z"}
            """
    }

    /// PHP's own empty object.
    private static func map(_ members: [String]) -> String {
        members.isEmpty ? "[]" : "{\(members.joined(separator: ","))}"
    }

    private static func json(_ text: String) -> String {
        String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
    }

    // MARK: Statements

    static func item(
        _ property: String, _ id: String, rank: String = "normal", start: String? = nil, end: String? = nil
    ) -> String {
        let value = """
            {"value":{"entity-type":"item","numeric-id":\(id.dropFirst()),"id":"\(id)"},"type":"wikibase-entityid"}
            """
        return statement(snak(property, value, "wikibase-item"), rank, [("P580", start), ("P582", end)])
    }

    static func date(_ property: String, _ snak: String, rank: String = "normal") -> String {
        statement(snak.replacing("P0", with: property), rank, [])
    }

    static func femaleForm(_ text: String, _ language: String) -> String {
        statement(
            snak(
                "P2521", "{\"value\":{\"text\":\"\(text)\",\"language\":\"\(language)\"},\"type\":\"monolingualtext\"}",
                "monolingualtext"), "normal", [])
    }

    /// A snak of a time; the property is filled in where it is used.
    static func time(_ time: String, _ precision: Int = 11) -> String {
        snak(
            "P0",
            """
            {"value":{"time":"\(time)","timezone":0,"before":0,"after":0,"precision":\(precision),\
            "calendarmodel":"http:\\/\\/www.wikidata.org\\/entity\\/Q1985727"},"type":"time"}
            """, "time")
    }

    static let unknown = #"{"snaktype":"somevalue","property":"P0","hash":"0a","datatype":"time"}"#
    static let none = #"{"snaktype":"novalue","property":"P0","hash":"0a","datatype":"time"}"#

    private static func snak(_ property: String, _ value: String, _ type: String) -> String {
        "{\"snaktype\":\"value\",\"property\":\"\(property)\",\"datavalue\":\(value),\"datatype\":\"\(type)\"}"
    }

    private static func statement(_ snak: String, _ rank: String, _ qualifiers: [(String, String?)]) -> String {
        let told = qualifiers.compactMap { property, value in
            value.map { "\"\(property)\":[\($0.replacing("P0", with: property))]" }
        }
        let order = qualifiers.filter { $0.1 != nil }.map { "\"\($0.0)\"" }.joined(separator: ",")
        let more =
            told.isEmpty ? "" : ",\"qualifiers\":{\(told.joined(separator: ","))},\"qualifiers-order\":[\(order)]"
        return """
            {"mainsnak":\(snak),"type":"statement"\(more),"id":"Q1$0-1","rank":"\(rank)","references":[{"hash":"0b",\
            "snaks":{"P248":[{"snaktype":"value","property":"P248","datavalue":{"value":{"entity-type":"item",\
            "numeric-id":90000001,"id":"Q90000001"},"type":"wikibase-entityid"},"datatype":"wikibase-item"}]},\
            "snaks-order":["P248"]}]}
            """
    }
}
