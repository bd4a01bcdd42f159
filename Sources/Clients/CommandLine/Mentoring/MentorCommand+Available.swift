import ArgumentParser
import Backend
import CanonicalJSON
import Lookup
import Mentoring
import Vocabulary

extension MentorCommand {
  struct Available: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "available", "Set when a mentor has time, or has no time.",
      more: "The hours are divided into slots. Exceptions have priority over hours. Existing bookings stay.",
      examples: "datajam mentor available ada --from 2026-05-08T09:00 --to 2026-05-08T12:00")

    @Argument(help: "The mentor's key.", completion: .keys(.mentor)) var mentor: String
    @Option(help: ArgumentHelp("The start, in the event's time zone.", valueName: "yyyy-mm-ddThh:mm"))
    var from: TypedTime
    @Option(help: ArgumentHelp("The end.", valueName: "yyyy-mm-ddThh:mm")) var to: TypedTime
    @Option(help: ArgumentHelp("The time zone of start and end, if it is not the event's.", valueName: "zone"))
    var tz: String?
    @Flag(help: "The mentor has no time in these hours.") var except = false
    @Flag(help: "Remove hours, or with --except exceptions, within these times.") var undo = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let hours = MentoringService.Hours(
        from: try from.time(), to: try to.time(), zone: tz, isException: except)
      let backend = try await global.open()
      let (count, outside) = try await backend.change { event, unit in
        guard !undo else { return try backend.mentoring.takeBack(hours, of: mentor, event, in: unit) }
        let (outcome, outside) = try backend.mentoring.say(hours, of: mentor, event, in: unit)
        return (outcome == .created ? 1 : 0, outside)
      }
      tell(count, outside)
    }

    private func tell(_ count: Int, _ outside: [MentorSessionID]) {
      let numbers = outside.map { String($0.rawValue) }
      guard !global.json else {
        let document: JSON = [
          "noun": .string(except ? "exception" : "hours"), "mentor": .string(mentor),
          "outcome": .string(count == 0 ? "unchanged" : undo ? "removed" : "created"), "count": .integer(count),
          "sessions_outside": .array(outside.map { .integer($0.rawValue) }),
        ]
        return Console.print(document.pretty)
      }
      let thing = except ? "exception" : "hours"
      let clocks = "by the clocks of \(tz ?? "the event's zone")"
      let words = count == 0 ? "unchanged" : undo ? "\(thing) taken back, \(clocks)" : "\(thing) noted, \(clocks)"
      let next = outside.isEmpty ? ". Next: \(run: "mentor booking list --free --mentor \(mentor)")" : ""
      Console.say("mentor \(quoted(mentor)): \(words)\(next)")
      guard !outside.isEmpty else { return }
      let sessions =
        numbers.count == 1 ? "Session \(numbers[0]) stays" : "Sessions \(numbers.joined(separator: ", ")) stay"
      Console.say(
        "warn  \(sessions) booked outside the mentor's hours. To change that: \(run: "mentor booking move \(numbers[0]) --at TIME")"
      )
    }
  }
}

/// What was typed where a day with its hour is wanted.
struct TypedTime: ExpressibleByArgument {
  let text: String

  init(argument: String) { text = argument }

  func time() throws -> LocalTime {
    guard let time = LocalTime(text) else { throw UnknownTime(text: text) }
    return time
  }

  private struct UnknownTime: ExplainedError {
    let text: String
    var explanation: Explanation {
      Explanation(
        .badData, code: "unknown-time", "\(quoted(text)) is no day with a time.",
        hint: "Write what the clocks show, such as 2021-05-08T13:00; name another zone than the event's by --tz ZONE.")
    }
  }
}
