/// How long that is in its two largest units: "2 days 3 hours", "1 minute 5 seconds", "less than a second".
public func spoken(seconds: Int) -> String {
  let units = [("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1)]
  var rest = seconds
  var parts: [(position: Int, words: String)] = []
  for (position, (name, length)) in units.enumerated() {
    let count = rest / length
    rest %= length
    if count > 0 { parts.append((position, "\(count) \(name)\(count == 1 ? "" : "s")")) }
  }
  guard let first = parts.first else { return "less than a second" }
  return parts.filter { $0.position <= first.position + 1 }.map(\.words).joined(separator: " ")
}
