import CSV
import Lookup
import Postgres
import Rubrics
import Vocabulary

/// Takes one rubric, a criterion a row.
struct RubricImporter: Importer {
  static let noun = "rubric"
  static let columns =
    [
      ImportColumn("key", ["clé", "clave"]),
      ImportColumn("weight", ["poids", "pondération", "coefficient", "peso", "ponderación", "weight %", "percent"]),
      ImportColumn("minimum", ["min", "min score", "minimum score", "minimum points", "note minimale", "mínimo"]),
      ImportColumn(
        "maximum",
        [
          "max", "max score", "maximum score", "max points", "maximum points", "points", "out of", "note maximale",
          "barème", "máximo", "puntuación máxima", "puntos",
        ]),
    ]
    + ImportColumn.localised(
      "name",
      [
        "criterion", "criterion name", "subcategory", "sub-criterion", "criteria", "title", "critère", "nom",
        "sous-critère", "criterio", "nombre", "subcriterio",
      ])
    + ImportColumn.localised("description", ["details", "question", "descripción", "détails"])
  static let needed = [["name_en", "name_fr", "name_es", "key"], ["weight"], ["maximum"]]

  let service: RubricsService
  let key: Slug
  /// That of a name that does not say its own.
  let language: Language
  private let keys = MadeKeys(.named, known: [])
  private let gathered = ImportRemarks()

  var madeKeys: [String] { keys.made }
  var remarks: [ImportRemark] { gathered.all }

  init(service: RubricsService, key: Slug, language: Language) {
    self.service = service
    self.key = key
    self.language = language
  }

  func items(from rows: [ImportRow]) -> (items: [(item: Rubric, row: ImportRow)], problems: [ImportProblem]) {
    var criteria: [Rubric.Criterion] = []
    var problems: [ImportProblem] = []
    rows.compactMap { $0.text("key") }.forEach(keys.note)
    for row in rows {
      do {
        criteria.append(try criterion(from: row))
      } catch {
        problems.append(row.problem(from: error))
      }
    }
    guard let first = rows.first, problems.isEmpty else { return ([], problems) }
    return ([(Rubric(key: key, criteria: criteria), first)], [])
  }

  func save(_ rubric: Rubric, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.set(rubric, of: event, in: unit)
  }

  private func criterion(from row: ImportRow) throws -> Rubric.Criterion {
    let (minimum, maximum) = (try minimum(of: row), try row.requiredPoints("maximum"))
    guard minimum < maximum else {
      throw row.problem(
        "maximum", row.text("maximum"), "The scale ends at \(maximum), which is not above its start, \(minimum).")
    }
    let name = row.localised("name")
    guard !name.isEmpty else { throw row.problem("name_en", nil, "The criterion has no name in any language.") }
    let key =
      row.text("key") == nil
      ? try Slug(row.madeKey(keys, ofName: name.text(preferring: [language]))) : try row.slug("key")
    var criterion = Rubric.Criterion(
      key: key, name: name, weight: try row.requiredPoints("weight"), scale: minimum...maximum)
    criterion.description = row.localised("description")
    return criterion
  }

  private func minimum(of row: ImportRow) throws -> Points {
    if let minimum = try row.points("minimum") { return minimum }
    gathered.add("the scale of this criterion begins at 0, because the file does not say where", row: row.record.row)
    return Points(thousandths: 0)
  }
}
