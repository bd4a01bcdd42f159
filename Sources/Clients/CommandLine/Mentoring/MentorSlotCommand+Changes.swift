import ArgumentParser
import Backend
import CanonicalJSON
import Mentoring
import Vocabulary

extension MentorSlotCommand {
  struct Move: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give a session another time, mentor or room.",
      discussion: "What is not given stays. Who waits for the time that becomes free moves up.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The session's number.") var session: Int
    @Option(help: ArgumentHelp("The new start, by the clocks of the event's zone.", valueName: "yyyy-mm-ddThh:mm"))
    var at: TypedTime?
    @Option(help: ArgumentHelp("The zone of the time, where it is not the event's.", valueName: "zone"))
    var tz: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("How long.", valueName: "n")) var minutes: Int?
    @Option(help: ArgumentHelp("Another mentor.", valueName: "key")) var mentor: String?
    @Option(help: ArgumentHelp("Another room; \"\" is none.", valueName: "key")) var room: String?

    func validate() throws {
      if at == nil && minutes == nil && mentor == nil && room == nil {
        throw ValidationError("Nothing to change was given: add --at, --minutes, --mentor or --room.")
      }
    }

    func run() async throws {
      var wanted = Rebooking()
      (wanted.start, wanted.zone, wanted.minutes) = (try at?.time(), tz, minutes)
      (wanted.mentor, wanted.room) = (mentor, room)
      let change = wanted
      let backend = try await global.open()
      let result = try await backend.change { try backend.mentoring.move(session, change, of: $0, in: $1) }
      global.tell(result.session, outcome: .updated, movedUp: result.movedUp)
    }
  }

  struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Cancel a session; who waits for its time moves up.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The session's number.") var session: Int

    func run() async throws {
      let backend = try await global.open()
      let result = try await backend.change { try backend.mentoring.cancel(session, of: $0, in: $1) }
      global.tell(result.session, outcome: .updated, movedUp: result.movedUp)
    }
  }

  struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Book a session that was cancelled, or that waits, if its time is free.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The session's number.") var session: Int
    @Flag(help: "Wait for the slot if it is taken.") var wait = false

    func run() async throws {
      let backend = try await global.open()
      let restored = try await backend.change {
        try backend.mentoring.restore(session, mayWait: wait, of: $0, in: $1)
      }
      global.tell(restored, outcome: .updated)
    }
  }

  struct Attend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Note that a team came to its session.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The session's number.") var session: Int
    @Flag(help: "The team did not come.") var missed = false

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change {
        try backend.mentoring.note(attended: !missed, at: session, of: $0, in: $1)
      }
      global.tell(outcome, "mentor session", String(session))
    }
  }

  struct Feedback: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Keep a short word on a session.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The session's number.") var session: Int
    @Argument(help: "The words, 500 characters at most.") var text: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("From 1 to 5.", valueName: "n")) var rating: Int?

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change {
        try backend.mentoring.keep(feedback: text, rating: rating, on: session, of: $0, in: $1)
      }
      global.tell(outcome, "mentor session", String(session))
    }
  }
}
