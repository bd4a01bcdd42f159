import CSV

/// Where a row names the people of its team besides its own fields: its leader, numbered members, a cell of names.
struct MemberColumns {
  /// Where the parts of one person are.
  struct Group {
    let isLeader: Bool
    var name: Int?
    var given: Int?
    var family: Int?
    var email: Int?

    var all: [Int] { [name, given, family, email].compactMap(\.self) }
    var hasName: Bool { name != nil || given != nil || family != nil }
  }

  private(set) var leader: Group?
  /// In the order of their numbers.
  let members: [Group]
  /// Cells with several names.
  let lists: [Int]

  static let none = MemberColumns(members: [], lists: [])

  private init(members: [Group], lists: [Int]) {
    self.members = members
    self.lists = lists
  }

  /// - Parameter taken: Columns that hold something else, or that the organiser spoke of.
  init(_ header: Header, besides taken: Set<Int>) {
    var (groups, lists): ([Int: [(MemberColumnName.Part, Int)]], [Int]) = ([:], [])
    for (index, name) in header.names.enumerated() where !taken.contains(index) {
      guard let column = MemberColumnName(name) else { continue }
      if column.part == .list {
        lists.append(index)
      } else {
        groups[column.isLeader ? -1 : column.number ?? 0, default: []].append((column.part, index))
      }
    }
    leader = groups[-1].map { Self.group($0, isLeader: true) }
    members = groups.keys.filter { $0 >= 0 }.sorted().compactMap { groups[$0] }.map { Self.group($0, isLeader: false) }
    self.lists = lists
  }

  var all: Set<Int> { Set(lists + ([leader].compactMap(\.self) + members).flatMap(\.all)) }

  var isEmpty: Bool { leader == nil && members.isEmpty && lists.isEmpty }

  /// Says that the leader is the person whom the row is about.
  mutating func takeLeader() -> Group? {
    defer { leader = nil }
    return leader
  }

  private static func group(_ parts: [(part: MemberColumnName.Part, index: Int)], isLeader: Bool) -> Group {
    func index(_ part: MemberColumnName.Part) -> Int? { parts.first { $0.part == part }?.index }
    var group = Group(
      isLeader: isLeader, name: index(.fullName), given: index(.givenName), family: index(.familyName),
      email: index(.email))
    if let french = index(.frenchName) {
      if group.given != nil && group.family == nil {
        group.family = french
      } else if group.name == nil {
        group.name = french
      }
    }
    if let spanish = index(.spanishName) {
      if group.family != nil && group.given == nil {
        group.given = spanish
      } else if group.name == nil {
        group.name = spanish
      }
    }
    return group
  }
}
