import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Prizes
import Results
import Vocabulary

/// Which prize of a team is meant: one, or all.
struct PrizeChoice: ParsableArguments {
  @Argument(help: "The prize's key; left out with --all.") var words: [String] = []
  @Flag(help: "All prizes.") var all = false

  /// The prize, or nil for all, and the team's key.
  func prizeAndTeam() throws -> (prize: Slug?, team: String) {
    switch (words.count, all) {
    case (1, true): return (nil, words[0])
    case (2, false): return (try Slug(words[0]), words[1])
    default:
      throw UsageError(
        "A prize and a team are needed, or a team with --all.", hint: "Write KEY TEAM, or --all TEAM.")
    }
  }
}

extension PrizeCommand {
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Name what is still to be settled with the winners, with the command that settles it.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let doubts = try await backend.read { try backend.awards.doubts(of: $0.id, in: $1) }
      if global.json {
        let items = doubts.map { doubt -> JSON in
          [
            "level": doubt.isBlocking ? "FAIL" : "warn", "team": doubt.team.json, "what": .string(doubt.what),
            "command": .string(doubt.command),
          ]
        }
        Surroundings.print((["items": .array(items), "count": .integer(items.count)] as JSON).pretty)
      } else {
        for doubt in doubts {
          Surroundings.print(
            "\(doubt.isBlocking ? "FAIL" : "warn")  \(doubt.what)    \(global.inTheSameEvent(doubt.command))")
        }
        if doubts.isEmpty { Surroundings.print("ok    every prize is settled") }
      }
      if doubts.contains(where: \.isBlocking) { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }
  }

  struct Confirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "confirm",
      abstract: "Note that members of a team confirmed that the work is theirs and that they may win.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Argument(help: "The members' keys; left out, all of them.") var members: [String] = []

    func run() async throws {
      let backend = try await global.open()
      let count = try await backend.change { try backend.awards.confirm(members, of: team, event: $0, in: $1) }
      global.tell(count > 0 ? .updated : .unchanged, "team", team, next: "datajam prize check")
    }
  }

  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "accept", abstract: "Note that a team takes a prize.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var choice: PrizeChoice

    func run() async throws {
      let ((prize, team), backend) = (try choice.prizeAndTeam(), try await global.open())
      let taken = try await backend.change { try backend.awards.accept(prize, by: team, of: $0, in: $1) }
      let keys = taken.isEmpty ? prize?.text ?? "all" : taken.map(\.text).joined(separator: ", ")
      global.tell(taken.isEmpty ? .unchanged : .updated, "award", "\(keys) \(team)", next: "datajam prize check")
    }
  }

  struct Decline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "decline",
      abstract: "Note that a team does not take a prize, or may not: the team behind it moves up.",
      discussion:
        "Its place in the ranking stays. A single prize goes to those it shares the place with, otherwise to the next team "
        + "besides its own; with --all, everybody behind moves up. Run prize award afterwards.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var choice: PrizeChoice
    @Option(help: ArgumentHelp("Why; it is logged with your name.", valueName: "text")) var reason: String?
    @Flag(help: "Let the team have it again.") var undo = false

    func run() async throws {
      let ((prize, team), backend, reason) = (try choice.prizeAndTeam(), try await global.open(), reason ?? "")
      try await backend.change { event, unit in
        try undo
          ? backend.awards.takeBackRefusal(of: prize, by: team, of: event, in: unit)
          : backend.awards.decline(prize, by: team, because: reason, of: event, in: unit)
      }
      let key = prize.map { "\($0) \(team)" } ?? team
      global.tell(.updated, "award", key, next: "datajam prize award")
    }
  }

  struct Fulfil: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fulfil", abstract: "Note that a prize reached its team.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The prize's key.") var key: TypedKey
    @Argument(help: "The team's key.") var team: String
    @Option(help: ArgumentHelp("When; left out, now.", valueName: "day")) var on: TypedDay?
    @Option(help: ArgumentHelp("How, such as the number of a transfer.", valueName: "text")) var note: String?

    func run() async throws {
      let (key, day, backend) = (try key.slug(), try on?.day(), try await global.open())
      try await backend.change { event, unit in
        try backend.awards.deliver(key, to: team, on: day, note: note, of: event, in: unit)
      }
      global.tell(.updated, "award", "\(key) \(team)", next: "datajam prize awards")
    }
  }
}
