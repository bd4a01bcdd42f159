/// Where judges find a team.
public struct TeamPlace: Equatable, Sendable {
  /// Its table or stand, such as 4 or B-12.
  public var table: String?
  /// The room or building where the table is.
  public var room: String?

  public init(table: String? = nil, room: String? = nil) {
    self.table = table
    self.room = room
  }

  /// "table 4, LAS 171 Atrium"; nil when nothing is known.
  public var text: String? {
    let table = self.table.map { $0.first?.isNumber == true ? "table \($0)" : $0 }
    let parts = [table, room].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
