import Agenda
import ArgumentParser
import Backend
import Lookup
import Vocabulary

extension AgendaCommand {
  struct AllowOverlap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "allow-overlap", "Allow two sessions to share a speaker or a room at the same time.",
      more: """
        One talk in two rooms is such a case. Your name and the reason are kept, and "agenda check" and "doctor" show \
        them. It holds for what the sessions share now: if they share a speaker, a room that they share later is a \
        problem again.
        """,
      examples: "datajam agenda allow-overlap main stream --reason \"One talk, shown in two rooms\"",
      "datajam agenda allow-overlap main stream --undo --reason \"No stream\"")

    @Argument(help: "The key of a session.", completion: .keys(.session)) var session: String
    @Argument(help: "The key of the other one.", completion: .keys(.session)) var other: String
    @Option(help: ArgumentHelp("The reason.", valueName: "text")) var reason: String
    @Flag(help: "No longer allow it.") var undo = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.agenda.allowOverlap(session, other, !undo, because: reason, of: event, in: unit)
      }
      global.tell(outcome, "session", session, next: outcome == .unchanged ? nil : "agenda check")
    }
  }
}
