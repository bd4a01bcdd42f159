import ArgumentParser
import Backend
import CanonicalJSON
import Competition
import Events
import Results
import Workflows

/// `datajam prize …`
struct PrizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prize", abstract: "What the places receive.", subcommands: [Import.self, Set.self, List.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import prizes.",
      discussion: "Columns: key, place, order, kind, amount, currency, giver, label_en, label_fr, label_es. "
        + "Kinds: \(Prize.Kind.allCases.map(\.rawValue).joined(separator: ", ")). "
        + "The amount of money is a number with its currency, \"undisclosed\", or empty while it is not known.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportOptions

    func run() async throws {
      let file = options.file
      try await options.run(global, next: "datajam announcement check") { bytes, backend, event, unit in
        try backend.imports.prizes(bytes, file: file, of: event, by: backend.results, in: unit)
      }
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Change a prize.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The prize's key.") var key: TypedKey
    @OptionGroup var label: LocalisedOptions<LabelField>
    @Option(parsing: .unconditional, help: "The amount of money, such as 5000 or 5000.50.") var amount: String?
    @Option(help: ArgumentHelp("The amount's currency, such as CAD.", valueName: "code")) var currency: String?
    @Flag(help: "The amount is not made public.") var undisclosed = false

    func validate() throws {
      guard (amount == nil) == (currency == nil) else {
        throw ValidationError("An amount needs its currency: write --amount 5000 --currency CAD.")
      }
      guard amount == nil || !undisclosed else {
        throw ValidationError("A prize has an amount or is --undisclosed, not both.")
      }
    }

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        guard var prize = try backend.results.prizes(of: event, in: unit).first(where: { $0.key == key }) else {
          throw UnknownPrize(key: key)
        }
        prize.label = label.replacing(in: prize.label)
        if undisclosed { prize.amount = .undisclosed }
        if let amount, let currency { prize.amount = .known(try Money(amount: amount, currency: currency)) }
        return try backend.results.set(prize, of: event, in: unit)
      }
      global.tell(outcome, "prize", key.text, next: "datajam announcement check")
    }

    private struct UnknownPrize: ExplainedError {
      let key: Slug
      var explanation: Explanation {
        Explanation(
          .notFound, code: "prize-not-found", "There is no prize \(quoted(key.text)).",
          hint: "List them: datajam prize list")
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the prizes by place.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let prizes = try await backend.read { try backend.results.prizes(of: $0.id, in: $1) }
      let table = TextTable(
        header: ["place", "key", "kind", "amount", "what"],
        rows: prizes.map { prize in
          [
            String(prize.place), prize.key.text, prize.kind.rawValue,
            prize.kind == .money ? prize.amount.description : "", prize.label.anyText,
          ]
        }, numeric: [0])
      let items = prizes.map { prize -> JSON in
        [
          "key": .string(prize.key.text), "place": .integer(prize.place), "order": .integer(prize.position),
          "kind": .string(prize.kind.rawValue),
          "amount": prize.kind == .money ? .string(prize.amount.description) : .null, "label": prize.label.json,
          "giver": prize.giver.json,
        ]
      }
      global.show(table, as: items, whenEmpty: "There is no prize yet. Add some: datajam prize import FILE")
    }
  }
}
