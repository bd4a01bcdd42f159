import ArgumentParser
import Backend
import Events
import Results
import UseCases
import Vocabulary

/// `datajam result retract`
struct ResultRetractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract", abstract: "Take a result back for a reason; it is kept, and is public no longer.",
    discussion: "Where it was announced, the event has to be typed on a terminal.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("The result.", valueName: "version")) var number: Int
  @Option(help: ArgumentHelp("Why; it is kept in the log.", valueName: "text")) var reason: String
  @Option(help: ArgumentHelp("What would be typed: the event.", valueName: "name")) var confirm: String?

  func run() async throws {
    let (backend, number, reason) = (try await global.open(), number, reason)
    let (slug, version) = try await backend.read { event, snapshot in
      (event.event.slug.text, try backend.results.version(number, of: event.id, in: snapshot))
    }
    if version.announcedFor != nil, version.retraction == nil {
      let lines = ["Result \(number), \(ResultVersionText.state(version)), is taken back. What was sent out is not."]
      try SevereChange(name: slug, lines: lines).confirm(confirm, of: slug, on: backend)
    }
    let change = try await backend.change { event, unit in
      let stored = try backend.events.find(backend.configuration.event, in: unit)
      return try backend.retraction.retract(number, because: reason, in: stored, unit)
    }
    global.tell(change.outcome, change.version, next: "datajam result compute")
    if let phase = change.phase, !global.json {
      Surroundings.say("The event is now in phase \(quoted(phase.rawValue)).")
    }
  }
}
