import Vocabulary

/// What the checks need to know of the event itself.
struct HealthFacts {
  let slug: String
  let phase: Phase
  let languages: [String]
  let startsOn: CalendarDate
  let endsOn: CalendarDate
  let announcedOn: CalendarDate?
  let judgingFrom: CalendarDate?
  let keepPeopleUntil: CalendarDate?
  let hasRegistrationDays: Bool
  let hasDeadline: Bool
  /// Whether submissions are no longer taken: after the deadline, or without one after the last day.
  let isPastDeadline: Bool
  let isDueWithinJudging: Bool
  let teamMinimum: Int
  let teamSize: Int
  let statedPeople: Int?
  let statedNationalities: Int?
  let people: Int
  let nationalities: Int
  /// Whether the ranks were published elsewhere: nobody can still register, submit or be judged here.
  let isRecord: Bool
  let nameless: Bool
  /// Today where the event takes place, by the database's clock.
  let today: CalendarDate

  var hasEnded: Bool { endsOn < today }
}
