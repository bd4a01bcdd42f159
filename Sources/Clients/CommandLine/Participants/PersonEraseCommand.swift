import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Participants
import Postgres
import UseCases
import Vocabulary

/// `datajam person erase KEY`
struct PersonEraseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "erase", "Permanently erase a participant's personal data.",
    more: """
      Counts and the audit log stay, and keyed hashes by which imports leave the person out. A participant who was removed is found by the key that they had. You cannot undo this: on a terminal you have to type the key, or with \
      --due the event. Earlier backups still have the name until they are deleted.
      """,
    examples: "datajam person erase p-7", "datajam person erase --due")

  @Argument(help: "The participant's key.", completion: .keys(.participant)) var key: String?
  @Flag(help: "All participants of the event, if the last day of retention has passed.") var due = false
  @Option(help: ArgumentHelp("The key, or with --due the event, instead of typing it.", valueName: "name"))
  var confirm: String?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func validate() throws {
    if (key == nil) != due { throw ValidationError("Give either a participant's key or --due.") }
  }

  func run() async throws {
    let backend = try await global.open()
    guard let (event, plan) = try await plan(backend) else {
      return report(nil, "Nobody is due: no event's day of retention has passed.")
    }
    let slug = event.event.slug.text
    if plan.people.isEmpty && plan.volunteers == 0 {
      return report(slug, "Everybody of event \(quoted(slug)) was erased already.")
    }
    try DestructiveConfirmation(name: key ?? slug, lines: lines(plan)).confirm(confirm, of: slug, on: backend)
    let (wanted, isEverybody) = (key, due)
    let erased = try await backend.transaction { unit in
      // The count below shows people who were added since.
      if isEverybody { return try backend.erasure.eraseEverybody(of: event.id, in: unit) }
      let plan = try backend.erasure.plan(wanted ?? "", of: event.id, in: unit)
      try backend.erasure.erase(plan, of: event.id, in: unit)
      return plan
    }
    report(
      slug,
      "Erased \(erased.people.count == 1 ? "1 person" : "\(erased.people.count) people")"
        + (erased.volunteers == 0
          ? ". " : " and \(erased.volunteers == 1 ? "1 mentor or judge" : "\(erased.volunteers) mentors and judges"). ")
        + "Backups made before now keep the names until they are rotated. Check the log: \(run: "log verify")",
      erased)
  }

  /// What would go, looked up in a unit of its own so that nothing is locked while somebody reads it.
  private func plan(_ backend: Backend) async throws -> (StoredEvent, PersonErasure.Plan)? {
    let (key, slug) = (key, backend.configuration.event)
    return try await backend.transaction(isRehearsal: true) { unit in
      if let key {
        let event = try backend.events.find(slug, in: unit)
        return (event, try backend.erasure.plan(key, of: event.id, in: unit))
      }
      guard let event = try backend.events.due(slug, in: unit) else {
        guard let slug else { return nil }
        let event = try backend.events.find(slug, in: unit)
        return (event, try backend.erasure.planForEverybody(of: event.id, in: unit))
      }
      return (event, try backend.erasure.planForEverybody(of: event.id, in: unit))
    }
  }

  private func lines(_ plan: PersonErasure.Plan) -> [String] {
    [
      "goes:  the names, addresses and other details of "
        + (plan.people.count == 1 ? "participant \(quoted(key ?? plan.people[0].key))" : "\(plan.people.count) people")
        + (plan.volunteers == 0
          ? "" : ", and of \(plan.volunteers == 1 ? "1 mentor or judge" : "\(plan.volunteers) mentors and judges")"),
      "goes:  values beside the log: \(plan.values), records of imported files: \(plan.origins), "
        + "invitations: \(plan.invitations)",
    ]
      + (plan.editions == 0
        ? []
        : [
          "goes:  the name, from \(plan.editions == 1 ? "1 edition" : "\(plan.editions) editions") of the announced facts; "
            + "a dated note will say so"
        ]) + [
        "stays: a number without a name, memberships of teams, the log with its hashes, all scores and results, "
          + "counts that were announced, and keyed hashes by which imports leave "
          + (plan.people.count + plan.volunteers == 1 ? "the person out" : "these people out")
      ]
  }

  private func report(_ event: String?, _ sentence: String, _ plan: PersonErasure.Plan? = nil) {
    guard global.json else { return Console.say(sentence) }
    let document: JSON = [
      "event": event.json, "erased": .integer(plan?.people.count ?? 0),
      "mentors_and_judges": .integer(plan?.volunteers ?? 0), "log_values": .integer(plan?.values ?? 0),
      "import_origins": .integer(plan?.origins ?? 0), "invitations": .integer(plan?.invitations ?? 0),
      "announcement_editions": .integer(plan?.editions ?? 0),
    ]
    Console.print(document.pretty)
  }
}
