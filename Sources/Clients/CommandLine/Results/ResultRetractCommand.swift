import ArgumentParser
import Backend
import Events
import Results
import UseCases
import Vocabulary

/// `datajam result retract`
struct ResultRetractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "retract", "Withdraw a result, with a reason. It is kept and no longer public.",
    more: "If the result was announced, you have to type the event's key on a terminal.",
    examples: "datajam result retract 2 --reason \"A sheet was missing\"")

  @Argument(help: ArgumentHelp("The number of the result.", valueName: "version")) var number: Int
  @Option(help: ArgumentHelp("The reason, for the log.", valueName: "text")) var reason: String
  @Option(help: ArgumentHelp("The event's key, instead of typing it.", valueName: "name")) var confirm: String?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let (backend, number, reason) = (try await global.open(), number, reason)
    let (slug, version) = try await backend.read { event, snapshot in
      (event.event.slug.text, try backend.results.version(number, of: event.id, in: snapshot))
    }
    if version.announcedFor != nil, version.retraction == nil {
      let lines = ["Result \(number), \(ResultVersionText.state(version)), is taken back. What was sent out is not."]
      try DestructiveConfirmation(name: slug, lines: lines).confirm(confirm, of: slug, on: backend)
    }
    let change = try await backend.change(during: Phase.all) { event, unit in
      let stored = try backend.events.find(backend.configuration.event, in: unit)
      return try backend.retraction.retract(number, because: reason, in: stored, unit)
    }
    global.tell(change.outcome, change.version, next: "result compute")
    if let phase = change.phase, !global.json {
      Console.say("The event is now in phase \(quoted(phase.rawValue)).")
    }
  }
}
