import Vocabulary

/// Two sessions that take place at once and share a speaker or a room.
struct AgendaClash {
  /// The earlier one first.
  let sessions: [String]
  let shared: AllowedOverlap.Shared
  /// The speaker's name, or the key of the room.
  let name: String

  /// What is to be mended, or why it may stay.
  func finding(allowed: [AllowedOverlap]) -> Finding {
    let keys = sessions.map { quoted($0) }.joined(separator: " and ")
    let subjects = Array(sessions.reversed())
    let what =
      shared == .speaker ? "\(quoted(name)) speaks in \(keys) at once" : "Room \(quoted(name)) has \(keys) at once"
    if let reason = allowed.first(sessions[0], sessions[1], shared) {
      return Finding(
        .info, code: "overlap-allowed", of: subjects, "\(what), which \(quoted(reason.by)) allowed: \(reason.reason)")
    }
    let step: NextStep =
      shared == .speaker
      ? "agenda set \(sessions[1]) --day DATE --hours HOURS" : "agenda set \(sessions[1]) --room ROOM"
    return Finding(.problem, code: "\(shared.rawValue)-twice", of: subjects, "\(what).", step)
  }
}
