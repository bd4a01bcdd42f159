public import Vocabulary

/// What judges and teams may share without a conflict of interest, once two organisers waived it.
public enum WaiverSubject: Equatable, Sendable {
  /// A domain of e-mail addresses, such as `example.org`.
  case domain(String)
  /// An organisation, by any of its names.
  case organisation(String)

  /// The kind of the conflicts that are waived.
  public var kind: Conflict.Kind {
    switch self {
    case .domain: .domain
    case .organisation: .organisation
    }
  }

  /// As it was given.
  public var name: String {
    switch self {
    case .domain(let name), .organisation(let name): name
    }
  }

  /// As addresses and affiliations are compared.
  var folded: String {
    switch self {
    case .domain(let name):
      EmailAddress("x@\(name.hasPrefix("@") ? String(name.dropFirst()) : name)")?.folded.dropFirst(2).description ?? ""
    case .organisation(let name): FoldedName(name).text
    }
  }

  /// "the domain "example.org"".
  public var words: String { "the \(kind.rawValue) \(quoted(name))" }

  /// How an organiser waives it.
  public var nextStep: NextStep {
    switch self {
    case .domain(let name): "judge conflict waive --domain \(name) --reason TEXT"
    case .organisation(let name): "judge conflict waive --organisation \(name) --reason TEXT"
    }
  }
}

/// What became of a waiver.
public struct ConflictWaiver: Equatable, Sendable {
  public let outcome: Outcome
  /// How many found conflicts it is about.
  public let conflicts: Int
  /// How many organisers waived the subject, under any of its names.
  public let organisers: Int

  public init(outcome: Outcome, conflicts: Int, organisers: Int) {
    self.outcome = outcome
    self.conflicts = conflicts
    self.organisers = organisers
  }

  /// Whether the conflicts still keep judges from teams.
  public var isOpen: Bool { organisers < Conflict.overridesNeeded }
}

/// A subject that keeps judges from teams, and could be waived.
public struct SharedSubject: Equatable, Sendable {
  public let subject: WaiverSubject
  /// How many open conflicts it makes.
  public let conflicts: Int
}
