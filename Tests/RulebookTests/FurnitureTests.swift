import Foundation
import TestSupport
import Testing

@testable import Rulebook

/// The shipped furniture rules catch what sites put around stories, and nothing that reporters write.
struct FurnitureTests {
    private static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    /// A page scraped from a news site, kept beside the project since it may not be part of it.
    private static let page = package.deletingLastPathComponent()
        .appending(path: "shared/samples/nagorno-karabakh.txt").path(percentEncoded: false)
    private static var hasPage: Bool { FileManager.default.fileExists(atPath: page) }

    let rules = Shipped.rulebook.furniture

    private func reason(_ paragraph: String) -> String? {
        let text = folded(paragraph)
        let bare = String(text.reversed().drop { ".:!".contains($0) }.reversed())
        return rules.first { rule in
            switch rule.match {
            case .prefix(let start): text.hasPrefix(start)
            case .whole(let whole): bare == whole
            case .contains(let part): text.contains(part)
            case .all(let parts): parts.allSatisfy(text.contains)
            }
        }?.reason
    }

    @Test(arguments: [
        ("Sign up for our morning newsletter, free every weekday.", "newsletter"),
        ("The day’s stories, delivered straight to your inbox", "newsletter"),
        ("Stay up to date with alerts from The Harbour Post", "newsletter"),
        ("We use cookies and similar technologies. Accept all", "consent"),
        ("Please refresh the page to log in.", "account"),
        ("Thank you for registering", "account"),
        ("Your donation keeps our reporters at sea.", "donation"),
        ("Subscribe to The Harbour Post for unlimited access", "subscription"),
        ("ADVERTISEMENT", "sharing"),
        ("Read more: Ferry returns after storm", "sharing"),
        ("Share this article", "sharing"),
        ("Harbour Post writer Lena Brandt contributed to this report.", "credit"),
        (
            "Copyright 2024 The Harbour Post. All rights reserved. This material may not be published, broadcast.",
            "credit"
        ),
        ("Follow Lena Brandt on Twitter: @lbrandt", "credit"),
        ("(Reporting by Lena Brandt; editing by Ola Ek)", "credit"),
        ("Home | News | Harbour | Weather", "sharing"),
        ("Privacy | Terms of use | Jobs", "consent"),
        ("Become a supporter from as little as one crown a week.", "donation"),
        ("Have you spotted an error? Write to us.", "correction"),
    ])
    func furnitureIsRecognised(paragraph: String, expected: String) {
        #expect(reason(paragraph) == expected)
    }

    @Test(arguments: [
        "Residents can sign up for the evacuation at the town hall, the mayor said.",
        "By signing up to the treaty, the government accepts inspections, officials said.",
        "Copyright law has not kept pace, the judge wrote.",
        "Published on Tuesday, the report says the bridge was never inspected.",
        "Video by a bystander showed the boat turning over.",
        "Also on Tuesday, the council voted to close the pool.",
        "No deal can be reached at this price, the union said.",
        "The company uses cookies to follow shoppers, the regulator said.",
        "“Your support means everything to me,” the candidate told the crowd.",
        "Donors gave 3 million crowns to the hospital, its director said.",
        "More from the harbour than from the hills, they came to vote.",
        "He said he would subscribe to no such theory.",
        "The correction came too late, the editor admitted.",
        "Home owners along the quay said they had not been told.",
    ])
    func storiesAreLeftAlone(paragraph: String) {
        #expect(reason(paragraph) == nil)
    }

    @Test(.enabled(if: hasPage, "the sample page lies outside the project and is not here"))
    func allFurnitureOfAScrapedPageIsCaughtAndNothingOfItsStory() throws {
        let paragraphs = try String(contentsOfFile: Self.page, encoding: .utf8)
            .split(separator: "\n\n").map(String.init)
        let caught = paragraphs.indices.filter { reason(paragraphs[$0]) != nil }
        // Two notices, headline and summary, a credit line, six paragraphs of appeal, the story, three notices.
        #expect(caught == [0, 1] + Array(4...9) + Array(paragraphs.count - 3..<paragraphs.count))
    }
}
