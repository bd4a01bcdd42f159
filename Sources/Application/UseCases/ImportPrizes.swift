import Lookup
public import Postgres
public import Prizes
public import Vocabulary

extension RowImport {
  /// Imports what there is to be won.
  public func prizes(
    _ table: ImportTable, of event: EventID, by service: PrizesService, in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(PrizeImporter(service: service), table, of: event, in: unit)
  }
}

struct PrizeImporter: RowImporter {
  static let noun = "prize"
  static let columns =
    [
      ImportColumn.key, ImportColumn("kind", ["type", "genre", "tipo"]),
      ImportColumn("rank", ["place", "rang", "puesto"]), ImportColumn("track", ["volet", "reto"]),
      ImportColumn("basis"), ImportColumn("order", ["ordre", "orden"]),
      ImportColumn("amount", ["montant", "monto", "importe"]),
      ImportColumn("currency", ["devise", "monnaie", "moneda"]), ImportColumn("quantity", ["quantité", "cantidad"]),
      ImportColumn("giver", ["sponsor", "given by", "donateur", "donante", "patrocinador"]),
      ImportColumn("target_event"), ImportColumn("target_when"),
    ]
    + ImportColumn.localised("label", ["name", "title", "prize", "prix", "nom", "premio", "nombre"])
  static let needed = [["key"], ["kind"]]

  static let references: [String: KeyNoun] = ["track": .track]

  let service: PrizesService

  func item(from row: ImportRow) throws -> Prize {
    let kind: Prize.Kind = try row.word("kind")
    let amount = try amount(of: row)
    guard kind == .money || amount == .unknown else {
      throw row.problem("amount", row.text("amount"), "Only a prize of kind \"money\" has an amount.")
    }
    return Prize(
      key: try row.slug("key"), basis: try basis(of: row), position: try row.count("order") ?? 1, kind: kind,
      amount: amount, label: row.localised("label"), giver: row.text("giver"), quantity: try row.count("quantity") ?? 1,
      target: row.text("target_event"), targetWhen: try when(of: row))
  }

  /// A rank, a track, or one of two words: exactly one says what the prize is for.
  private func basis(of row: ImportRow) throws -> Prize.Basis {
    let (rank, track, word) = (try row.count("rank"), try row.reference("track"), row.text("basis"))
    switch (rank, track, word) {
    case (let rank?, nil, nil): return .rank(rank)
    case (nil, let track?, nil): return .track(track)
    case (nil, nil, "special-award"?), (nil, nil, "honour"?): return .specialAward
    case (nil, nil, "choice"?): return .choice
    case (nil, nil, let word?):
      throw row.problem("basis", word, "\(quoted(word)) is not known here: write special-award or choice.")
    case (nil, nil, nil):
      throw row.problem(
        "rank", nil, "Nothing says what the prize is for: give a rank, a track, or the basis special-award or choice."
      )
    default:
      throw row.problem(
        "rank", nil, "A prize is for one thing: a rank, a track, or the basis special-award or choice.")
    }
  }

  private func when(of row: ImportRow) throws -> FuzzyDate? {
    guard let text = row.text("target_when") else { return nil }
    guard let date = FuzzyDate(text) else {
      throw row.problem("target_when", text, "\(quoted(text)) is no day, month, season or year, such as \"fall 2021\".")
    }
    return date
  }

  func identity(of prize: Prize) -> String? { prize.key.text }

  func save(_ prize: Prize, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.set(prize, of: event, in: unit)
  }

  /// An amount with its currency, "undisclosed", or blank while nobody knows.
  private func amount(of row: ImportRow) throws -> Prize.Amount {
    guard let text = row.text("amount") else { return .unknown }
    if text.lowercased() == "undisclosed" { return .undisclosed }
    do {
      return .known(try Money(amount: text, currency: try row.required("currency")))
    } catch let error as MoneyError {
      throw row.problem("amount", text, Message(error.explanation.message))
    }
  }
}
