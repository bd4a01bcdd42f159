public import Vocabulary

extension Event {
  /// Another edition with the same settings; its own days but the first and the last are left open, and so are the
  /// totals that were stated.
  public func cloned(as slug: Slug, from startsOn: CalendarDate, to endsOn: CalendarDate) -> Event {
    var event = Event(
      slug: slug, name: name, timeZone: timeZone, startsOn: startsOn, endsOn: endsOn, languages: languages)
    event.theme = theme
    event.purpose = purpose
    event.notice = notice
    event.mode = mode
    event.graceMinutes = graceMinutes
    event.teamSize = teamSize
    event.teamMinimum = teamMinimum
    event.mentorSessionsPerDay = mentorSessionsPerDay
    return event
  }
}
