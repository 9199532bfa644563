/// What `quoted --version`, the status and every record's `producer` say.
package enum Version {
    package static let current = "0.1.0"
}
