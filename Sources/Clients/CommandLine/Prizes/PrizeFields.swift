import ArgumentParser
import Prizes
import Results
import Vocabulary

/// What can be said of a prize; what is not given stays as it is.
struct PrizeFields: ParsableArguments {
  @Option(help: ArgumentHelp("For this place.", valueName: "n")) var place: Int?
  @Option(help: ArgumentHelp("For the best of this track.", valueName: "key")) var track: String?
  @Flag(help: "An honour beside any rank, which somebody decides.") var honour = false
  @Flag(help: "The public's choice, by votes.") var choice = false
  @OptionGroup var label: LocalisedOptions<LabelField>
  @Option(parsing: .unconditional, help: "The amount of money, such as 5000 or 5000.50.") var amount: String?
  @Option(help: ArgumentHelp("The amount's currency, such as CAD.", valueName: "code")) var currency: String?
  @Flag(help: "The amount is not made public.") var undisclosed = false
  @Option(
    help: ArgumentHelp(
      "How many there are: a place's team receives all of them, otherwise each team one.", valueName: "n"))
  var quantity: Int?
  @Option(help: ArgumentHelp("Who gives it: an organisation's key or a name; \"\" takes it away.", valueName: "name"))
  var giver: String?
  @Option(help: ArgumentHelp("Where it stands among the prizes of its place.", valueName: "n")) var order: Int?
  @Option(help: ArgumentHelp("The event that it is an invitation to; \"\" takes it away.", valueName: "name"))
  var target: String?
  @Option(help: ArgumentHelp("When that is, such as 2021-10 or \"fall 2021\".", valueName: "date"))
  var when: TypedFuzzyDate?

  /// What the prize is for, where that was said.
  var basis: Prize.Basis? {
    place.map { .place($0) } ?? track.map { .track($0) } ?? (honour ? .specialAward : choice ? .choice : nil)
  }

  func validate() throws {
    guard [place != nil, track != nil, honour, choice].filter(\.self).count < 2 else {
      throw ValidationError("A prize is for one thing: --place, --track, --honour or --choice.")
    }
    for (name, number) in [("place", place), ("order", order)] {
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
