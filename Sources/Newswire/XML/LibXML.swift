internal import CLibXML2

/// The library as a whole.
enum LibXML {
    /// It wants to be set up by one thread before others use it.
    static func prepare() { prepared }

    private static let prepared: Void = xmlInitParser()
}
