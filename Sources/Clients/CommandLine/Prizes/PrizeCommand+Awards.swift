import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Prizes
import Results
import Vocabulary

extension PrizeCommand {
  struct Award: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "award",
      abstract: "Give the prizes to those whom the result names; with KEY and TEAM, what a person decides.",
      discussion:
        "Without arguments, what the ranking, the tracks and the votes decide is noted, and what no longer holds is taken "
        + "back. With KEY, TEAM and --reason, an organiser gives an honour, or what teams in a tie cannot share. Nothing "
        + "of it is public before the announcement.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The key of a prize that a person gives.") var key: TypedKey?
    @Argument(help: "The key of the team that receives it.") var team: String?
    @Option(help: ArgumentHelp("Why this team; it is logged with your name.", valueName: "text")) var reason: String?
    @Flag(name: [.customShort("n"), .long], help: "Show who would receive what and note nothing.") var dryRun = false

    func validate() throws {
      guard (key == nil) == (team == nil) else {
        throw ValidationError("Give a prize and a team, or neither: datajam prize award [KEY TEAM --reason TEXT]")
      }
    }

    func run() async throws {
      let backend = try await global.open()
      guard let key = try key?.slug(), let team else { return try await awardAll(backend) }
      let reason = reason ?? ""
      try await backend.change(isRehearsal: dryRun) { event, unit in
        try backend.awards.give(key, to: team, because: reason, of: event, in: unit)
      }
      global.tell(.created, "award", "\(key) \(team)", next: "datajam prize check")
    }

    private func awardAll(_ backend: Backend) async throws {
      let plan = try await backend.change(isRehearsal: dryRun) { try backend.awards.award(of: $0, in: $1) }
      let prizes = try await backend.read { try backend.prizes.prizes(of: $0.id, in: $1) }
      AwardText(plan: plan, prizes: prizes).show(global, isRehearsal: dryRun)
    }
  }

  struct Unaward: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "unaward", abstract: "Take a prize back from a team.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The prize's key.") var key: TypedKey
    @Argument(help: "The team's key.") var team: String
    @Option(help: ArgumentHelp("Why; it is logged with your name.", valueName: "text")) var reason: String

    func run() async throws {
      let (key, backend) = (try key.slug(), try await global.open())
      try await backend.change { try backend.awards.withdraw(key, from: team, because: reason, of: $0, in: $1) }
      global.tell(removed: true, "award", "\(key) \(team)", "award \(quoted("\(key) \(team)")): withdrawn")
    }
  }

  struct Awards: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "awards",
      abstract: "List who receives what, and what became of it. Not for the public before the announcement.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let awards = try await backend.read { try backend.awards.awards(of: $0.id, in: $1) }
      let table = TextTable(
        header: ["prize", "team", "name", "amount", "shared by", "result", "taken", "delivered", "reason"],
        rows: awards.map { award in
          [
            award.prize.text, award.team, award.teamName, AwardText.amount(award.amount),
            award.shares == 1 ? "" : String(award.shares), String(award.result), award.acceptedAt == nil ? "" : "yes",
            award.deliveredAt.map { String($0.description.prefix(10)) } ?? "", award.reason ?? "",
          ]
        }, numeric: [3, 4, 5])
      global.show(
        table, as: awards.map(\.json), whenEmpty: "No prize was awarded yet. Award them: datajam prize award")
    }
  }
}

extension Prizes.Award {
  var json: JSON {
    [
      "prize": .string(prize.text), "team": .string(team), "name": .string(teamName), "result": .integer(result),
      "amount": amount.map { .string(AwardText.amount($0)) } ?? .null, "shares": .integer(shares),
      "reason": reason.json, "accepted_at": (acceptedAt?.description).json,
      "delivered_at": (deliveredAt?.description).json, "delivery_note": deliveryNote.json,
    ]
  }
}
