public import Vocabulary

/// Why a session cannot be booked, moved, cancelled or judged as asked; tells nothing of anybody else's session.
public enum BookingError: ExplainedError, Equatable {
  case taken(time: String, mentor: String)
  case mentorUnavailable(time: String, name: String, mentor: String)
  case teamIsBusy(time: String, team: String)
  case dailyLimitReached(day: CalendarDate, team: String, limit: Int)
  case teamNotActive(String)
  case roomIsTaken(time: String, room: String)
  case unknownSession(Int)
  case isCancelled(Int)
  case notBooked(Int, MentorSession.State)
  case changedMeanwhile(Int)
  case badMinutes(Int)
  case blankFeedback
  case badRating(Int)

  public var explanation: Explanation {
    switch self {
    case .taken(let time, let mentor):
      Explanation(
        .refused, code: "slot-taken", "The \(time) slot with \(quoted(mentor)) is taken.",
        hint: "Choose another (\(run: "mentor booking list --free)"), or wait for it: --wait")
    case .mentorUnavailable(let time, let name, let mentor):
      Explanation(
        .refused, code: "mentor-away", "\(quoted(name)) has no time for the whole session at \(time).",
        hint: "See when: \(run: "mentor show \(mentor)")")
    case .teamIsBusy(let time, let team):
      Explanation(
        .refused, code: "team-busy", "Team \(quoted(team)) has another mentor session at \(time).",
        hint: "See when it is free: \(run: "team schedule \(team)")")
    case .dailyLimitReached(let day, let team, let limit):
      Explanation(
        .refused, code: "daily-limit",
        "Team \(quoted(team)) has its \(limit == 1 ? "mentor session" : "\(limit) mentor sessions") of \(day) already.",
        hint: "Choose another day, or raise the limit: \(run: "event set --mentor-sessions-per-day N")")
    case .teamNotActive(let team):
      Explanation(
        .refused, code: "team-not-active", "Team \(quoted(team)) is out, so it books no mentor.",
        hint: "See why: \(run: "team show \(team)")")
    case .roomIsTaken(let time, let room):
      Explanation(
        .refused, code: "room-taken", "The room \(quoted(room)) is taken at \(time).",
        hint: "Choose another room or none.")
    case .unknownSession(let number):
      .unknown("session", String(number), nearest: nil, otherwise: "List them: \(run: "mentor booking list")")
    case .isCancelled(let number):
      Explanation(
        .refused, code: "session-cancelled", "The session \(quoted(String(number))) is cancelled.",
        hint: "To book it again: \(run: "mentor booking restore \(number)")")
    case .notBooked(let number, let state):
      Explanation(
        .refused, code: "session-not-booked",
        "The session \(quoted(String(number))) is \(state.rawValue), so nobody could come to it.",
        hint: "See it: \(run: "mentor booking list")")
    case .changedMeanwhile(let number):
      Explanation(
        .busy, code: "changed-meanwhile",
        "The session \(quoted(String(number))) was changed by somebody else meanwhile.",
        hint: "Look at it, then try again: \(run: "mentor booking list")")
    case .badMinutes(let minutes):
      Explanation(
        .badData, code: "bad-session-length",
        "A session takes \(Mentor.slotMinutes.lowerBound) to \(Mentor.slotMinutes.upperBound) minutes, but \(minutes) was given."
      )
    case .blankFeedback:
      Explanation(
        .badData, code: "blank-feedback", "The feedback is empty.", hint: "Give a text, --rating 1 to 5, or both.")
    case .badRating(let rating):
      Explanation(
        .badData, code: "bad-rating",
        "A rating is \(MentorSession.ratings.lowerBound) to \(MentorSession.ratings.upperBound), but \(rating) was given."
      )
    }
  }
}
