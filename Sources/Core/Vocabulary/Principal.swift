/// Who acts: a name within an event, and in which role.
public struct Principal: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  public let role: Role

  public init(name: String, role: Role) {
    self.name = name
    self.role = role
  }

  /// An organiser of the event.
  public static func organiser(_ name: String) -> Principal { Principal(name: name, role: .organiser) }

  public var description: String { name }
}

/// What somebody is to an event.
public enum Role: String, CaseIterable, Sendable {
  case organiser
  case judge
  case mentor
  case participant
}

/// The way by which a request came in.
public enum Channel: String, CaseIterable, Sendable {
  case commandLine = "command line"
  case web
}
