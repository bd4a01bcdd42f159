import Access
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import UseCases
import Vocabulary

extension EventCommand {
  struct Clone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "clone",
      abstract: "Begin an edition from another one.",
      discussion:
        "Its settings, its newest rubrics, its organisations with their roles, its prizes and its tracks are copied; "
        + "never people, teams, scores or results. Days that are not given stay open. Whoever clones it is its first "
        + "organiser."
    )

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The event that is copied.") var old: String
    @Argument(help: "A short name for the new one.") var new: TypedKey
    @Option(help: ArgumentHelp("The first day.", valueName: "yyyy-mm-dd")) var from: TypedDay
    @Option(help: ArgumentHelp("The last day.", valueName: "yyyy-mm-dd")) var to: TypedDay
    @Option(help: ArgumentHelp("The IANA time zone; left out, that of the event that is copied.", valueName: "zone"))
    var tz: String?
    @OptionGroup var settings: EventSettings

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
        Surroundings.print(document.pretty)
        return
      }
      let copied = report.copied.filter { $0.count > 0 }.map { "\($0.noun) (\($0.count))" }
      Surroundings.say("event \(quoted(slug.text)): created from \(quoted(original.slug.text))")
      Surroundings.say("Copied: \((["settings"] + copied).joined(separator: ", "))")
      Surroundings.say("Not copied: \(CloneReport.leftOut.joined(separator: ", "))")
      for language in event.name.languages where event.name[language] == original.name[language] {
        let command = "datajam event set \(slug) --name-\(language.code) NAME"
        Surroundings.say("It is still called \(quoted(event.name[language] ?? "")): \(command)")
      }
      Surroundings.say("Next: datajam event show \(slug) (first organiser: \(principal))")
    }
  }
}
