public import ArgumentParser
import Events
import Vocabulary

/// The settings of an event that can be given when it is added, changed or cloned.
struct EventSettings: ParsableArguments {
  @OptionGroup var name: LocalisedOptions<NameField>
  @OptionGroup var theme: LocalisedOptions<ThemeField>
  @OptionGroup var purpose: LocalisedOptions<PurposeField>
  @OptionGroup var notice: LocalisedOptions<NoticeField>

  @Option(help: ArgumentHelp("The first day of registration; none takes it away.", valueName: "yyyy-mm-dd"))
  var registrationFrom: TypedOpenDay?

  @Option(help: ArgumentHelp("The last day of registration, or none.", valueName: "yyyy-mm-dd"))
  var registrationTo: TypedOpenDay?

  @Option(
    help: ArgumentHelp(
      "Until when submissions are taken, by the clocks of the event's zone, or none.", valueName: "yyyy-mm-ddThh:mm"))
  var deadline: TypedOpenTime?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("For how long submissions are taken after the deadline all the same.", valueName: "minutes"))
  var grace: Int?

  @Option(help: ArgumentHelp("The first day of judging, or none.", valueName: "yyyy-mm-dd"))
  var judgingFrom: TypedOpenDay?

  @Option(help: ArgumentHelp("The last day of judging, or none.", valueName: "yyyy-mm-dd"))
  var judgingTo: TypedOpenDay?

  @Option(help: ArgumentHelp("The day of the announcement, or none.", valueName: "yyyy-mm-dd"))
  var announced: TypedOpenDay?

  @Option(help: "online, on-site or hybrid.")
  var mode: Event.Mode?

  @Option(help: ArgumentHelp("The languages in which the event publishes, such as en,fr.", valueName: "codes"))
  var langs: TypedWords?

  @Option(parsing: .unconditional, help: ArgumentHelp("The most members that a team may have.", valueName: "n"))
  var teamSize: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The fewest members that a team may have when the event starts running.", valueName: "n"))
  var teamMinimum: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most mentor sessions that a team may have on one day.", valueName: "n"))
  var mentorSessionsPerDay: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The published number of participants, where not all are registered here, or none.", valueName: "n"))
  var statedParticipants: TypedOpenCount?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The published number of nationalities, or none.", valueName: "n"))
  var statedNationalities: TypedOpenCount?

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
    if let deadline { event.deadline = try deadline.time() }
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
    event.languages = try langs?.languages() ?? event.languages
  }
}

extension Event.Mode: ExpressibleByArgument {}
