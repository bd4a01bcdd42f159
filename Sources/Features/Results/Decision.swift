public import CanonicalJSON

/// What organisers decided about ranks beside the scores, signed and with a reason.
public struct Decision: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// Teams that shared a rank are put in order, the best first.
    case tieBroken(rank: Int, teams: [String], Way)
    /// Teams go on sharing a rank.
    case tieKept(rank: Int, teams: [String])
    case moved(team: String, from: Int, to: Int)
  }

  /// How a tie was broken.
  public enum Way: Equatable, Sendable {
    case jury
    case vote
    /// Drawn, by a seed that nobody chose.
    case lot(seed: String)
  }

  public let kind: Kind
  /// The organiser who signs it.
  public let by: String
  public let reason: String
  /// When, in UTC (RFC 3339).
  public let at: String

  public init(_ kind: Kind, by: String, reason: String, at: String) {
    self.kind = kind
    self.by = by
    self.reason = reason
    self.at = at
  }
}

extension Decision.Way {
  public var name: String {
    switch self {
    case .jury: "jury"
    case .vote: "vote"
    case .lot: "lot"
    }
  }
}

extension Decision {
  /// The teams that it is about.
  public var teams: [String] {
    switch kind {
    case .tieBroken(_, let teams, _), .tieKept(_, let teams): teams
    case .moved(let team, _, _): [team]
    }
  }

  /// The decision as a result's snapshot has it.
  public var json: JSON {
    let signed: [JSON.Member] = [
      JSON.Member("by", .string(by)), JSON.Member("reason", .string(reason)), JSON.Member("at", .string(at)),
    ]
    return .object(what + signed)
  }

  private var what: [JSON.Member] {
    func tie(_ kind: String, _ rank: Int, _ teams: [String]) -> [JSON.Member] {
      [
        JSON.Member("kind", .string(kind)), JSON.Member("rank", .integer(rank)),
        JSON.Member("teams", .array(teams.map { .string($0) })),
      ]
    }
    switch kind {
    case .tieKept(let rank, let teams): return tie("tie-kept", rank, teams)
    case .tieBroken(let rank, let teams, let way):
      let how = [JSON.Member("how", .string(way.name))]
      guard case .lot(let seed) = way else { return tie("tie-broken", rank, teams) + how }
      return tie("tie-broken", rank, teams) + how + [JSON.Member("seed", .string(seed))]
    case .moved(let team, let from, let to):
      return [
        JSON.Member("kind", "override"), JSON.Member("team", .string(team)), JSON.Member("from", .integer(from)),
        JSON.Member("to", .integer(to)),
      ]
    }
  }

  /// Reads a decision of a snapshot; nil when it is none that we know.
  init?(_ json: JSON) {
    guard let kind = Kind(json), let by = json["by"]?.text, let reason = json["reason"]?.text, let at = json["at"]?.text
    else { return nil }
    self.init(kind, by: by, reason: reason, at: at)
  }
}

extension Decision.Kind {
  fileprivate init?(_ json: JSON) {
    let teams = (json["teams"]?.elements ?? []).compactMap(\.text)
    switch (json["kind"]?.text, json["rank"]?.integer) {
    case ("tie-kept", let rank?): self = .tieKept(rank: rank, teams: teams)
    case ("tie-broken", let rank?):
      guard let way = Decision.Way(json) else { return nil }
      self = .tieBroken(rank: rank, teams: teams, way)
    case ("override", _):
      guard let team = json["team"]?.text, let from = json["from"]?.integer, let to = json["to"]?.integer else {
        return nil
      }
      self = .moved(team: team, from: from, to: to)
    default: return nil
    }
  }
}

extension Decision.Way {
  fileprivate init?(_ json: JSON) {
    switch json["how"]?.text {
    case "jury": self = .jury
    case "vote": self = .vote
    case "lot":
      guard let seed = json["seed"]?.text else { return nil }
      self = .lot(seed: seed)
    default: return nil
    }
  }
}
