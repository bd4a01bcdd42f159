public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
public import Mentoring
import UseCases
import Vocabulary

/// `datajam mentor booking …`
struct MentorBookingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "booking", "Booked mentor sessions and free slots.",
    subcommands: [Import.self, List.self, Add.self, Move.self, Cancel.self, Restore.self, Attend.self, Feedback.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import booked sessions from a CSV file.",
      more: """
        Columns: mentor, team, from, then to or minutes, date, room, tz. Mentors, teams and rooms are found by key \
        or by name. Times are those of the event's zone, unless the row has another one.
        """,
      examples: "datajam mentor booking import bookings.csv")

    @OptionGroup var options: ImportOptions
    @OptionGroup var rows: RowOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      try await options.run(global, rows.reading, next: "mentor booking list") { table, backend, event, unit in
        try backend.imports.mentorBookings(table, of: event, by: backend.mentoring, in: unit)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the booked sessions by time, or the free slots.",
      more: "Cancelled sessions are in the list with --state cancelled or with --all.",
      examples: "datajam mentor booking list --day 2026-05-08", "datajam mentor booking list --free --mentor ada")

    @Flag(help: "List the free slots instead.") var free = false
    @Option(help: ArgumentHelp("Only this mentor.", valueName: "key"), completion: .keys(.mentor)) var mentor: String?
    @Option(help: ArgumentHelp("Only this team.", valueName: "key"), completion: .keys(.team)) var team: String?
    @Option(help: ArgumentHelp("Only this day.", valueName: "yyyy-mm-dd")) var day: TypedDay?
    @Option(help: "Only sessions with this state: booked, waiting or cancelled.") var state: MentorSession.State?
    @Flag(help: "Include cancelled sessions.") var all = false
    @Option(help: ArgumentHelp("The time zone of the list. Without it: the event's zone.", valueName: "zone"))
    var tz: String?
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
      if !global.json && !sessions.isEmpty { Console.say("Times are those of \(zone).") }
      try global.show(
        table(sessions), as: sessions.map(\.json),
        in: list,
        whenEmpty: filter == SessionFilter()
          ? "There is no session yet. Book one: \(run: "mentor booking add MENTOR TEAM --at TIME")"
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
        }, numeric: [0, 7], expendable: ["feedback", "rating", "came", "room"])
    }

    private func showFree(by backend: Backend, _ day: CalendarDate?) async throws {
      let (zone, slots) = try await backend.read {
        try backend.mentoring.freeSlots(of: $0.id, mentor: mentor, day: day, zone: tz, in: $1)
      }
      if !global.json && !slots.isEmpty { Console.say("Times are those of \(zone).") }
      try global.show(
        TextTable(
          header: ["when", "mentor", "name"], rows: slots.map { [$0.time.text, $0.mentor, $0.mentorName] }),
        as: slots.map { slot in
          .object(
            [JSON.Member("mentor", .string(slot.mentor)), JSON.Member("mentor_name", .string(slot.mentorName))]
              + slot.time.members)
        },
        in: list,
        whenEmpty:
          "No slot is free. Say when a mentor has time: \(run: "mentor available MENTOR --from TIME --to TIME")")
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Book a mentor for a team.",
      examples: "datajam mentor booking add ada aurora --at 2026-05-08T10:00")

    @Argument(help: "The mentor's key.", completion: .keys(.mentor)) var mentor: String
    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Option(help: ArgumentHelp("The start, in the event's time zone.", valueName: "yyyy-mm-ddThh:mm"))
    var at: TypedTime
    @Option(help: ArgumentHelp("The time zone of the start, if it is not the event's.", valueName: "zone"))
    var tz: String?
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("The length in minutes. Without it: the mentor's usual length.", valueName: "n"))
    var minutes: Int?
    @Option(help: ArgumentHelp("The key of the room.", valueName: "key"), completion: .keys(.room)) var room: String?
    @Flag(help: "If the slot is taken, put the team on the waiting list.") var wait = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let session = try await backend.change { event, unit in
        let start = try at.time(in: EventSettingStore.setting(of: event, in: unit), zone: tz)
        var booking = Booking(mentor: mentor, team: team, start: start)
        (booking.zone, booking.minutes, booking.room, booking.mayWait) = (tz, minutes, room, wait)
        return try backend.mentoring.book(booking, of: event, in: unit)
      }
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
      return Console.print(document.pretty)
    }
    Console.say(session.sentence)
    for other in movedUp { Console.say("Moved up from the waiting list: \(other.sentence)") }
  }
}

extension MentorSession {
  fileprivate var sentence: String {
    "session \(number.rawValue): \(quoted(team)) with \(quoted(mentorName)), \(slot.text)"
      + (room.map { ", room \(quoted($0))" } ?? "") + ": \(state.rawValue)"
  }
}
