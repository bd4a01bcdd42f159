import CSV
import Vocabulary

/// Where Devpost's rows name the members of a team: groups of cells at the end, whose columns may have no names.
struct TeamTail {
  /// Where the first group begins.
  let start: Int
  /// Where the groups end although the row goes on; nil when they go on to its end.
  let end: Int?
  /// How the cells of a group stand; nil when only the rows can show it.
  private let shape: Shape?

  /// Where the parts of a member stand in a group, counted from its beginning.
  struct Shape: Equatable {
    let size: Int
    let given: Int
    let family: Int
    let email: Int
    let screenName: Int?

    static let triplet = Shape(size: 3, given: 0, family: 1, email: 2, screenName: nil)
    static let withScreenName = Shape(size: 4, given: 1, family: 2, email: 3, screenName: 0)
  }

  /// Nil when the header has no place for members.
  init?(_ header: Header) {
    if let given = header.index(of: "Team Member 1 First Name") {
      let screen = header.index(of: "Team Member 1 Screen Name")
      let family = header.index(of: "Team Member 1 Last Name") ?? given + 1
      let email = header.index(of: "Team Member 1 Email") ?? family + 1
      let start = min(given, family, email, screen ?? given)
      let last = max(given, family, email, screen ?? given)
      let size = header.index(of: "Team Member 2 First Name").map { $0 - given } ?? last - start + 1
      guard size > last - start else { return nil }
      self.start = start
      shape = Shape(
        size: size, given: given - start, family: family - start, email: email - start,
        screenName: screen.map { $0 - start })
    } else if let count = header.index(of: "Additional Team Member Count") {
      // Questions of the organiser's may stand behind the count; the members then come after these.
      let lastNamed = header.names.indices.last {
        let name = header.names[$0]
        return !Self.isOpen(name) && !Self.isMember(name) && !RejectsColumns.contain(name)
      }
      start = max(count, lastNamed ?? count) + 1
      shape = nil
    } else {
      return nil
    }
    let start = start
    end = header.names.indices.first {
      $0 >= start && !Self.isOpen(header.names[$0]) && !Self.isMember(header.names[$0])
    }
  }

  private static func isOpen(_ name: String) -> Bool {
    guard let name = name.asCell else { return true }
    return name == "..." || name == "…"
  }

  private static func isMember(_ name: String) -> Bool {
    name.asCell?.lowercased().hasPrefix("team member") ?? false
  }

  /// The groups of a row, each by where it begins; nil when its cells do not stand in groups.
  func groups(of row: Row) -> (shape: Shape, starts: [Int])? {
    let end = min(end ?? row.count, row.count)
    guard start < end, let last = (start..<end).last(where: { row.text(at: $0) != nil }) else {
      return (shape ?? .triplet, [])
    }
    func starts(_ shape: Shape) -> [Int] { Array(stride(from: start, through: last, by: shape.size)) }
    if let shape { return (shape, starts(shape)) }
    // Without names of columns, the addresses have to stand where the shape says.
    return [.triplet, .withScreenName].first { shape in
      starts(shape).allSatisfy { row.text(at: $0 + shape.email).map { EmailAddress($0) != nil } ?? false }
    }.map { ($0, starts($0)) }
  }
}
