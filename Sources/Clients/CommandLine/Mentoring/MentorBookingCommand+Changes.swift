import ArgumentParser
import Backend
import CanonicalJSON
import Lookup
import Mentoring
import Vocabulary

extension MentorBookingCommand {
  struct Move: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "move", "Change the time, the mentor or the room of a session.",
      more: """
        Options that you leave out change nothing. The first team on the waiting list gets the slot that \
        becomes free.
        """,
      examples: "datajam mentor booking move 3 --at 2026-05-08T11:00")

    @Argument(help: "The session's number.") var session: Int
    @Option(help: ArgumentHelp("The new start, in the event's time zone.", valueName: "yyyy-mm-ddThh:mm"))
    var at: TypedTime?
    @Option(help: ArgumentHelp("The time zone of the start, if it is not the event's.", valueName: "zone"))
    var tz: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("The length in minutes.", valueName: "n")) var minutes: Int?
    @Option(help: ArgumentHelp("The key of another mentor.", valueName: "key"), completion: .keys(.mentor)) var mentor:
      String?
    @Option(
      help: ArgumentHelp("The key of another room; \"\" means no room.", valueName: "key"), completion: .keys(.room))
    var room: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      if at == nil && minutes == nil && mentor == nil && room == nil {
        throw ValidationError("Nothing to change was given: add --at, --minutes, --mentor or --room.")
      }
    }

    func run() async throws {
      let backend = try await global.open()
      let result = try await backend.change { event, unit in
        let setting = try EventSettingStore.setting(of: event, in: unit)
        var change = Rebooking()
        (change.start, change.zone, change.minutes) = (try at?.time(in: setting, zone: tz), tz, minutes)
        (change.mentor, change.room) = (mentor, room)
        return try backend.mentoring.move(session, change, of: event, in: unit)
      }
      global.tell(result.session, outcome: .updated, movedUp: result.movedUp)
    }
  }

  struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "cancel", "Cancel a session. The first team on the waiting list gets the slot.",
      examples: "datajam mentor booking cancel 3")

    @Argument(help: "The session's number.") var session: Int
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let result = try await backend.change { try backend.mentoring.cancel(session, of: $0, in: $1) }
      global.tell(result.session, outcome: .updated, movedUp: result.movedUp)
    }
  }

  struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "restore", "Book a cancelled or waiting session, if its slot is free.",
      examples: "datajam mentor booking restore 3")

    @Argument(help: "The session's number.") var session: Int
    @Flag(help: "Put the session on the waiting list if the slot is taken.") var wait = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let restored = try await backend.change {
        try backend.mentoring.restore(session, mayWait: wait, of: $0, in: $1)
      }
      global.tell(restored, outcome: .updated)
    }
  }

  struct Attend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "attend", "Record that a team came to its session.",
      examples: "datajam mentor booking attend 3")

    @Argument(help: "The session's number.") var session: Int
    @Flag(help: "The team did not come.") var missed = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change {
        try backend.mentoring.note(attended: !missed, at: session, of: $0, in: $1)
      }
      global.tell(outcome, "mentor session", String(session))
    }
  }

  struct Feedback: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "feedback", "Add a rating or a comment to a session.",
      examples: "datajam mentor booking feedback 3 \"Very helpful\" --rating 5")

    @Argument(help: "The session's number.") var session: Int
    @Argument(help: "The comment, 500 characters at most.") var text: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("The rating, from 1 to 5.", valueName: "n")) var rating: Int?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change {
        try backend.mentoring.keep(feedback: text, rating: rating, on: session, of: $0, in: $1)
      }
      global.tell(outcome, "mentor session", String(session))
    }
  }
}
