/// Something that a test takes for granted is not so. For what tests share, which release builds compile without Testing.
package struct Unmet: Error, CustomStringConvertible {
    package let description: String
}

package func require(_ holds: Bool, _ what: @autoclosure () -> String) throws {
    guard holds else { throw Unmet(description: what()) }
}

package func require<Value>(_ value: Value?, _ what: @autoclosure () -> String) throws -> Value {
    guard let value else { throw Unmet(description: what()) }
    return value
}
