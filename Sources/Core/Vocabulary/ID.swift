/// A row's number within its event, tagged with what it names, so that a team's never passes for a judge's.
public struct ID<Kind>: Hashable, Comparable, Sendable {
  public let rawValue: Int64

  public init(_ rawValue: Int64) { self.rawValue = rawValue }

  public static func < (one: ID, other: ID) -> Bool { one.rawValue < other.rawValue }
}

/// The tags of the typed numbers; nothing is ever made of them.
public enum Kinds {
  public enum Event {}
  public enum Principal {}
  public enum Participant {}
  public enum Team {}
  public enum Rubric {}
  public enum Criterion {}
  public enum Round {}
  public enum Judge {}
}

public typealias EventID = ID<Kinds.Event>
public typealias PrincipalID = ID<Kinds.Principal>
public typealias ParticipantID = ID<Kinds.Participant>
public typealias TeamID = ID<Kinds.Team>
public typealias RubricID = ID<Kinds.Rubric>
public typealias CriterionID = ID<Kinds.Criterion>
public typealias RoundID = ID<Kinds.Round>
public typealias JudgeID = ID<Kinds.Judge>
