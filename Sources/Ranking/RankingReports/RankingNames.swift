/// The names behind the engine's positions.
public struct RankingNames: Sendable {
  public let teams: [String]
  /// Judges as readers may see them: by name or by code.
  public let judges: [String]
  public let criteria: [String]
  public let rooms: [String]

  public init(teams: [String], judges: [String], criteria: [String], rooms: [String] = []) {
    self.rooms = rooms
    self.teams = teams
    self.judges = judges
    self.criteria = criteria
  }

  /// The first few names in quotes, and how many there are besides.
  func listed(_ positions: [Int], of names: [String], most: Int = 6) -> String {
    let shown = positions.prefix(most).map { "\"\(names[$0])\"" }.joined(separator: ", ")
    return positions.count > most ? "\(shown) and \(positions.count - most) more" : shown
  }
}

/// "1 sheet", "2 sheets".
func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }

/// A number with so many digits behind the point.
public func fixed(_ value: Double, _ digits: Int) -> String {
  let scale = (0..<digits).reduce(1.0) { value, _ in value * 10 }
  guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
  // Taken apart before it is scaled: scaled whole, a large number would have more digits than it can keep apart.
  var whole = abs(value).rounded(.down)
  var rest = ((abs(value) - whole) * scale).rounded()
  if rest == scale { (whole, rest) = (whole + 1, 0) }
  let sign = value < 0 && (whole > 0 || rest > 0) ? "-" : ""
  guard digits > 0 else { return "\(sign)\(Int(whole))" }
  let behind = String(Int(rest))
  return "\(sign)\(Int(whole))." + String(repeating: "0", count: digits - behind.count) + behind
}

/// A probability in whole percent, never 0 % or 100 % for what only was not drawn.
public func percent(_ probability: Double) -> String {
  if probability >= 0.995 { return "> 99 %" }
  if probability < 0.005 { return "< 1 %" }
  return fixed(probability * 100, 0) + " %"
}

/// A share of things that were counted, in whole percent.
func share(_ share: Double) -> String { fixed(share * 100, 0) + " %" }
