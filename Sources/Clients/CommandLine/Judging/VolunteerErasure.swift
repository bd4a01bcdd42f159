import ArgumentParser
import Backend
import Events
import Postgres
import UseCases
import Vocabulary

extension MentorCommand {
  struct Erase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take out who a mentor is, for good; the sessions and the log's proof stay.",
      discussion: "It cannot be taken back: on a terminal the key has to be typed.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The mentor's key.") var mentor: String
    @Option(help: ArgumentHelp("What would be typed: the key.", valueName: "name")) var confirm: String?

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
      abstract: "Take out who a judge is, for good; the sheets stay under the code, and so does the log's proof.",
      discussion: "It cannot be taken back: on a terminal the code has to be typed. The judge's tokens end.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The judge's code.") var judge: String
    @Option(help: ArgumentHelp("What would be typed: the code.", valueName: "name")) var confirm: String?

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
    let change = SevereChange(
      name: key,
      lines: [
        "goes:  the name, address and other details of \(noun) \(quoted(key)), and what the log can show of them",
        "stays: what the \(noun) did, and the log with its hashes",
      ])
    try change.confirm(given, of: slug, on: backend)
    let isDone = try await backend.change { try erase(backend, $0, $1) }
    global.tell(isDone ? .updated : .unchanged, noun, key, next: "datajam log verify")
  }
}
