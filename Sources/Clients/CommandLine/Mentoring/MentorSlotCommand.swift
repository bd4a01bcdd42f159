public import ArgumentParser
import Backend
import CanonicalJSON
import Events
public import Mentoring
import Vocabulary

/// `datajam mentor slot …`
struct MentorSlotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slot", abstract: "Mentors' slots and the sessions booked in them.",
    subcommands: [List.self, Book.self, Move.self, Cancel.self, Restore.self, Attend.self, Feedback.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the sessions by time, or the slots that are free.",
      discussion: "Cancelled sessions are listed by --state cancelled, or with the others by --all.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "The slots that nobody has booked.") var free = false
    @Option(help: ArgumentHelp("Only this mentor's.", valueName: "key")) var mentor: String?
    @Option(help: ArgumentHelp("Only this team's.", valueName: "key")) var team: String?
    @Option(help: ArgumentHelp("Only those of this day.", valueName: "yyyy-mm-dd")) var day: TypedDay?
    @Option(help: "Only those that are booked, waiting or cancelled.") var state: MentorSession.State?
    @Flag(help: "Cancelled ones too.") var all = false
    @Option(help: ArgumentHelp("The zone whose clocks tell the times; the event's unless given.", valueName: "zone"))
    var tz: String?

    func validate() throws {
      if free && (team != nil || state != nil || all) {
        throw ValidationError(
          "'--free' goes with '--mentor', '--day' and '--tz' only: a free slot has no team and no state.")
      }
    }

    func run() async throws {
      let day = try day?.day()
      let backend = try await global.open()
      guard !free else { return try await showFree(by: backend, day) }
      var wanted = SessionFilter()
      (wanted.mentor, wanted.team, wanted.state, wanted.day) = (mentor, team, state, day)
      let filter = wanted
      let (zone, found) = try await backend.read {
        try backend.mentoring.sessions(of: $0.id, filter, zone: tz, in: $1)
      }
      let sessions = found.filter { all || state != nil || $0.state != .cancelled }
      if !global.json && !sessions.isEmpty { Surroundings.say("Times are those of \(zone).") }
      global.show(
        table(sessions), as: sessions.map(\.json),
        whenEmpty: filter == SessionFilter()
          ? "There is no session yet. Book one: datajam mentor slot book MENTOR TEAM --at TIME"
          : "No session is like that.")
    }

    private func table(_ sessions: [MentorSession]) -> TextTable {
      TextTable(
        header: ["session", "when", "mentor", "team", "room", "state", "came", "rating", "feedback"],
        rows: sessions.map { session in
          [
            String(session.number.rawValue), session.slot.text, session.mentor, session.team, session.room ?? "",
            session.state == .booked ? "" : session.state.rawValue, session.attended.map { $0 ? "yes" : "no" } ?? "",
            session.rating.map(String.init) ?? "", session.feedback ?? "",
          ]
        }, numeric: [0, 7])
    }

    private func showFree(by backend: Backend, _ day: CalendarDate?) async throws {
      let (zone, slots) = try await backend.read {
        try backend.mentoring.freeSlots(of: $0.id, mentor: mentor, day: day, zone: tz, in: $1)
      }
      if !global.json && !slots.isEmpty { Surroundings.say("Times are those of \(zone).") }
      global.show(
        TextTable(
          header: ["when", "mentor", "name"], rows: slots.map { [$0.time.text, $0.mentor, $0.mentorName] }),
        as: slots.map { slot in
          .object(
            [JSON.Member("mentor", .string(slot.mentor)), JSON.Member("mentor_name", .string(slot.mentorName))]
              + slot.time.members)
        },
        whenEmpty: "No slot is free. Say when a mentor has time: datajam mentor available MENTOR --from TIME --to TIME")
    }
  }

  struct Book: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Book a mentor for a team.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The mentor's key.") var mentor: String
    @Argument(help: "The team's key.") var team: String
    @Option(help: ArgumentHelp("The start, by the clocks of the event's zone.", valueName: "yyyy-mm-ddThh:mm"))
    var at: TypedTime
    @Option(help: ArgumentHelp("The zone of the time, where it is not the event's.", valueName: "zone"))
    var tz: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("How long; the mentor's slot unless given.", valueName: "n"))
    var minutes: Int?
    @Option(help: ArgumentHelp("The room.", valueName: "key")) var room: String?
    @Flag(help: "Wait for the slot if it is taken; who waits moves up when it is cancelled.") var wait = false

    func run() async throws {
      var wanted = Booking(mentor: mentor, team: team, start: try at.time())
      (wanted.zone, wanted.minutes, wanted.room, wanted.mayWait) = (tz, minutes, room, wait)
      let booking = wanted
      let backend = try await global.open()
      let session = try await backend.change { try backend.mentoring.book(booking, of: $0, in: $1) }
      global.tell(session, outcome: .created)
    }
  }
}

extension MentorSession.State: ExpressibleByArgument {}

extension GlobalOptions {
  /// Says what became of a session, and who moved up for it.
  func tell(_ session: MentorSession, outcome: Outcome, movedUp: [MentorSession] = []) {
    guard !json else {
      let document: JSON = [
        "outcome": .string(outcome.rawValue), "session": session.json, "moved_up": .array(movedUp.map(\.json)),
      ]
      return Surroundings.print(document.pretty)
    }
    Surroundings.say(session.sentence)
    for other in movedUp { Surroundings.say("Moved up from the waiting list: \(other.sentence)") }
  }
}

extension MentorSession {
  fileprivate var sentence: String {
    "session \(number.rawValue): \(quoted(team)) with \(quoted(mentorName)), \(slot.text)"
      + (room.map { ", room \(quoted($0))" } ?? "") + ": \(state.rawValue)"
  }
}
