/// Looks for so many aliases that following them could take for ever; a few are harmless, and told from text by the parser.
struct AliasScan {
  private static let harmless = 16
  private let locations: [Location]

  init(_ text: String) {
    var locations: [Location] = []
    var (line, column, last) = (1, 1, Unicode.Scalar(" "))
    let scalars = Array(text.unicodeScalars)
    for (position, scalar) in scalars.enumerated() {
      let next = position + 1 < scalars.count ? scalars[position + 1] : " "
      if scalar == "*", " \t\r\n[{,:-?".unicodeScalars.contains(last), !next.properties.isWhitespace {
        locations.append(Location(line: line, column: column))
      }
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      last = scalar
    }
    self.locations = text.contains("&") ? locations : []
  }

  /// The first alias that is one too many.
  var excess: Location? { locations.count > Self.harmless ? locations[Self.harmless] : nil }
}
