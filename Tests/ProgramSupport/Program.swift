import Foundation
package import SystemPackage
package import TestSupport

/// The built `quoted`, run as a process of its own.
package final class Program: @unchecked Sendable {
    // Used by one test only, and Foundation's Process is thread-safe for what is done here.
    private let process = Process()
    private let folder: ScratchFolder
    private let name: String

    /// Beside the test bundle, where the build puts it.
    package static let path = FilePath(Bundle.main.executablePath ?? "").removingLastComponent().appending("quoted")

    package struct Result: Sendable {
        package var status: Int32
        package var output: String
        package var errors: String
    }

    /// - Parameters:
    ///   - name: Of the files in the folder that get what it prints.
    ///   - wrapper: A program and its arguments that run it, `setpriv` for instance.
    ///   - path: The program, where it is a copy.
    package init(
        _ arguments: [String], in folder: ScratchFolder, name: String, environment: [String: String] = [:],
        wrapper: [String] = [], input: String? = nil, path: FilePath = Program.path
    ) throws {
        self.folder = folder
        self.name = name
        let command = wrapper + [path.string] + arguments
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path.string)
        let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("QUOTED_") }
        process.environment = inherited.merging(environment) { $1 }
        process.standardInput =
            try input.map { try Self.handle(reading: folder.write($0, to: name + ".in")) }
            ?? FileHandle.nullDevice
        process.standardOutput = try Self.handle(writing: folder(name + ".out"))
        process.standardError = try Self.handle(writing: folder(name + ".err"))
        try process.run()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    package var pid: Int32 { process.processIdentifier }
    package var isRunning: Bool { process.isRunning }
    package var errors: String { folder.text(name + ".err") }

    package func signal(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for its end.
    package func result() async throws -> Result {
        try await waitUntil("\(name) ends: \(errors)") { !process.isRunning }
        let killed = process.terminationReason == .uncaughtSignal
        return Result(
            status: killed ? -process.terminationStatus : process.terminationStatus, output: folder.text(name + ".out"),
            errors: errors)
    }

    package static func run(
        _ arguments: String..., in folder: ScratchFolder, environment: [String: String] = [:], input: String? = nil
    ) async throws -> Result {
        let name = "run-\(UUID().uuidString.prefix(8))"
        return try await Program(arguments, in: folder, name: name, environment: environment, input: input).result()
    }

    private static func handle(writing path: FilePath) throws -> FileHandle {
        _ = FileManager.default.createFile(atPath: path.string, contents: nil)
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path.string))
    }

    private static func handle(reading path: FilePath) throws -> FileHandle {
        try FileHandle(forReadingFrom: URL(fileURLWithPath: path.string))
    }
}
