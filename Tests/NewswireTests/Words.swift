import TestSupport

@testable import Newswire

/// Those of the shipped rules.
let words = Shipped.newsWords
