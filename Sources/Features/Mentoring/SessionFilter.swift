public import Vocabulary

/// Which sessions a list shows.
public struct SessionFilter: Equatable, Sendable {
  public var mentor: String?
  public var team: String?
  public var state: MentorSession.State?
  public var day: CalendarDate?

  public init() {}
}
