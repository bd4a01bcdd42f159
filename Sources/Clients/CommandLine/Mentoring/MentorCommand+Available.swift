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
      let backend = try await global.open()
      let (count, outside) = try await backend.change { event, unit in
        let setting = try EventSettingStore.setting(of: event, in: unit)
        let hours = MentoringService.Hours(
          from: try from.time(in: setting, zone: tz), to: try to.time(in: setting, zone: tz), zone: tz,
          isException: except)
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
