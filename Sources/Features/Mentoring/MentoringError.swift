public import Vocabulary

/// Why mentors, requests or notes cannot be kept as asked.
public enum MentoringError: ExplainedError, Equatable {
  case unknownMentor(String, nearest: String?)
  case unknownTeam(String, nearest: String?)
  case unknownRoom(String, nearest: String?)
  case unknownRequest(Int)
  case alreadyThere(Slug)
  case blankName(Slug)
  case takenEmail(Slug)
  case commaInExpertise(String)
  case slotMinutes(Int)
  case timeSkipped(LocalTime, zone: String)
  case timeTwice(LocalTime, zone: String)
  case endsBeforeStart(LocalTime, LocalTime)
  case blankNote
  case onlyForOrganisers
  case noEvent
  case stillReferredTo(Slug, by: String)

  public var explanation: Explanation {
    switch self {
    case .unknownMentor(let key, let nearest):
      .unknown("mentor", key, nearest: nearest, otherwise: "List them: \(run: "mentor list")")
    case .unknownTeam(let key, let nearest):
      .unknown("team", key, nearest: nearest, otherwise: "List them: \(run: "team list")")
    case .unknownRoom(let key, let nearest):
      .unknown("room", key, nearest: nearest, otherwise: "List them: \(run: "room list")")
    case .unknownRequest(let number):
      .unknown("request", String(number), nearest: nil, otherwise: "List them: \(run: "mentor request list")")
    case .alreadyThere(let key):
      Explanation(
        .refused, code: "mentor-exists", "A mentor \(quoted(key.text)) already exists.",
        hint: "To change what is known: \(run: "mentor set \(key) --name NAME")")
    case .blankName(let key):
      Explanation(
        .badData, code: "blank-name", "The mentor \(quoted(key.text)) has no name.", hint: "Give one: --name NAME")
    case .takenEmail(let key):
      Explanation(
        .refused, code: "email-taken",
        "The e-mail address for \(quoted(key.text)) is another mentor's already: each has one of their own.",
        hint: "See whose it is: \(run: "mentor list")")
    case .commaInExpertise(let word):
      Explanation(
        .badData, code: "bad-expertise", "\(quoted(word)) holds a comma, which parts the words of expertise.",
        hint: "Write one word or phrase at a time, such as maps,\"machine learning\".")
    case .slotMinutes(let minutes):
      Explanation(
        .badData, code: "bad-slot-length",
        "Slots take \(Mentor.slotMinutes.lowerBound) to \(Mentor.slotMinutes.upperBound) minutes, but \(minutes) was given."
      )
    case .timeSkipped(let time, let zone):
      Explanation(
        .badData, code: "time-skipped",
        "\(quoted(time.description)) never is in \(zone): the clocks are put forward over it.",
        hint: "Choose a time before or after that hour.")
    case .timeTwice(let time, let zone):
      Explanation(
        .badData, code: "time-twice", "\(quoted(time.description)) is twice in \(zone): the clocks are put back then.",
        hint: "Say which one in another zone: --tz UTC")
    case .endsBeforeStart(let start, let end):
      Explanation(
        .badData, code: "ends-before-start",
        "The time ends at \(quoted(end.description)), which is not after its start, \(quoted(start.description)).",
        hint: "Give a later --to.")
    case .blankNote:
      Explanation(
        .badData, code: "blank-note", "The note is empty.",
        hint: "Write something, or - to read it from standard input.")
    case .onlyForOrganisers:
      Explanation(
        .notAllowed, code: "only-for-organisers", "Notes are for the event's organisers only.",
        hint: "Say who you are: --by NAME")
    case .stillReferredTo(let key, let referrer):
      Explanation(
        .refused, code: "mentor-in-use",
        "The mentor \(quoted(key.text)) cannot be removed because they have \(referrer).",
        hint: "To erase their personal data: \(run: "mentor erase \(key)")")
    case .noEvent: Explanation(.notFound, code: "event-not-found", "The event is no longer there.")
    }
  }
}
