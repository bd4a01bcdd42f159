import ArgumentParser
import Backend
import CanonicalJSON
import Judging
import Vocabulary

extension JudgeConflictCommand {
  struct Waive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "waive", "Declare that a shared e-mail domain or organisation is no conflict of interest.",
      more: """
        It is for a host, whose domain is that of judges and teams alike. Two organisers have to do this before the \
        first score, each with a token. What somebody declared about a judge and a team stays a conflict.
        """,
      examples: "datajam judge conflict waive --domain example.org --reason \"The host's own domain\"")

    @Option(help: ArgumentHelp("The domain that judges and teams share.", valueName: "domain")) var domain: String?
    @Option(help: ArgumentHelp("The organisation, by its key or a name.", valueName: "name"))
    var organisation: String?
    @Option(help: ArgumentHelp("The reason.", valueName: "text")) var reason: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard (domain == nil) != (organisation == nil) else {
        throw ValidationError("Give either --domain or --organisation.")
      }
    }

    func run() async throws {
      let subject = domain.map { WaiverSubject.domain($0) } ?? .organisation(organisation ?? "")
      let backend = try await global.open()
      let holder = try backend.authenticated()
      let waiver = try await backend.change { event, unit in
        try backend.judging.waiveConflicts(by: subject, as: holder, because: reason, of: event, in: unit)
      }
      if global.json {
        let document: JSON = [
          "noun": "conflict waiver", "key": .string("\(subject.kind.rawValue) \(subject.name)"),
          "outcome": .string(waiver.outcome.rawValue), "conflicts": .integer(waiver.conflicts),
          "open": .bool(waiver.isOpen),
        ]
        Console.print(document.pretty)
        return
      }
      global.tell(waiver.outcome, "conflict waiver", "\(subject.kind.rawValue) \(subject.name)")
      let conflicts = waiver.conflicts == 1 ? "1 conflict" : "\(waiver.conflicts) conflicts"
      Console.say(
        waiver.isOpen
          ? "A second organiser has to say the same of \(conflicts), with a token of their own: "
            + subject.nextStep.command
          : "Sharing \(subject.words) keeps no judge from a team any more (\(conflicts)).")
    }
  }
}
