import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Prizes
import Results
import Vocabulary

extension PrizeCommand {
  struct Award: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "award", "Award the prizes by the result, or one prize by your decision.",
      more: """
        Without arguments, the ranking, the tracks and the votes decide, and awards that no longer apply are \
        removed. With KEY, TEAM and --reason, you give a special award, or a prize that tied teams cannot \
        share. Nothing is public before the announcement.
        """,
      examples: "datajam prize award --dry-run",
      "datajam prize award best-design aurora --reason \"Decision of the jury\"")

    @Argument(help: "The key of the prize that you give.", completion: .keys(.prize)) var key: TypedKey?
    @Argument(help: "The key of the team that receives it.", completion: .keys(.team)) var team: String?
    @Option(help: ArgumentHelp("The reason for this team. It is logged with your name.", valueName: "text"))
    var reason: String?
    @Flag(name: [.customShort("n"), .long], help: "Show the awards and store nothing.") var dryRun = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
      global.tell(.created, "award", "\(key) \(team)", next: "prize check")
    }

    private func awardAll(_ backend: Backend) async throws {
      let plan = try await backend.change(isRehearsal: dryRun) { try backend.awards.award(of: $0, in: $1) }
      let prizes = try await backend.read { try backend.prizes.prizes(of: $0.id, in: $1) }
      AwardText(plan: plan, prizes: prizes).show(global, isRehearsal: dryRun)
    }
  }

  struct Unaward: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "unaward", "Remove a prize from a team.",
      examples: "datajam prize unaward best-design aurora --reason \"Entered by mistake\"")

    @Argument(help: "The prize's key.", completion: .keys(.prize)) var key: TypedKey
    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Option(help: ArgumentHelp("The reason. It is logged with your name.", valueName: "text")) var reason: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (key, backend) = (try key.slug(), try await global.open())
      try await backend.change { try backend.awards.withdraw(key, from: team, because: reason, of: $0, in: $1) }
      global.tell(removed: true, "award", "\(key) \(team)", "award \(quoted("\(key) \(team)")): withdrawn")
    }
  }

  struct Awards: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "awards", "List the winners and the state of each award.",
      more: "Keep this list secret until the announcement.",
      examples: "datajam prize awards")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
        }, numeric: [3, 4, 5], expendable: ["result", "shared by", "reason"])
      try global.show(
        table, as: awards.map(\.json), in: list,
        whenEmpty: "No prize was awarded yet. Award them: \(run: "prize award")")
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
