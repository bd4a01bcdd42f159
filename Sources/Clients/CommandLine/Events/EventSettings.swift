public import ArgumentParser
import Events
import Lookup
import Vocabulary

/// The settings of an event that can be given when it is added, changed or cloned.
struct EventSettings: ParsableArguments {
  @OptionGroup var name: LocalisedOptions<NameField>
  @OptionGroup var theme: LocalisedOptions<ThemeField>
  @OptionGroup var purpose: LocalisedOptions<PurposeField>
  @OptionGroup var notice: LocalisedOptions<NoticeField>

  @Option(help: ArgumentHelp("The first day of registration; none removes it.", valueName: "yyyy-mm-dd"))
  var registrationFrom: ClearableDay?

  @Option(help: ArgumentHelp("The last day of registration; none removes it.", valueName: "yyyy-mm-dd"))
  var registrationTo: ClearableDay?

  @Option(
    help: ArgumentHelp(
      "The deadline of submissions, in the event's time zone; none removes it.", valueName: "yyyy-mm-ddThh:mm"))
  var deadline: ClearableTime?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The minutes after the deadline in which submissions are still accepted.", valueName: "minutes"))
  var grace: Int?

  @Option(help: ArgumentHelp("The first day of judging; none removes it.", valueName: "yyyy-mm-dd"))
  var judgingFrom: ClearableDay?

  @Option(help: ArgumentHelp("The last day of judging; none removes it.", valueName: "yyyy-mm-dd"))
  var judgingTo: ClearableDay?

  @Option(help: ArgumentHelp("The day of the announcement; none removes it.", valueName: "yyyy-mm-dd"))
  var announced: ClearableDay?

  @Option(help: "The mode: online, on-site or hybrid.")
  var mode: Event.Mode?

  @Option(help: ArgumentHelp("The languages of the announcement, such as en,fr.", valueName: "codes"))
  var languages: TypedWords?

  @Option(parsing: .unconditional, help: ArgumentHelp("The largest number of members in a team.", valueName: "n"))
  var teamSize: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The smallest number of members in a team when the event starts.", valueName: "n"))
  var teamMinimum: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The largest number of mentor sessions of a team in one day.", valueName: "n"))
  var mentorSessionsPerDay: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The number of participants to publish, if not all are registered here; none removes it.", valueName: "n"))
  var statedParticipants: ClearableCount?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The number of nationalities to publish; none removes it.", valueName: "n"))
  var statedNationalities: ClearableCount?

  func validate() throws {
    for (option, number) in [
      ("--team-size", teamSize), ("--team-minimum", teamMinimum),
      ("--mentor-sessions-per-day", mentorSessionsPerDay), ("--stated-participants", statedParticipants?.count),
      ("--stated-nationalities", statedNationalities?.count),
    ] {
      if let number, !(1...1_000_000).contains(number) {
        throw ValidationError("'\(option)' takes 1 to 1000000, but \(number) was given.")
      }
    }
  }

  /// Replaces what was given.
  func apply(to event: inout Event) throws {
    event.name = name.replacing(in: event.name)
    event.theme = theme.replacing(in: event.theme)
    event.purpose = purpose.replacing(in: event.purpose)
    event.notice = notice.replacing(in: event.notice)
    if let registrationFrom { event.registrationFrom = try registrationFrom.day() }
    if let registrationTo { event.registrationTo = try registrationTo.day() }
    if let deadline {
      let setting = EventSetting(
        language: event.languages.first ?? .english,
        days: min(event.startsOn, event.endsOn)...max(event.startsOn, event.endsOn), timeZone: event.timeZone)
      event.deadline = try deadline.time(in: setting)
    }
    event.graceMinutes = grace ?? event.graceMinutes
    if let judgingFrom { event.judgingFrom = try judgingFrom.day() }
    if let judgingTo { event.judgingTo = try judgingTo.day() }
    if let announced { event.announcedOn = try announced.day() }
    event.mode = mode ?? event.mode
    event.teamSize = teamSize ?? event.teamSize
    event.teamMinimum = teamMinimum ?? event.teamMinimum
    event.mentorSessionsPerDay = mentorSessionsPerDay ?? event.mentorSessionsPerDay
    if let statedParticipants { event.statedParticipants = statedParticipants.count }
    if let statedNationalities { event.statedNationalities = statedNationalities.count }
    event.languages = try languages?.languages() ?? event.languages
  }
}

extension Event.Mode: ExpressibleByArgument {}
