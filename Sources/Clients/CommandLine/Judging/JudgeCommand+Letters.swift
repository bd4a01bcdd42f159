import Access
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Postgres
import Scores
import Teams
import UseCases
import Vocabulary

extension JudgeCommand {
  struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "invite",
      abstract: "Make one-time codes by which judges come in, and a letter to send to each.",
      discussion: "Nothing is sent. Only the hashes of the codes are kept; a further code takes the place of this one.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The judges' codes, such as J-03.") var codes: [String] = []
    @Flag(help: "Every judge who has not come in yet.") var all = false
    @Option(name: [.short, .customLong("output")], help: ArgumentHelp("Where the letters go.", valueName: "folder"))
    var output: String
    @Option(parsing: .unconditional, help: ArgumentHelp("For how many days the codes hold.", valueName: "n"))
    var days = 14

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
        let name = try backend.events.find(backend.configuration.event, in: unit).event.name.anyText
        let chosen = all ? try backend.judging.awaitedJudges(of: event, in: unit) : codes
        return (name, try chosen.map { try backend.judging.invite($0, days: days, of: event, in: unit) })
      }
      let letters = invitations.map { ("invitation-\($0.judge.code).txt", JudgeLetter.invitation($0, to: event)) }
      try write(letters, to: output)
      if !global.json, !invitations.isEmpty { Surroundings.say("Each letter holds a code: send it to its judge only.") }
      global.show(
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
      commandName: "accept",
      abstract: "Come in as a judge by the code of an invitation, and stay logged in.",
      discussion: "The code is asked for, or read from standard input; it stands in no command.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Take the place of whoever is logged in here.") var replace = false

    func run() async throws {
      if !replace, try TokenFile.token(at: nil) != nil { throw LoginError.loggedIn }
      let text = try SecretInput.read(asking: "The code of your invitation:")
      // Whoever comes in is nobody yet, so that no token counts here.
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
        Surroundings.print(document.pretty)
      } else {
        Surroundings.say(
          "Welcome, \(judge.name): you are judge \(judge.code) of event \(quoted(judge.slug)) here until "
            + "\(issued.expiresAt). Next: datajam assignment list")
      }
    }
  }

  struct Remind: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remind",
      abstract: "Write a letter to each judge who owes sheets.", discussion: "Nothing is sent.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions
    @Argument(help: "Only these judges.") var codes: [String] = []
    @Option(name: [.short, .customLong("output")], help: ArgumentHelp("Where the letters go.", valueName: "folder"))
    var output: String

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
      global.show(
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
        .reduce(into: [String: String]()) { $0[$1.team.key.text] = $1.team.name }
      let missing = try backend.scores.missing(in: round.id, of: event.id, in: snapshot)
      return try backend.judging.judges(of: event.id, in: snapshot).compactMap { judge -> Debt? in
        let teams = missing.filter { $0.judge == judge.code }.map { (key: $0.team, name: names[$0.team] ?? "") }
        guard !teams.isEmpty, codes.isEmpty || codes.contains(judge.code) else { return nil }
        let letter = JudgeLetter.reminder(
          to: judge, of: teams, round: round.key.text, event: event.event.name.anyText)
        return Debt(judge: judge, letter: letter, sheets: teams.count)
      }
    }
  }
}

/// Writes letters that only their owner may read.
private func write(_ letters: [(name: String, text: String)], to folder: String) throws(FileError) {
  for letter in letters { try PrivateFile.write(letter.text, to: "\(folder)/\(letter.name)") }
}
