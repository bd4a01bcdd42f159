import CanonicalJSON
import Results
import Terminal
import Vocabulary

/// Editions, decisions and ties as they are read in a terminal.
enum EditionText {
  /// How far an edition has come, in words.
  static func state(_ edition: Edition) -> String {
    let isOvertaken = edition.newer != nil && [.computed, .halfApproved, .approved].contains(edition.state)
    return words(edition) + (isOvertaken ? "; result \(edition.newer ?? 0) is newer" : "")
  }

  private static func words(_ edition: Edition) -> String {
    let by = edition.approvals.map(\.by).joined(separator: ", ")
    switch edition.state {
    case .computed: return "not approved yet"
    case .halfApproved: return "approved by \(by); a second organiser has to approve it too"
    case .approved: return "approved by \(by), not announced yet"
    case .scheduled: return "announced for \(edition.announcedFor?.text ?? ""), under embargo until then"
    case .published: return "public since \(edition.announcedFor?.text ?? "")"
    case .replaced: return "was public; another result is now, or none"
    case .retracted:
      return "retracted by \(edition.retraction?.by ?? ""): \(onOneLine(edition.retraction?.reason ?? ""))"
    }
  }

  /// The command that comes next; nil where nothing has to.
  static func next(_ edition: Edition, _ shared: [SharedPlace]) -> NextStep? {
    switch edition.state {
    case .retracted: return "result compute"
    case .published, .replaced: return nil
    case .scheduled: return "announcement check"
    case .approved: return "result announce \(edition.number) --at TIME"
    case .computed, .halfApproved:
      if !edition.isFrozen { return "result freeze \(edition.round ?? "")" }
      if shared.contains(where: \.isOpen) { return "result tie list" }
      return "result approve \(edition.number)"
    }
  }

  static func line(_ decision: Decision) -> String {
    let signed = "Signed by \(onOneLine(decision.by)), \(decision.at): \(onOneLine(decision.reason))"
    switch decision.kind {
    case .tieKept(let place, let teams):
      return "\(teams.joined(separator: ", ")) go on sharing place \(place). \(signed)"
    case .tieBroken(let place, let teams, let way):
      var how = way.name
      if case .lot(let seed) = way { how += " (seed \(seed))" }
      return "The tie at place \(place) was broken by \(how): \(teams.joined(separator: " before ")). \(signed)"
    case .moved(let team, let from, let to): return "\(team) was moved from place \(from) to \(to). \(signed)"
    }
  }

  static func table(_ editions: [Edition]) -> TextTable {
    TextTable(
      header: ["result", "round", "method", "computed", "state", "sha256"],
      rows: editions.map { edition in
        [
          String(edition.number), edition.round ?? "", edition.method, edition.computedAt.description, state(edition),
          String(edition.sha256.prefix(12)),
        ]
      }, numeric: [0])
  }
}

extension Edition {
  var json: JSON {
    [
      "number": .integer(number), "round": round.json, "frozen": .bool(isFrozen), "method": .string(method),
      "computed_at": .string(computedAt.description), "sha256": .string(sha256), "state": .string(state.rawValue),
      "approvals": .array(approvals.map { ["by": .string($0.by), "at": .string($0.at.description)] }),
      "publish_at": (announcedFor?.text).json,
      "retraction": retraction.map {
        ["by": .string($0.by), "at": .string($0.at.description), "reason": .string($0.reason)]
      } ?? .null,
      "newer": newer.map { .integer($0) } ?? .null,
    ]
  }
}

extension SharedPlace {
  var json: JSON {
    [
      "place": .integer(place), "teams": .array(teams.map { .string($0) }), "kept": .bool(isKept),
      "on_boundary": .bool(isOnBoundary), "open": .bool(isOpen),
    ]
  }
}

extension Difference {
  var json: JSON {
    ["path": .string(path), "expected": expected.json, "found": found.json, "message": .string(sentence)]
  }
}
