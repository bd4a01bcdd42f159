import Access
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Files
import Judging
import Lookup
import Postgres
import Scores
import Teams
import UseCases
import Vocabulary

extension JudgeCommand {
  struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "invite", "Create a code for each judge to log in, and a letter with the code.",
      more: """
        The program sends nothing: send the letters yourself. Only hashes of the codes are stored. A new code \
        replaces the earlier one.
        """,
      examples: "datajam judge invite --all -o letters")

    @Argument(help: "The judges' codes, such as J-03.", completion: .keys(.judge)) var codes: [String] = []
    @Flag(help: "All judges who have not logged in yet.") var all = false
    @Option(
      name: [.short, .customLong("output")], help: ArgumentHelp("The folder for the letters.", valueName: "folder"),
      completion: .directory)
    var output: String
    @Option(
      parsing: .unconditional, help: ArgumentHelp("The number of days for which the codes are valid.", valueName: "n"))
    var days = 14
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard (1...365).contains(days) else {
        throw ValidationError("'--days' takes 1 to 365, but \(days) was given.")
      }
      guard all == codes.isEmpty else { throw ValidationError("Name judges by their codes, or say '--all'.") }
    }

    func run() async throws {
      let backend = try await global.open()
      try OutputFile.makeFolder(output)
      let (event, invitations) = try await backend.change { event, unit in
        let found = try backend.events.find(backend.configuration.event, in: unit).event
        let name = found.name.text(preferring: found.languages)
        let chosen = all ? try backend.judging.awaitedJudges(of: event, in: unit) : codes
        return (name, try chosen.map { try backend.judging.invite($0, days: days, of: event, in: unit) })
      }
      let letters = invitations.map { ("invitation-\($0.judge.code).txt", JudgeLetter.invitation($0, to: event)) }
      try write(letters, to: output)
      if !global.json, !invitations.isEmpty { Console.say("Each letter holds a code: send it to its judge only.") }
      try global.show(
        TextTable(
          header: ["judge", "name", "until", "letter"],
          rows: zip(invitations, letters).map {
            [$0.judge.code, $0.judge.name, $0.expiresAt.description, "\(output)/\($1.0)"]
          }),
        as: zip(invitations, letters).map {
          [
            "code": .string($0.judge.code), "expires_at": .string($0.expiresAt.description),
            "file": .string("\(output)/\($1.0)"),
          ]
        },
        whenEmpty: "Every judge has come in.")
    }
  }

  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "accept", "Log in as a judge with the code of an invitation.",
      more: "Type the code when you are asked, or send it to standard input. Never write it into a command.",
      examples: "datajam judge accept")

    @Flag(help: "Log out the person who is logged in on this computer.") var replace = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      if !replace, try TokenFile.token(at: nil) != nil { throw LoginError.loggedIn }
      let text = try SecretInput.read(asking: "The code of your invitation:")
      // The judge has no token yet, so none is read here.
      let backend = try await global.open(by: nil)
      let (judge, code) = try await backend.database.read { try backend.judging.invited(by: text, in: $0) }
      let principal = Principal(name: judge.code, role: .judge)
      let issued = try await backend.database.transaction(as: principal, through: .commandLine) { unit in
        try backend.admission.accept(code, judge, in: unit)
      }
      try TokenFile.store(issued.token)
      if global.json {
        let document: JSON = [
          "judge": .string(judge.code), "event": .string(judge.slug), "prefix": .string(issued.token.prefix),
          "expires_at": .string(issued.expiresAt.description),
        ]
        Console.print(document.pretty)
      } else {
        Console.say(
          "Welcome, \(judge.name): you are judge \(judge.code) of event \(quoted(judge.slug)) here until "
            + "\(issued.expiresAt). Next: \(run: "assignment list")")
      }
    }
  }

  struct Remind: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remind", "Write a letter to each judge who still has sheets to complete.",
      more: "The program sends nothing: send the letters yourself.",
      examples: "datajam judge remind -o letters")

    @OptionGroup var rounds: RoundOptions
    @Argument(help: "Only the judges with these codes.", completion: .keys(.judge)) var codes: [String] = []
    @Option(
      name: [.short, .customLong("output")], help: ArgumentHelp("The folder for the letters.", valueName: "folder"),
      completion: .directory)
    var output: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    private struct Debt: Sendable {
      let judge: Judge
      let letter: String
      let sheets: Int
    }

    func run() async throws {
      let (backend, key) = (try await global.open(), rounds.round)
      let debts = try await backend.read { event, snapshot in
        try self.debts(in: try backend.judging.round(key, of: event.id, in: snapshot), event, backend, snapshot)
      }
      try OutputFile.makeFolder(output)
      let letters = debts.map { ("reminder-\($0.judge.code).txt", $0.letter) }
      try write(letters, to: output)
      try global.show(
        TextTable(
          header: ["judge", "name", "missing", "letter"],
          rows: zip(debts, letters).map { [$0.judge.code, $0.judge.name, String($0.sheets), "\(output)/\($1.0)"] },
          numeric: [2]),
        as: zip(debts, letters).map {
          ["code": .string($0.judge.code), "missing": .integer($0.sheets), "file": .string("\(output)/\($1.0)")]
        },
        whenEmpty: "Nobody owes a sheet.")
    }

    private func debts(
      in round: Round, _ event: StoredEvent, _ backend: Backend, _ snapshot: Snapshot
    ) throws -> [Debt] {
      for code in codes { _ = try backend.judging.judge(code, of: event.id, in: snapshot) }
      let names = try backend.teams.all(of: event.id, TeamFilter(), in: snapshot)
        .reduce(into: [String: String]()) {
          $0[$1.team.key.text] = $1.team.name + ($1.team.place.text.map { " (\($0))" } ?? "")
        }
      let missing = try backend.scores.missing(in: round.id, of: event.id, in: snapshot)
      return try backend.judging.judges(of: event.id, in: snapshot).compactMap { judge -> Debt? in
        let teams = missing.filter { $0.judge == judge.code }.map { (key: $0.team, name: names[$0.team] ?? "") }
        guard !teams.isEmpty, codes.isEmpty || codes.contains(judge.code) else { return nil }
        let letter = JudgeLetter.reminder(
          to: judge, of: teams, round: round.key.text, event: event.event.name.text(preferring: event.event.languages))
        return Debt(judge: judge, letter: letter, sheets: teams.count)
      }
    }
  }
}

/// Writes letters that only their owner may read.
private func write(_ letters: [(name: String, text: String)], to folder: String) throws(FileError) {
  for letter in letters { try OutputFile.write(letter.text, to: "\(folder)/\(letter.name)", for: .owner) }
}
