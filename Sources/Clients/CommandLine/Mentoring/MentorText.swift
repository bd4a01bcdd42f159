import CanonicalJSON
import Mentoring
import Vocabulary

extension MentorDetails {
  /// Everything that is known, a line each; what is not known is left out.
  var table: TextTable {
    let rows: [(String, String?)] =
      [
        ("name", mentor.name), ("e-mail", mentor.email?.text), ("expertise", mentor.expertise.joined(separator: ", ")),
        ("languages", mentor.languages.joined(separator: ",")), ("zone", mentor.timeZone),
        ("slots", "\(mentor.slotMinutes) minutes, \(bookedSessions) booked, \(freeSlots) free"),
      ] + hours.map { ("hours", "\($0.text) \(mentor.timeZone)") }
    return TextTable(
      header: ["key", mentor.key.text], rows: rows.filter { $0.1?.isEmpty == false }.map { [$0, $1 ?? ""] })
  }

  var json: JSON {
    [
      "key": .string(mentor.key.text), "name": .string(mentor.name), "email": (mentor.email?.text).json,
      "expertise": .array(mentor.expertise.map(JSON.string)), "languages": .array(mentor.languages.map(JSON.string)),
      "tz": .string(mentor.timeZone), "slot_minutes": .integer(mentor.slotMinutes),
      "hours": .array(hours.map { .object($0.members) }), "booked": .integer(bookedSessions),
      "free": .integer(freeSlots),
    ]
  }
}

extension TimeSlot {
  /// Start and end with their distance from UTC (RFC 3339).
  var members: [JSON.Member] {
    [
      JSON.Member("starts_at", .string(localStart.withOffset(at: start))),
      JSON.Member("ends_at", .string(localEnd.withOffset(at: end))),
    ]
  }
}

extension MentorSession {
  /// Feedback is for those who ask for a session's list; notes are not here.
  var json: JSON {
    .object(
      [
        JSON.Member("kind", "mentor session"), JSON.Member("number", .integer(number.rawValue)),
        JSON.Member("mentor", .string(mentor)), JSON.Member("mentor_name", .string(mentorName)),
        JSON.Member("team", .string(team)), JSON.Member("room", room.json),
        JSON.Member("state", .string(state.rawValue)),
      ] + slot.members + [
        JSON.Member("request", request.map { .integer($0.rawValue) } ?? .null),
        JSON.Member("attended", attended.map { .bool($0) } ?? .null),
        JSON.Member("rating", rating.map { .integer($0) } ?? .null), JSON.Member("feedback", feedback.json),
      ])
  }
}

extension MentorRequest {
  var json: JSON {
    [
      "number": .integer(number.rawValue), "team": .string(team), "topics": .array(topics.map(JSON.string)),
      "languages": .array(languages.map(JSON.string)), "session": session.map { .integer($0.rawValue) } ?? .null,
      "withdrawn": .bool(isWithdrawn),
    ]
  }
}
