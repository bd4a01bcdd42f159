import Agenda
import AgendaFormats
import ImportFormats
import Postgres
import Vocabulary

/// Takes the talks of a schedule.
final class TalkImporter {
  let remarks = ImportRemarks()
  let languages: TalkLanguages
  private let schedule: ConferenceSchedule
  private let service: AgendaService
  private let rooms: RoomMaker
  private let event: EventID
  private let unit: UnitOfWork
  private let timeZone: String?
  private var created = 0
  /// How often a key was taken.
  private var uses: [String: Int] = [:]

  init(
    _ schedule: ConferenceSchedule, _ service: AgendaService, _ rooms: RoomMaker, _ languages: TalkLanguages,
    _ event: EventID, _ unit: UnitOfWork
  ) throws {
    self.schedule = schedule
    self.service = service
    self.rooms = rooms
    self.languages = languages
    self.event = event
    self.unit = unit
    let isKnown = try schedule.timeZone.map { try service.isKnown(zone: $0, in: unit) } ?? false
    timeZone = isKnown ? schedule.timeZone : nil
  }

  /// What the form cannot say of the sessions that it made.
  var notes: [String] {
    var notes: [String] = []
    if let zone = schedule.timeZone, timeZone == nil {
      notes.append("The file names the time zone \(quoted(zone)), which is not known: the event's zone was taken.")
    }
    if created > 0 {
      notes.append(
        "New sessions are public, because \(schedule.form.rawValue) does not say for whom they are.")
    }
    return notes
  }

  func save(_ talk: ConferenceSchedule.Talk) throws -> Outcome {
    let key = try key(of: talk)
    // A room that is made stays made when the talk is refused, so that others in it are not refused as well.
    let room = try talk.room.map { try rooms.room($0, seats: schedule.capacities[$0]) }
    let outcome = try unit.savepoint { try save(talk, as: key, in: room) }
    if outcome == .created { created += 1 }
    return outcome
  }

  private func save(_ talk: ConferenceSchedule.Talk, as key: Slug, in room: String?) throws -> Outcome {
    let (language, spoken) = languages.languages(of: talk)
    let outcome = try service.set(key, of: event, in: unit) { session in
      // A new one has no hours yet.
      if session.start == nil { session.audience = .public }
      if let zone = talk.timeZone ?? timeZone { session.timeZone = zone }
      (session.start, session.end) = try hours(of: talk, in: session.timeZone)
      session.title = session.title.replacing(language, with: talk.title)
      session.objective = session.objective.replacing(language, with: talk.abstract)
      session.languages = spoken
      session.room = room
      session.kind = talk.kind ?? session.kind
      try setAddresses(of: talk, to: &session)
      if schedule.form == .calendar { session.isCancelled = talk.isCancelled }
    }
    guard let persons = talk.persons else { return outcome }
    let speakers = ToldSpeakers(persons: persons, language: language, withoutRoles: schedule.form != .json)
    let others = try speakers.save(as: key, of: event, by: service, in: unit)
    return outcome == .unchanged && others != .unchanged ? .updated : outcome
  }

  /// A code that stands twice gives a second key.
  private func key(of talk: ConferenceSchedule.Talk) throws -> Slug {
    guard let key = Slug(naming: talk.code) else { throw SlugError(text: talk.code) }
    uses[key.text, default: 0] += 1
    guard let count = uses[key.text], count > 1 else { return key }
    let second = try Slug(key.text.prefix(Slug.longest - 6) + "-\(count)")
    uses[second.text, default: 0] += 1
    remarks.add(
      "\(quoted(talk.code)) stands in the file before, so this one is session \(quoted(second.text))", row: talk.number)
    return second
  }

  private func hours(of talk: ConferenceSchedule.Talk, in zone: String) throws -> (LocalTime?, LocalTime?) {
    switch (talk.start, talk.end) {
    case (.moment(let start), .after(let minutes)):
      let end = Timestamp(microseconds: start.instant.microseconds + Int64(minutes) * 60_000_000)
      let hours = try service.localTimes(from: start.instant, to: end, in: zone, unit)
      note(start, hours.from, zone, of: talk)
      return hours
    case (.moment(let start), .time(.moment(let end))):
      return try service.localTimes(from: start.instant, to: end.instant, in: zone, unit)
    case (.local(let start), .after(let minutes)):
      return (start, LocalTime(start.day, minutes: start.minuteOfDay + minutes))
    case (.local(let start), .time(.local(let end))): return (start, end)
    case (.local(let start), .time(.moment(let end))):
      return (start, try service.localTime(at: end.instant, in: zone, unit))
    case (.moment(let start), .time(.local(let end))):
      return (try service.localTime(at: start.instant, in: zone, unit), end)
    }
  }

  /// Says that hours were written by other clocks, where the file does not say by which.
  private func note(_ start: Moment, _ local: LocalTime?, _ zone: String, of talk: ConferenceSchedule.Talk) {
    guard timeZone == nil, start.minutesAhead != 0, let local, local != start.local else { return }
    remarks.add(
      "the hours were written by clocks at UTC\(start.description.suffix(6)), and are kept by those of \(zone)",
      row: talk.number)
  }

  private func setAddresses(of talk: ConferenceSchedule.Talk, to session: inout AgendaSession) throws {
    if let url = address(talk.url, of: talk), try session.room.flatMap({ try rooms.address(of: $0) }) != url {
      session.url = url
    }
    if let url = address(talk.registerURL, of: talk) { session.registerURL = url }
  }

  private func address(_ text: String?, of talk: ConferenceSchedule.Talk) -> String? {
    guard let text, !isWebAddress(text) else { return text }
    remarks.add("\(quoted(text)) is no web address and is left out", row: talk.number)
    return nil
  }
}
