import ArgumentParser
import Lookup
import Prizes
import Results
import Vocabulary

/// What can be said of a prize; what is not given stays as it is.
struct PrizeFields: ParsableArguments {
  @Option(help: ArgumentHelp("A prize for this rank.", valueName: "n")) var rank: Int?
  @Option(help: ArgumentHelp("A prize for the best team of this track.", valueName: "key"), completion: .keys(.track))
  var track: String?
  @Option(
    help: ArgumentHelp("A prize for the best team that opted for this prize or track, by name.", valueName: "name"))
  var opted: String?
  @Flag(help: "A special award: a person chooses the team, whatever its rank.") var special = false
  @Flag(help: "The prize of the public, decided by votes.") var choice = false
  @OptionGroup var label: LocalisedOptions<LabelField>
  @Option(parsing: .unconditional, help: "The amount of money, such as 5000 or 5000.50.") var amount: String?
  @Option(help: ArgumentHelp("The currency of the amount, such as CAD.", valueName: "code")) var currency: String?
  @Flag(help: "Keep the amount secret.") var undisclosed = false
  @Option(
    help: ArgumentHelp(
      "The number of items. The team of a rank gets all; otherwise each team gets one.", valueName: "n"))
  var quantity: Int?
  @Option(
    help: ArgumentHelp("The sponsor of the prize: an organisation's key or a name; \"\" removes it.", valueName: "name")
  )
  var giver: String?
  @Option(help: ArgumentHelp("The position among the prizes of the same rank.", valueName: "n")) var order: Int?
  @Option(help: ArgumentHelp("The event that an invitation is for; \"\" removes it.", valueName: "name"))
  var target: String?
  @Option(help: ArgumentHelp("The date of that event, such as 2021-10 or \"fall 2021\".", valueName: "date"))
  var when: TypedFuzzyDate?

  /// What the prize is for, where that was said.
  var basis: Prize.Basis? {
    rank.map { .rank($0) } ?? track.map { .track($0) } ?? (special ? .specialAward : choice ? .choice : nil)
  }

  func validate() throws {
    guard [rank != nil, track != nil, opted != nil, special, choice].filter(\.self).count < 2 else {
      throw ValidationError("A prize is for one thing: --rank, --track, --opted, --special or --choice.")
    }
    for (name, number) in [("rank", rank), ("order", order)] {
      guard number.map({ (1...1_000_000).contains($0) }) ?? true else {
        throw ValidationError("--\(name) has to be a whole number from 1 to 1000000.")
      }
    }
    guard (amount == nil) == (currency == nil) else {
      throw ValidationError("An amount needs its currency: write --amount 5000 --currency CAD.")
    }
    guard amount == nil || !undisclosed else {
      throw ValidationError("A prize has an amount or is --undisclosed, not both.")
    }
  }

  func apply(to prize: inout Prize) throws {
    prize.basis = basis ?? prize.basis
    prize.label = label.replacing(in: prize.label)
    if undisclosed { prize.amount = .undisclosed }
    if let amount, let currency { prize.amount = .known(try Money(amount: amount, currency: currency)) }
    prize.quantity = quantity ?? prize.quantity
    prize.position = order ?? prize.position
    if let giver { prize.giver = giver.isBlank ? nil : giver }
    if let target { prize.target = target.isBlank ? nil : target }
    if let when { prize.targetWhen = try when.date() }
  }
}
