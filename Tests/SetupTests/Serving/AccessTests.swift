import Foundation
import ProgramSupport
import SystemPackage
import TestSupport
import Testing

@testable import Setup

@Suite struct ListenAddressTests {
    @Test(arguments: [
        ("127.0.0.1:9464", "127.0.0.1", true), ("localhost:80", "127.0.0.1", true), ("[::1]:9464", "::1", true),
        ("0.0.0.0:1", "0.0.0.0", false), ("[::]:65535", "::", false), ("192.168.1.2:9464", "192.168.1.2", false),
        ("127.1.2.3:9464", "127.1.2.3", true),
    ])
    func takesAddressesOfThisMachine(text: String, host: String, isLoopback: Bool) throws {
        let address = try #require(ListenAddress(text))
        #expect(address.host == host)
        #expect(address.isLoopback == isLoopback)
    }

    // A name could lead elsewhere tomorrow, and "127.evil.example" begins like a loopback address.
    @Test(arguments: [
        "", "9464", ":9464", "127.0.0.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:-1",
        "example.com:80",
        "127.evil.example:80", "::1:80", "[::1]", "[127.0.0.1]:80", "127.0.0.1:80 ", "127.0.0.1\0:80", "1.2.3:80",
    ])
    func refusesWhatIsNoAddress(text: String) {
        #expect(ListenAddress(text) == nil)
    }

    @Test(arguments: ["localhost", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:9464", "[::1]", "[::1]:9464", "10.0.0.1:80"])
    func knowsItsOwnNames(authority: String) { #expect(ListenAddress.isOwn(authority)) }

    @Test(arguments: [
        nil, "", ":80", "evil.example", "evil.example:9464", "127.0.0.1.evil.example", "[evil]:80", "::1",
    ])
    func servesNoPageWhoseNameWasMadeToLeadHere(authority: String?) { #expect(!ListenAddress.isOwn(authority)) }
}

@Suite struct AccessTokenTests {
    private let folder: ScratchFolder
    private static let secret = "correct-horse-battery"

    init() throws { folder = try ScratchFolder() }

    private func token(_ content: String, mode: Int = 0o600) throws -> AccessToken {
        let path = try folder.write(content, to: "token")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path.string)
        return try AccessToken(file: path)
    }

    @Test(arguments: ["", "\n", "\r\n", "\nanother line"])
    func admitsWhoeverSendsTheFirstLine(ending: String) throws {
        let token = try token(Self.secret + ending)
        #expect(token.admits("Bearer \(Self.secret)"))
        #expect(token.admits("bearer \(Self.secret)"))
        for name in ["", "anybody"] {
            let pair = Data("\(name):\(Self.secret)".utf8).base64EncodedString()
            #expect(token.admits("Basic \(pair)"))
        }
    }

    @Test(arguments: [
        nil, "", "Bearer", "Bearer ", "Bearer x", "Basic correct-horse-battery", "correct-horse-battery",
        "Bearer correct-horse-batter", "Bearer correct-horse-battery ", "Bearer  correct-horse-battery",
        "Basic Y29ycmVjdC1ob3JzZS1iYXR0ZXJ5", "Basic YTpjb3JyZWN0LWhvcnNlLWJhdHRlcg==", "Basic Og==", "Basic !",
        "Digest username=correct-horse-battery",
    ])
    func admitsNobodyElse(header: String?) throws {
        #expect(try !token(Self.secret).admits(header))
    }

    @Test func isNeverPrinted() throws {
        #expect(try !"\(token(Self.secret))".contains("horse"))
    }

    @Test(arguments: [
        ("", 0o600, "first line"), ("short", 0o600, "first line"), ("correct horse battery", 0o600, "first line"),
        ("correct-horse-battery", 0o604, "everybody"), ("\ncorrect-horse-battery", 0o600, "first line"),
    ])
    func refusesATokenThatGuardsNothing(content: String, mode: Int, hint: String) {
        let error = #expect(throws: AccessToken.Unusable.self) { try token(content, mode: mode) }
        #expect(error?.reason.contains(hint) == true && error?.remedy.isEmpty == false, "\(String(describing: error))")
    }

    @Test func saysThatTheFileIsMissing() {
        let error = #expect(throws: AccessToken.Unusable.self) { try AccessToken(file: folder("none")) }
        #expect(error?.reason.contains("No such file") == true)
    }
}
