/// A post within the length that a network takes, counted as it counts.
struct SocialPost: Equatable {
  /// Where the length is 280, 300 or 500 characters, or long enough for all of it.
  enum Network: String, CaseIterable {
    case short = "280"
    case middle = "300"
    case long = "500"
    case whole = "3000"

    var limit: Int { Int(rawValue) ?? 0 }

    /// How many of the network's characters a text with an address behind it takes.
    func length(_ text: String, address: String?) -> Int {
      let link = address.map { address in
        switch self {
        // These count every address alike, however long it is.
        case .short, .long: 1 + 23
        case .middle, .whole: 1 + address.count
        }
      }
      let words =
        switch self {
        case .short: text.unicodeScalars.reduce(0) { $0 + Self.weight($1) }
        case .whole: text.utf16.count
        case .middle, .long: text.count
        }
      return words + (link ?? 0)
    }

    /// twitter-text 3, configuration v3: Latin letters, punctuation and the like count once, everything else twice.
    private static func weight(_ scalar: Unicode.Scalar) -> Int {
      switch scalar.value {
      case 0...4351, 8192...8205, 8208...8223, 8242...8247: 1
      default: 2
      }
    }
  }

  let network: String
  let text: String
  /// Whether everything that it could say is in it.
  let isWhole: Bool

  static func all(of text: AnnouncementText) -> [SocialPost] { Network.allCases.map { post(text, on: $0) } }

  /// As much of the announcement as fits, the most important first: who won, where to read it, the further ranks, what
  /// the event was.
  private static func post(_ text: AnnouncementText, on network: Network) -> SocialPost {
    let opening = text.embargo.map { $0 + "\n" } ?? ""
    let rules = PlainTextRules()
    func fits(_ words: String) -> Bool { network.length(words, address: text.address) <= network.limit }
    var words = opening + rules.escapeText(text.title)
    var isWhole = true
    if !fits(words) {
      while !words.isEmpty, !fits(words + "…") { words.removeLast() }
      words += "…"
      isWhole = false
    }
    for lines in groups(of: text.entries) + [[text.lead]] where isWhole {
      let longer = ([words] + lines.map(rules.escapeText)).joined(separator: "\n")
      isWhole = fits(longer)
      if isWhole { words = longer }
    }
    return SocialPost(
      network: network.rawValue, text: text.address.map { words + "\n" + $0 } ?? words, isWhole: isWhole)
  }

  /// The headings of teams with one distinction stand together: all of those who share a rank are named, or none.
  private static func groups(of entries: [AnnouncementText.Entry]) -> [[String]] {
    entries.reduce(into: [(distinction: String, headings: [String])]()) { groups, entry in
      if let last = groups.last, last.distinction == entry.distinction {
        groups[groups.count - 1].headings.append(entry.heading)
      } else {
        groups.append((entry.distinction, [entry.heading]))
      }
    }.map(\.headings)
  }
}
