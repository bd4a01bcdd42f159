extension Slug {
  /// A readable key made of a name: "Équipe Données!" becomes "equipe-donnees".
  ///
  /// Nil when nothing of the name can stand in a key, as with names in other scripts.
  public init?(naming name: String) {
    var key: [UInt8] = []
    // What is no letter of a key becomes a dash, an apostrophe as well: "l-equipe".
    for scalar in name.withFoldedLetters.unicodeScalars {
      Self.append(scalar.isASCII ? UInt8(scalar.value) : Self.dash, to: &key)
      if key.count > Self.longest { break }
    }
    if key.count > Self.longest { key.removeLast(key.count - Self.longest) }
    if key.last == Self.dash { key.removeLast() }
    guard let slug = try? Slug(String(decoding: key, as: UTF8.self)) else { return nil }
    self = slug
  }

  /// A key made of a name, with a number behind it where that is taken; nil when the name has no letter or digit.
  public static func free(naming name: String, besides taken: Set<String>) -> Slug? {
    guard let stem = Slug(naming: name) else { return nil }
    if !taken.contains(stem.text) { return stem }
    let numbered = (2...).lazy.map { "\(stem.text.prefix(longest - 7))-\($0)" }
    return numbered.first { !taken.contains($0) }.flatMap { try? Slug($0.replacing("--", with: "-")) }
  }

  private static let dash = UInt8(ascii: "-")

  /// Adds a letter or a digit, or else one dash between words.
  private static func append(_ byte: UInt8, to key: inout [UInt8]) {
    if isAllowed(byte) {
      key.append(byte)
    } else if !key.isEmpty && key.last != dash {
      key.append(dash)
    }
  }
}
