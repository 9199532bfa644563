package import Files

extension RelativePath: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text)! }
}
