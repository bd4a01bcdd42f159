import Vocabulary

/// An agenda by days and rooms, as conference schedules have it: each session needs a room there.
struct ScheduleDays {
  struct Day {
    let day: CalendarDate
    /// In the order in which they are first used.
    let rooms: [(name: String, sessions: [PublishedSession])]

    var sessions: [PublishedSession] { rooms.flatMap(\.sessions) }
  }

  let days: [Day]

  /// Sessions without a room get virtual ones, so many that none has two sessions at once.
  init(_ agenda: PublishedAgenda, in language: Language) {
    let wording = AgendaWordings.wording(of: language)
    let sessions = agenda.live
    var virtual: [[PublishedSession]] = []
    var placed: [(session: PublishedSession, room: String)] = []
    for session in sessions {
      if let room = session.room {
        placed.append((session, room.name(in: language)))
        continue
      }
      let free = virtual.firstIndex { taken in !taken.contains { $0.overlaps(session) } }
      let number = free ?? virtual.count
      if free == nil { virtual.append([]) }
      virtual[number].append(session)
      placed.append((session, wording.numbered(wording.online, number + 1)))
    }
    var dates: [CalendarDate] = []
    for date in placed.map(\.session.start.local.day) where !dates.contains(date) { dates.append(date) }
    days = dates.sorted().map { date in Day(date, placed.filter { $0.session.start.local.day == date }) }
  }
}

extension ScheduleDays.Day {
  fileprivate init(_ day: CalendarDate, _ placed: [(session: PublishedSession, room: String)]) {
    var names: [String] = []
    for name in placed.map(\.room) where !names.contains(name) { names.append(name) }
    self.init(
      day: day, rooms: names.map { name in (name, placed.filter { $0.room == name }.map(\.session)) })
  }

  /// From the first start to the last end.
  var bounds: (start: Moment, end: Moment)? {
    guard let start = sessions.map(\.start).min(), let end = sessions.map(\.end).max() else { return nil }
    return (start, end)
  }
}

extension PublishedSession {
  /// "01:30".
  var duration: String {
    let minutes = Int((end.instant.microseconds - start.instant.microseconds) / 60_000_000)
    return "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
  }

  /// The one language of the session; several do not fit into a schedule's field.
  var onlyLanguage: String { languages.count == 1 ? languages[0] : "" }
}
