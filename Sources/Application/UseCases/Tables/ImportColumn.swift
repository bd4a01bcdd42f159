import ImportFormats
import Vocabulary

/// A column that an import reads, and the names under which it stands in files.
struct ImportColumn {
  /// Our own name; `--map` takes it.
  let name: String
  /// What people call it, in English, French and Spanish.
  let others: [String]
  /// The language of a text for which the file may have several columns.
  let language: Language?
  /// Its name without the language.
  let stem: String

  init(_ name: String, _ others: [String] = []) {
    self.name = name
    self.others = others
    language = nil
    stem = name
  }

  private init(_ stem: String, _ others: [String], _ language: Language) {
    name = "\(stem)_\(language.code)"
    self.others = others
    self.language = language
    self.stem = stem
  }

  /// NAME_en, NAME_fr and NAME_es; what people call it means the text in the event's first language.
  static func localised(_ name: String, _ others: [String] = []) -> [ImportColumn] {
    Language.allCases.map { ImportColumn(name, others, $0) }
  }

  /// Every name of the column, our own first.
  func names(in eventLanguage: Language) -> [String] {
    guard let language else { return [name] + others }
    return language == eventLanguage ? [name, stem] + others : [name]
  }
}

/// The columns of a person, of which each import of people reads some.
extension ImportColumn {
  static func fullName(_ others: String...) -> ImportColumn {
    ImportColumn("name", PersonColumnNames.fullName + ["display_name"] + others)
  }
  static let givenName = ImportColumn("given_name", PersonColumnNames.givenName)
  static let familyName = ImportColumn("family_name", PersonColumnNames.familyName)
  static let email = ImportColumn("email", PersonColumnNames.email)
  static let affiliation = ImportColumn("affiliation", PersonColumnNames.affiliation)
  static let languages = ImportColumn("languages", PersonColumnNames.languages + ["language"])
  static let expertise = ImportColumn(
    "expertise",
    [
      "skills", "topics", "tracks", "field of expertise", "areas of expertise", "domaines", "domaines d'expertise",
      "compétences", "spécialités", "especialidades", "áreas de especialidad", "temas", "competencias",
    ])
  static let timeZone = ImportColumn("tz", ["time zone", "timezone", "fuseau horaire", "zona horaria", "huso horario"])
  /// When somebody answered the form that the file comes from.
  static let answeredAt = ImportColumn("answered_at", PersonColumnNames.answerTime + ["submitted at"])
}

/// The columns that name other records.
extension ImportColumn {
  static let judge = ImportColumn(
    "judge", ["judge code", "judge name", "juge", "juré", "jurée", "juez", "jueza", "jurado"])
  static let team = ImportColumn("team", ["team name", "project", "équipe", "projet", "equipo", "proyecto"])
  static let mentor = ImportColumn("mentor", ["mentor name", "mentore", "mentora", "mentor email", "consultant"])
  static let room = ImportColumn("room", ["location", "place", "salle", "lieu", "sala", "lugar"])
  static let key = ImportColumn("key", ["clé", "clave"])
  static let reason = ImportColumn("reason", ["why", "raison", "motif", "razón", "motivo"])
}
