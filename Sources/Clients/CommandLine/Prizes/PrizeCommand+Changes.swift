public import ArgumentParser
import Backend
import CanonicalJSON
import Events
public import Prizes
import Results
import Vocabulary

extension PrizeCommand {
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a prize.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The prize's key.") var key: TypedKey
    @Option(help: "What it is: money, seat, invitation, promotion or goods.") var kind: Prize.Kind
    @OptionGroup var details: PrizeFields

    func validate() throws {
      guard details.basis != nil else {
        throw ValidationError("Say what the prize is for: --place N, --track KEY, --honour or --choice.")
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
        return try backend.prizes.set(added, of: event, in: unit)
      }
      global.tell(outcome, "prize", key.text, next: "datajam prize list")
    }

    private struct PrizeThere: ExplainedError {
      let key: Slug
      var explanation: Explanation {
        Explanation(
          .refused, code: "prize-there", "There is a prize \(quoted(key.text)) already.",
          hint: "Change it: datajam prize set \(key)")
      }
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Change a prize.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The prize's key.") var key: TypedKey
    @Option(help: "What it is: money, seat, invitation, promotion or goods.") var kind: Prize.Kind?
    @OptionGroup var details: PrizeFields

    func run() async throws {
      let (key, backend) = (try key.slug(), try await global.open())
      let outcome = try await backend.change { event, unit in
        try backend.prizes.edit(prize: key, of: event, in: unit) { prize in
          prize.kind = kind ?? prize.kind
          try details.apply(to: &prize)
        }
      }
      global.tell(outcome, "prize", key.text, next: "datajam announcement check")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take a prize away that was never awarded.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The prize's key.") var key: TypedKey

    func run() async throws {
      let (key, backend) = (try key.slug(), try await global.open())
      try await backend.change { try backend.prizes.remove(prize: key, of: $0, in: $1) }
      global.tell(removed: true, "prize", key.text, "prize \(quoted(key.text)): removed")
    }
  }

  struct Rules: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show or declare what a tie does to prizes, and how many a team may take.",
      discussion:
        "Declared before the first score is saved. pool: teams that share places share their money in equal parts, and a "
        + "person decides about what cannot be divided. full: each receives what the best of the places earns. Of the "
        + "most, all that a place receives counts as one.")

    @OptionGroup var global: GlobalOptions
    @Option(help: "What a tie does: pool or full.") var ties: PrizeRules.Ties?
    @Option(help: ArgumentHelp("How many prizes a team may take; none: any number.", valueName: "n"))
    var mostPerTeam: TypedOpenCount?

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
        case .pool: "pool: teams that share places share their prizes"
        case .full: "full: each team receives what the best of the shared places earns"
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
