import Agenda
import AgendaFormats
import Postgres
import Vocabulary

/// The speakers of a session as a file in one language tells of them.
struct ToldSpeakers {
  let persons: [ConferenceSchedule.Person]
  let language: Language
  /// Whether the file says nothing of what somebody is, so that what is known of it stays.
  let withoutRoles: Bool

  /// Puts them instead of those who were there; what other languages say of the same people stays.
  func save(as key: Slug, of event: EventID, by service: AgendaService, in unit: UnitOfWork) throws -> Outcome {
    let known = try service.entry(key.text, of: event, in: unit).speakers
    let speakers = persons.enumerated().map { index, person in
      let before = known.indices.contains(index) ? known[index] : nil
      if let before, before.isTold(as: person.text, in: language) { return before }
      var speaker = before.flatMap { $0.name == person.name ? $0 : nil } ?? Speaker(name: person.name)
      if !withoutRoles || !person.affiliation.isEmpty {
        speaker.role = speaker.role.replacing(language, with: person.affiliation)
      }
      return speaker
    }
    return try service.setSpeakers(speakers, of: key.text, event, in: unit)
  }
}
