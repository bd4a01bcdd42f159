import ArgumentParser
import Backend
import Events
import Lookup
import Postgres
import UseCases
import Vocabulary

extension MentorCommand {
  struct Erase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "erase", "Permanently erase a mentor's personal data.",
      more: """
        The sessions and the audit log stay, and keyed hashes by which imports leave the mentor out. You cannot undo this: on a terminal you have to type the key.
        """,
      examples: "datajam mentor erase ada")

    @Argument(help: "The mentor's key.", completion: .keys(.mentor)) var mentor: String
    @Option(help: ArgumentHelp("The key, instead of typing it.", valueName: "name")) var confirm: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      try await ConfirmedErasure(noun: "mentor", key: mentor, given: confirm, global: global).run {
        try $0.volunteers.eraseMentor(mentor, of: $1, in: $2)
      }
    }
  }
}

extension JudgeCommand {
  struct Erase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "erase", "Permanently erase a judge's personal data.",
      more: """
        The score sheets stay under the judge's code, and so does the audit log. Keyed hashes stay, by which \
        imports leave the judge out. The judge's tokens end. You \
        cannot undo this: on a terminal you have to type the code.
        """,
      examples: "datajam judge erase J-03")

    @Argument(help: "The judge's code.", completion: .keys(.judge)) var judge: String
    @Option(help: ArgumentHelp("The code, instead of typing it.", valueName: "name")) var confirm: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      try await ConfirmedErasure(noun: "judge", key: judge, given: confirm, global: global).run {
        try $0.volunteers.eraseJudge(judge, of: $1, in: $2)
      }
    }
  }
}

/// Erases one mentor or judge, once it is confirmed.
private struct ConfirmedErasure {
  let noun: String
  let key: String
  let given: String?
  let global: GlobalOptions

  func run(_ erase: @escaping @Sendable (Backend, EventID, UnitOfWork) throws -> Bool) async throws {
    let backend = try await global.open()
    // Who is not there is said before anything has to be typed.
    let slug = try await backend.transaction(isRehearsal: true) { unit in
      let event = try backend.events.find(backend.configuration.event, in: unit)
      _ = try erase(backend, event.id, unit)
      return event.event.slug.text
    }
    let change = DestructiveConfirmation(
      name: key,
      lines: [
        "goes:  the name, address and other details of \(noun) \(quoted(key)), and what the log can show of them",
        "stays: what the \(noun) did, the log with its hashes, and keyed hashes by which imports leave the person out",
      ])
    try change.confirm(given, of: slug, on: backend)
    let isDone = try await backend.change(during: Phase.all) { try erase(backend, $0, $1) }
    global.tell(isDone ? .updated : .unchanged, noun, key, next: "log verify")
  }
}
