import CanonicalJSON
import Prizes
import Results
import Vocabulary

/// Who receives what, in words.
struct AwardText {
  let plan: AwardPlan
  let prizes: [Prize]

  func show(_ global: GlobalOptions, isRehearsal: Bool) {
    if global.json { return Console.print(json.pretty) }
    Console.say("By result \(plan.result)\(plan.isPublic ? "" : ", under embargo until it is announced"):")
    Page(table).print()
    for line in remarks { Console.say(line) }
    if isRehearsal { return Console.say("Nothing was written, because of --dry-run.") }
    let (added, withdrawn) = (plan.added.count, plan.withdrawn.count)
    Console.say(
      "\(added) awarded, \(withdrawn) withdrawn, \(plan.allocation.grants.count - added) unchanged. Next: "
        + ("prize check" as NextStep).command)
  }

  private var table: TextTable {
    TextTable(
      header: ["prize", "for", "team", "amount", "shared by"],
      rows: plan.allocation.grants.map { grant in
        [
          grant.prize.text, prize(grant.prize)?.basis.description ?? "", name(grant.team),
          Self.amount(money(grant)), grant.shares == 1 ? "" : String(grant.shares),
        ]
      }, numeric: [3, 4], expendable: ["shared by"])
  }

  private var remarks: [String] {
    plan.allocation.notes
      + plan.withdrawn.map { "Taken back: \(quoted($0.prize.text)) from \(quoted(name($0.team)))." }
      + plan.allocation.odd.map { odd in
        "\(Self.amount(odd.money)) is left when \(odd.teams.count) teams share (\(names(odd.teams))): decide who adds or keeps it."
      }
      + plan.allocation.undecided.map { undecided in
        let among = undecided.teams.isEmpty ? "" : " among \(names(undecided.teams))"
        return "\(quoted(undecided.prize.text)): \(undecided.count) to be decided\(among), by a person: "
          + "\(run: "prize award \(undecided.prize) TEAM --reason TEXT")"
      }
  }

  private var json: JSON {
    [
      "result": .integer(plan.result),
      "items": .array(
        plan.allocation.grants.map { grant in
          [
            "prize": .string(grant.prize.text), "team": .string(grant.team),
            "amount": money(grant).map { .string(Self.amount($0)) } ?? .null, "shares": .integer(grant.shares),
            "chosen": .bool(grant.isChosen),
          ]
        }),
      "count": .integer(plan.allocation.grants.count), "notes": .array(remarks.map { .string($0) }),
      "added": .integer(plan.added.count), "withdrawn": .integer(plan.withdrawn.count),
    ]
  }

  /// "2500.00 CAD", or nothing.
  static func amount(_ money: Money?) -> String { money.map { Prize.Amount.known($0).description } ?? "" }

  private func money(_ grant: PrizeAllocation.Grant) -> Money? {
    guard let amount = grant.amount, case .known(let whole)? = prize(grant.prize)?.amount else { return nil }
    return try? Money(minorUnits: amount, currency: whole.currency)
  }

  private func prize(_ key: Slug) -> Prize? { prizes.first { $0.key == key } }

  private func name(_ team: String) -> String { plan.names[team] ?? team }

  private func names(_ teams: [String]) -> String { teams.map { quoted(name($0)) }.joined(separator: ", ") }
}
