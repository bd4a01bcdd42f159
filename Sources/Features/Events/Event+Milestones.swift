import Vocabulary

/// A day that an event sets, in the words in which contradictions are told.
public enum Milestone: Equatable, Sendable {
  case registrationStart
  case registrationEnd
  case start
  case end
  case deadline
  case judgingStart
  case judgingEnd
  case announcement

  /// How a sentence begins that says when it would be.
  var would: String {
    switch self {
    case .registrationStart: "Registration would begin"
    case .registrationEnd: "Registration would end"
    case .start: "The event would start"
    case .end: "The event would end"
    case .deadline: "Submissions would be due"
    case .judgingStart: "Judging would begin"
    case .judgingEnd: "Judging would end"
    case .announcement: "The winners would be announced"
    }
  }

  /// How a sentence ends that compares something with it.
  var does: String {
    switch self {
    case .registrationStart: "registration begins"
    case .registrationEnd: "registration ends"
    case .start: "the event starts"
    case .end: "the event ends"
    case .deadline: "submissions are due"
    case .judgingStart: "judging begins"
    case .judgingEnd: "judging ends"
    case .announcement: "the winners are announced"
    }
  }

  /// The option that sets it.
  var option: String {
    switch self {
    case .registrationStart: "--registration-from"
    case .registrationEnd: "--registration-to"
    case .start: "--from"
    case .end: "--to"
    case .deadline: "--deadline"
    case .judgingStart: "--judging-from"
    case .judgingEnd: "--judging-to"
    case .announcement: "--announced"
    }
  }
}

extension Event {
  /// What comes before what, as the schema's constraints have it; the same day is allowed throughout.
  private static let order: [(earlier: Milestone, later: Milestone)] = [
    (.start, .end), (.end, .announcement), (.registrationStart, .registrationEnd), (.registrationStart, .end),
    (.registrationEnd, .end), (.start, .deadline), (.deadline, .judgingEnd), (.deadline, .announcement),
    (.start, .judgingStart), (.start, .judgingEnd), (.judgingStart, .judgingEnd), (.judgingStart, .announcement),
    (.judgingEnd, .announcement),
  ]

  /// The first two days that contradict each other.
  var contradiction: EventError? {
    for (earlier, later) in Self.order {
      if let early = day(of: earlier), let late = day(of: later), late < early {
        return .outOfOrder(later, late, before: earlier, early)
      }
    }
    return nil
  }

  private func day(of milestone: Milestone) -> CalendarDate? {
    switch milestone {
    case .registrationStart: registrationFrom
    case .registrationEnd: registrationTo
    case .start: startsOn
    case .end: endsOn
    case .deadline: deadline?.day
    case .judgingStart: judgingFrom
    case .judgingEnd: judgingTo
    case .announcement: announcedOn
    }
  }
}
