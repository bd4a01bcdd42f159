import CanonicalJSON
import Results
import Terminal
import Vocabulary

/// Versions of a result, decisions and ties as they are read in a terminal.
enum ResultVersionText {
  /// How far a version has come, in words.
  static func state(_ version: ResultVersion) -> String {
    let isOvertaken = version.newer != nil && [.computed, .halfApproved, .approved].contains(version.state)
    return words(version) + (isOvertaken ? "; result \(version.newer ?? 0) is newer" : "")
  }

  private static func words(_ version: ResultVersion) -> String {
    let by = version.approvals.map(\.by).joined(separator: ", ")
    switch version.state {
    case .computed: return "not approved yet"
    case .halfApproved: return "approved by \(by); a second organiser has to approve it too"
    case .approved: return "approved by \(by), not announced yet"
    case .scheduled: return "announced for \(version.announcedFor?.text ?? ""), under embargo until then"
    case .published: return "public since \(version.announcedFor?.text ?? "")"
    case .replaced: return "was public; another result is now, or none"
    case .retracted:
      return "retracted by \(version.retraction?.by ?? ""): \(onOneLine(version.retraction?.reason ?? ""))"
    }
  }

  /// The command that comes next; nil where nothing has to.
  static func next(_ version: ResultVersion, _ shared: [SharedRank]) -> NextStep? {
    switch version.state {
    case .retracted: return "result compute"
    case .published, .replaced: return nil
    case .scheduled: return "announcement check"
    case .approved: return "result announce \(version.number) --at TIME"
    case .computed, .halfApproved:
      if !version.isFrozen { return "result freeze \(version.round ?? "")" }
      if shared.contains(where: \.isOpen) { return "result tie list" }
      return "result approve \(version.number)"
    }
  }

  static func line(_ decision: Decision) -> String {
    let signed = "Signed by \(onOneLine(decision.by)), \(decision.at): \(onOneLine(decision.reason))"
    switch decision.kind {
    case .tieKept(let rank, let teams):
      return "\(teams.joined(separator: ", ")) go on sharing rank \(rank). \(signed)"
    case .tieBroken(let rank, let teams, let way):
      var how = way.name
      if case .lot(let seed) = way { how += " (seed \(seed))" }
      return "The tie at rank \(rank) was broken by \(how): \(teams.joined(separator: " before ")). \(signed)"
    case .moved(let team, let from, let to): return "\(team) was moved from rank \(from) to \(to). \(signed)"
    }
  }

  static func table(_ versions: [ResultVersion]) -> TextTable {
    TextTable(
      header: ["result", "round", "method", "computed", "state", "sha256"],
      rows: versions.map { version in
        [
          String(version.number), version.round ?? "", version.method, version.computedAt.description, state(version),
          String(version.sha256.prefix(12)),
        ]
      }, numeric: [0], expendable: ["sha256", "method"])
  }
}

extension ResultVersion {
  var json: JSON {
    [
      "number": .integer(number), "round": round.json, "frozen": .bool(isFrozen), "method": .string(method),
      "computed_at": .string(computedAt.description), "sha256": .string(sha256),
      "history_sha256": .string(historySHA256), "state": .string(state.rawValue),
      "approvals": .array(approvals.map { ["by": .string($0.by), "at": .string($0.at.description)] }),
      "publish_at": (announcedFor?.text).json,
      "retraction": retraction.map {
        ["by": .string($0.by), "at": .string($0.at.description), "reason": .string($0.reason)]
      } ?? .null,
      "newer": newer.map { .integer($0) } ?? .null,
    ]
  }
}

extension SharedRank {
  var json: JSON {
    [
      "rank": .integer(rank), "teams": .array(teams.map { .string($0) }), "kept": .bool(isKept),
      "on_boundary": .bool(isOnBoundary), "open": .bool(isOpen),
    ]
  }
}

extension Difference {
  var json: JSON {
    ["path": .string(path), "expected": expected.json, "found": found.json, "message": .string(sentence)]
  }
}
