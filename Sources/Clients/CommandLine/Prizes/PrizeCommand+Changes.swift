public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
public import Prizes
import Results
import Teams
import Vocabulary

extension PrizeCommand {
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a prize.",
      examples: "datajam prize add first-money --rank 1 --kind money --amount 5000 --currency CAD",
      "datajam prize add best-design --special --kind goods --label-en \"a printer\"")

    @Argument(help: "The prize's key, such as first-money.") var key: TypedKey
    @Option(help: "The kind: money, seat, invitation, promotion or goods.") var kind: Prize.Kind
    @OptionGroup var details: PrizeFields
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard details.basis != nil || details.opted != nil else {
        throw ValidationError("Say what the prize is for: --rank N, --track KEY, --opted NAME, --special or --choice.")
      }
    }

    func run() async throws {
      let key = try key.slug()
      var prize = Prize(key: key, basis: details.basis ?? .specialAward, kind: kind, label: LocalizedText())
      try details.apply(to: &prize)
      let (backend, added) = (try await global.open(), prize)
      let outcome = try await backend.change { event, unit in
        guard try !backend.prizes.prizes(of: event, in: unit).contains(where: { $0.key == key }) else {
          throw PrizeThere(key: key)
        }
        var prize = added
        if let opted = details.opted {
          prize.basis = .track(try backend.teams.track(optedFor: opted, of: event, in: unit))
        }
        return try backend.prizes.set(prize, of: event, in: unit)
      }
      global.tell(outcome, "prize", key.text, next: "prize list")
    }

    private struct PrizeThere: ExplainedError {
      let key: Slug
      var explanation: Explanation {
        Explanation(
          .refused, code: "prize-there", "There is a prize \(quoted(key.text)) already.",
          hint: "Change it: \(run: "prize set \(key)")")
      }
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change a prize.",
      more: "Options that you leave out change nothing.",
      examples: "datajam prize set first-money --amount 6000 --currency CAD")

    @Argument(help: "The prize's key.", completion: .keys(.prize)) var key: TypedKey
    @Option(help: "The kind: money, seat, invitation, promotion or goods.") var kind: Prize.Kind?
    @OptionGroup var details: PrizeFields
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (key, backend) = (try key.slug(), try await global.open())
      let outcome = try await backend.change { event, unit in
        let opted = try details.opted.map { try backend.teams.track(optedFor: $0, of: event, in: unit) }
        return try backend.prizes.edit(prize: key, of: event, in: unit) { prize in
          prize.kind = kind ?? prize.kind
          try details.apply(to: &prize)
          if let opted { prize.basis = .track(opted) }
        }
      }
      global.tell(outcome, "prize", key.text, next: "announcement check")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a prize that was never awarded.",
      examples: "datajam prize remove best-design")

    @Argument(help: "The prize's key.", completion: .keys(.prize)) var key: TypedKey
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (key, backend) = (try key.slug(), try await global.open())
      try await backend.change { try backend.prizes.remove(prize: key, of: $0, in: $1) }
      global.tell(removed: true, "prize", key.text, "prize \(quoted(key.text)): removed")
    }
  }

  struct Rules: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "rules", "Show or set the rules for ties and the largest number of prizes per team.",
      more: """
        Set the rules before the first score is saved. pool: tied teams share the money of their ranks in \
        equal parts, and you decide about prizes that cannot be divided. full: each tied team gets the prizes \
        of the best rank. All prizes of one rank count as one.
        """,
      examples: "datajam prize rules --ties pool --most-per-team 2")

    @Option(help: "The rule for ties: pool or full.") var ties: PrizeRules.Ties?
    @Option(help: ArgumentHelp("The largest number of prizes of a team; none means no limit.", valueName: "n"))
    var mostPerTeam: ClearableCount?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard mostPerTeam?.count.map({ (1...1000).contains($0) }) ?? true else {
        throw ValidationError("--most-per-team has to be a whole number from 1 to 1000, or none.")
      }
    }

    func run() async throws {
      let backend = try await global.open()
      if ties == nil, mostPerTeam == nil {
        return show(try await backend.read { try backend.awards.rules(of: $0.id, in: $1) })
      }
      let outcome = try await backend.change { event, unit in
        var rules = try backend.awards.rules(of: event, in: unit)
        rules.ties = ties ?? rules.ties
        if let mostPerTeam { rules.mostPerTeam = mostPerTeam.count }
        return try backend.awards.declare(rules, of: event, in: unit)
      }
      global.tell(outcome, "prize rules", "ties")
    }

    private func show(_ rules: PrizeRules) {
      let ties =
        switch rules.ties {
        case .pool: "pool: teams that share ranks share their prizes"
        case .full: "full: each team receives what the best of the shared ranks earns"
        }
      global.show(
        TextTable(
          header: ["rule", "what holds"],
          rows: [["ties", ties], ["most per team", rules.mostPerTeam.map(String.init) ?? "any number"]]),
        as: ["ties": .string(rules.ties.rawValue), "most_per_team": rules.mostPerTeam.map { .integer($0) } ?? .null])
    }
  }
}

extension Prize.Kind: ExpressibleByArgument {}
extension PrizeRules.Ties: ExpressibleByArgument {}
