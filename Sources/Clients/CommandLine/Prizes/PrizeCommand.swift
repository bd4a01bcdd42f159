import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Prizes
import Results
import UseCases
import Vocabulary

/// `datajam prize …`
struct PrizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "prize", "Prizes, their winners and their delivery.",
    more: """
      Before judging: add or import the prizes and declare the rules for ties. With the result: award, \
      check, and record the winners' answers. Afterwards: fulfil.
      """,
    subcommands: [
      Add.self, Import.self, Set.self, Remove.self, List.self, Rules.self, Award.self, Unaward.self, Awards.self,
      Check.self, Confirm.self, Accept.self, Decline.self, Fulfil.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import prizes from a CSV file.",
      more: """
        Columns: key, kind, then one of rank (the rank), track, or basis (otherAward for a special award, or \
        choice), order, amount, currency, quantity, giver, target_event, target_when, label_en, label_fr, \
        label_es. Kinds: \(Prize.Kind.allCases.map(\.rawValue).joined(separator: ", ")). The amount is a \
        number with its currency, "undisclosed", or empty if it is not known yet.
        """,
      examples: "datajam prize import prizes.csv")

    @OptionGroup var options: ImportOptions
    @OptionGroup var rows: RowOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      try await options.run(global, rows.reading, next: "announcement check") { table, backend, event, unit in
        try backend.imports.prizes(table, of: event, by: backend.prizes, in: unit)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the prizes by rank, track and kind.",
      examples: "datajam prize list")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (languages, prizes) = try await backend.read {
        ($0.event.languages, try backend.prizes.prizes(of: $0.id, in: $1))
      }
      let table = TextTable(
        header: ["for", "key", "kind", "amount", "of it", "what"],
        rows: prizes.map { prize in
          [
            prize.basis.description, prize.key.text, prize.kind.rawValue,
            prize.kind == .money ? prize.amount.description : "", String(prize.quantity),
            prize.label.text(preferring: languages),
          ]
        }, numeric: [4], expendable: ["kind"])
      try global.show(
        table, as: prizes.map(json), in: list, whenEmpty: "There is no prize yet. Add some: \(run: "prize import FILE")"
      )
    }

    private func json(_ prize: Prize) -> JSON {
      [
        "key": .string(prize.key.text), "basis": .string(prize.basis.name),
        "rank": prize.rank.map { .integer($0) } ?? .null, "track": prize.track.json,
        "order": .integer(prize.position), "kind": .string(prize.kind.rawValue),
        "amount": prize.kind == .money ? .string(prize.amount.description) : .null,
        "quantity": .integer(prize.quantity), "label": prize.label.json, "giver": prize.giver.json,
        "target": prize.target.json, "target_when": prize.targetWhen?.json ?? .null,
      ]
    }
  }
}
