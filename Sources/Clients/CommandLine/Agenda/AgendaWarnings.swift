import Agenda
import Backend
import ImportFormats
import Postgres
import Vocabulary

/// What is worth saying when a draft changes, although it is taken.
enum AgendaWarnings {
  static func say(_ warnings: [String]) {
    for warning in warnings { Console.say("Warning: \(warning)") }
  }
}

extension Backend {
  /// What would keep the draft from being published, and a word for the zone that is not in force.
  func doubts(
    about key: Slug, _ event: EventID, _ unit: UnitOfWork, saying zoneWord: String? = nil
  ) throws -> [String] {
    var doubts = try agenda.findings(of: event, in: unit).filter {
      $0.level == .problem && $0.language == nil && $0.subjects.contains(key.text)
    }
    .map(\.message)
    if let zoneWord {
      let entry = try agenda.entry(key.text, of: event, in: unit)
      if !ZoneWord.fits(zoneWord, entry.zoneWord) {
        doubts.append(
          "\(quoted(zoneWord)) is not in force in \(entry.session.timeZone) then: the hours were "
            + "taken as \(entry.zoneWord).")
      }
    }
    return doubts
  }
}
