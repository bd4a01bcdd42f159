/// How many people are in each group, without telling it of a group so small that it points at somebody.
///
/// A reader who knows the total can subtract what is shown. So what is hidden is at least two groups, together as many people
/// as a group that may be shown, and not all of the least or the greatest size that is hidden: until then the next
/// smallest group is hidden with them.
public struct DisclosedGroups: Equatable, Sendable {
  /// The fewest people of a group that is shown.
  public static let fewest = 5

  public struct Group: Equatable, Sendable {
    public let name: String
    public let people: Int
  }

  /// What is said of the groups that are not shown.
  public enum Hidden: Equatable, Sendable {
    case none
    /// So many, each below the fewest.
    case small(Int)
    /// So many, of which some are hidden because the small ones could be computed from them.
    case mixed(Int)
    /// All of them, and not even their number can be told.
    case uncounted
  }

  /// The largest first.
  public let shown: [Group]
  public let hidden: Hidden

  public init(_ people: [String: Int]) {
    var shown = people.map { Group(name: $0.key, people: $0.value) }.filter { $0.people > 0 }
      .sorted { ($1.people, $0.name) < ($0.people, $1.name) }
    var hidden: [Int] = []
    while let smallest = shown.last, smallest.people < Self.fewest || Self.canBeComputed(hidden) {
      hidden.append(smallest.people)
      shown.removeLast()
    }
    self.shown = shown
    self.hidden = shown.isEmpty && !hidden.isEmpty ? .uncounted : Self.statement(on: hidden)
  }

  /// Whether their number and their sum tell the size of each.
  private static func canBeComputed(_ hidden: [Int]) -> Bool {
    guard !hidden.isEmpty else { return false }
    let sizes = Set(hidden)
    return hidden.count == 1 || hidden.reduce(0, +) < fewest || sizes == [1] || sizes == [fewest - 1]
  }

  private static func statement(on hidden: [Int]) -> Hidden {
    guard !hidden.isEmpty else { return .none }
    return hidden.allSatisfy { $0 < fewest } ? .small(hidden.count) : .mixed(hidden.count)
  }
}
