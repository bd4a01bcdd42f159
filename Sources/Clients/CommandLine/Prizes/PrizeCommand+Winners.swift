import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Prizes
import Results
import Vocabulary

/// Which prize of a team is meant: one, or all.
struct PrizeChoice: ParsableArguments {
  @Argument(help: "The prize's key (not with --all) and the team's key.", completion: .keys(.prize, .team)) var words:
    [String] = []
  @Flag(help: "All prizes of the team.") var all = false

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
      "check", "List the open questions with winners and the command for each.",
      examples: "datajam prize check")

    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let findings = try await backend.read { try backend.awards.findings(of: $0.id, in: $1).map(\.finding) }
      if global.json {
        Console.print((["items": .array(findings.map(\.json)), "count": .integer(findings.count)] as JSON).pretty)
      } else {
        Page(findings.map(\.lines)).print()
        if findings.isEmpty { Page("ok    every prize is settled").print() }
      }
      if findings.hasProblem { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }
  }

  struct Confirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "confirm", "Record that team members confirmed their work and may win.",
      examples: "datajam prize confirm aurora p-7 p-8")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Argument(help: "The members' keys. Without them: all members.", completion: .keys(.participant)) var members:
      [String] = []
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let count = try await backend.change(during: Phase.all) {
        try backend.awards.confirm(members, of: team, event: $0, in: $1)
      }
      global.tell(count > 0 ? .updated : .unchanged, "team", team, next: "prize check")
    }
  }

  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "accept", "Record that a team accepts a prize.",
      examples: "datajam prize accept first-money aurora")

    @OptionGroup var choice: PrizeChoice
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let ((prize, team), backend) = (try choice.prizeAndTeam(), try await global.open())
      let taken = try await backend.change(during: Phase.all) {
        try backend.awards.accept(prize, by: team, of: $0, in: $1)
      }
      let keys = taken.isEmpty ? prize?.text ?? "all" : taken.map(\.text).joined(separator: ", ")
      global.tell(taken.isEmpty ? .unchanged : .updated, "award", "\(keys) \(team)", next: "prize check")
    }
  }

  struct Decline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "decline", "Record that a team declines a prize or may not have it.",
      more: """
        The team keeps its rank. The prize goes to a tied team, otherwise to the next team. With --all, each following \
        team gets the prizes of the rank before it. Then run: datajam prize award
        """,
      examples: "datajam prize decline first-money aurora --reason \"Cannot travel\"")

    @OptionGroup var choice: PrizeChoice
    @Option(help: ArgumentHelp("The reason. It is logged with your name.", valueName: "text")) var reason: String?
    @Flag(help: "The team can have the prize again.") var undo = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let ((prize, team), backend, reason) = (try choice.prizeAndTeam(), try await global.open(), reason ?? "")
      try await backend.change(during: Phase.all) { event, unit in
        try undo
          ? backend.awards.takeBackRefusal(of: prize, by: team, of: event, in: unit)
          : backend.awards.decline(prize, by: team, because: reason, of: event, in: unit)
      }
      let key = prize.map { "\($0) \(team)" } ?? team
      global.tell(.updated, "award", key, next: "prize award")
    }
  }

  struct Fulfil: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "fulfil", "Record that a team received its prize.",
      examples: "datajam prize fulfil first-money aurora --note \"Transfer 4711\"")

    @Argument(help: "The prize's key.", completion: .keys(.prize)) var key: TypedKey
    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Option(help: ArgumentHelp("The day. Without it: today.", valueName: "day")) var on: TypedDay?
    @Option(help: ArgumentHelp("A remark, such as the number of a bank transfer.", valueName: "text")) var note: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (key, day, backend) = (try key.slug(), try on?.day(), try await global.open())
      try await backend.change(during: Phase.all) { event, unit in
        try backend.awards.deliver(key, to: team, on: day, note: note, of: event, in: unit)
      }
      global.tell(.updated, "award", "\(key) \(team)", next: "prize awards")
    }
  }
}
