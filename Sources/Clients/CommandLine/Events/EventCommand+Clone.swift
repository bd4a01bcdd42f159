import Access
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import UseCases
import Vocabulary

extension EventCommand {
  struct Clone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "clone", "Create an event from an earlier one.",
      more: """
        Settings, newest rubrics, organisations, prizes, tracks and points of eligibility are copied. People, teams, scores and \
        results are not. Days that you leave out stay open. You become the first organiser.
        """,
      examples: "datajam event clone my-jam my-jam-2027 --from 2027-05-07 --to 2027-05-09")

    @Argument(help: "The event to copy.", completion: .keys(.event)) var old: String
    @Argument(help: "The new event's key, such as my-jam-2027.") var new: TypedKey
    @Option(help: ArgumentHelp("The first day.", valueName: "yyyy-mm-dd")) var from: TypedDay
    @Option(help: ArgumentHelp("The last day.", valueName: "yyyy-mm-dd")) var to: TypedDay
    @Option(help: ArgumentHelp("The IANA time zone. Without it: the zone of the copied event.", valueName: "zone"))
    var tz: String?
    @OptionGroup var settings: EventSettings
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (slug, first, last) = (try new.slug(), try from.day(), try to.day())
      let backend = try await global.open()
      let (original, event, report) = try await backend.transaction { unit in
        let original = try backend.events.find(old, in: unit)
        var event = original.event.cloned(as: slug, from: first, to: last)
        event.timeZone = tz ?? event.timeZone
        try settings.apply(to: &event)
        let report = try backend.cloning.clone(original, as: event, in: unit) {
          try backend.organisers.found($0, in: unit)
        }
        return (original.event, event, report)
      }
      tell(report, original, event, by: backend.configuration.principal)
    }

    private func tell(_ report: CloneReport, _ original: Event, _ event: Event, by principal: Principal) {
      let slug = event.slug
      if global.json {
        let document: JSON = [
          "noun": "event", "key": .string(slug.text), "outcome": "created", "from": .string(original.slug.text),
          "copied": .object(report.copied.map { JSON.Member($0.noun.replacing(" ", with: "_"), .integer($0.count)) }),
          "left_out": .array(CloneReport.leftOut.map(JSON.string)),
        ]
        Console.print(document.pretty)
        return
      }
      let copied = report.copied.filter { $0.count > 0 }.map { "\($0.noun) (\($0.count))" }
      Console.say("event \(quoted(slug.text)): created from \(quoted(original.slug.text))")
      Console.say("Copied: \((["settings"] + copied).joined(separator: ", "))")
      Console.say("Not copied: \(CloneReport.leftOut.joined(separator: ", "))")
      for language in event.name.languages where event.name[language] == original.name[language] {
        let step: NextStep = "event set \(slug) --name-\(language.code) NAME"
        Console.say("It is still called \(quoted(event.name[language] ?? "")): \(run: step)")
      }
      Console.say("Next: \(run: "event show \(slug)") (first organiser: \(principal))")
    }
  }
}
