import Vocabulary

/// What the name of a column says that it holds, in English, French or Spanish.
enum ColumnRole: Equatable {
  case judge
  case team
  case criterion
  case score
  /// A sum, an average or a rank of other columns.
  case total
  /// One of several judges, such as "Judge 2".
  case numberedJudge
  /// Something about the row that is no score, such as "Table" or "Timestamp".
  case other
  case unknown

  init(of name: String) {
    let words = Self.words(of: name)
    let meaning = words.filter { !Self.fillers.contains($0) }
    if words.contains(where: Self.totals.contains),
      meaning.allSatisfy({ Self.totals.contains($0) || Self.scores.contains($0) || Self.isNumber($0) })
    {
      self = .total
    } else if meaning.isEmpty {
      self = words.isEmpty ? .unknown : .other
    } else if Self.isNumbered(words) {
      self = .numberedJudge
    } else if meaning.allSatisfy(Self.judges.contains) {
      self = .judge
    } else if meaning.allSatisfy(Self.teams.contains) {
      self = .team
    } else if meaning.allSatisfy(Self.criteria.contains) {
      self = .criterion
    } else if meaning.allSatisfy(Self.scores.contains) {
      self = .score
    } else if meaning.allSatisfy({ Self.others.contains($0) || Self.teams.contains($0) || Self.judges.contains($0) }) {
      self = .other
    } else {
      self = .unknown
    }
  }

  /// How plainly a name says its role: "team" before "project title" before "submission id".
  static func plainness(of name: String) -> Int {
    let words = words(of: name)
    let rank = preferred.firstIndex { words.contains($0) } ?? preferred.count
    let isNumber = words.contains { identifiers.contains($0) }
    return rank * 4 + (isNumber ? 2 : 0) + (words.count > 1 ? 1 : 0)
  }

  /// Whether a name says that it holds a number or an address by which something is known, such as "Team ID".
  static func isIdentifier(_ name: String) -> Bool { words(of: name).contains { identifiers.contains($0) } }

  /// The words of a name, those in brackets left out; "JudgeName" is two words.
  private static func words(of name: String) -> [String] {
    var spaced = ""
    var depth = 0
    var previous: Character = " "
    for character in name {
      if "([{".contains(character) { depth += 1 }
      if depth == 0 {
        if character.isUppercase, previous.isLowercase { spaced.append(" ") }
        spaced.append(character)
      }
      if ")]}".contains(character) { depth = max(0, depth - 1) }
      previous = character
    }
    return FoldedName(spaced).text.split(separator: " ").map(String.init)
  }

  /// "judge 1", "juez 2", "reviewer b", "j1".
  private static func isNumbered(_ words: [String]) -> Bool {
    if words.count == 1, let word = words.first, word.count > 1, "jr".contains(word.prefix(1)) {
      return word.dropFirst().allSatisfy(\.isNumber)
    }
    guard words.count >= 2, words.dropLast().allSatisfy({ judges.contains($0) || fillers.contains($0) }),
      words.dropLast().contains(where: judges.contains), let last = words.last
    else { return false }
    return isNumber(last) || last.count == 1
  }

  private static func isNumber(_ word: String) -> Bool { word.allSatisfy(\.isNumber) }

  private static let judges: Set = [
    "judge", "judges", "evaluator", "reviewer", "rater", "assessor", "juror", "jury", "marker", "examiner", "panelist",
    "scorer", "grader", "juge", "juges", "evaluateur", "evaluatrice", "examinateur", "correcteur", "juez", "jueza",
    "jurado", "jurada", "evaluador", "evaluadora", "revisor", "revisora",
  ]
  private static let teams: Set = [
    "team", "teams", "group", "project", "projects", "poster", "posters", "submission", "entry", "entrant",
    "title", "equipe", "equipes", "groupe", "projet", "projets", "affiche", "soumission", "titre",
    "equipo", "equipos", "grupo", "proyecto", "proyectos", "cartel", "envio", "titulo",
  ]
  private static let criteria: Set = [
    "criterion", "criteria", "category", "question", "aspect", "critere", "criteres", "categorie", "criterio",
    "criterios", "categoria", "pregunta",
  ]
  private static let scores: Set = [
    "score", "scores", "points", "point", "rating", "mark", "marks", "grade", "stars", "note", "pointage", "puntos",
    "puntuacion", "nota", "calificacion", "puntaje",
  ]
  private static let totals: Set = [
    "total", "totals", "sum", "subtotal", "average", "avg", "mean", "median", "rank", "ranking", "place", "position",
    "percentage", "percent", "overall", "final", "weighted", "normalized", "normalised", "somme", "moyenne", "mediane",
    "rang", "classement", "pondere", "ponderee", "suma", "promedio", "media", "mediana", "puesto", "posicion",
    "clasificacion", "ponderado", "ponderada", "totale", "totaux",
  ]
  private static let others: Set = [
    "form", "timestamp", "date", "time", "created", "updated", "submitted", "start", "end", "started", "completed",
    "day",
    "round", "room", "table", "seat", "booth", "phone", "url", "link", "year", "row", "index", "weight", "ip", "track",
    "response", "horodateur", "heure", "salle", "tour", "ligne", "jour", "fecha", "hora", "sala", "mesa", "ronda",
    "fila", "dia", "marca", "temporal", "status", "statut", "estado", "language", "langue", "idioma", "version", "uuid",
  ]
  private static let identifiers: Set = [
    "id", "key", "code", "number", "no", "num", "email", "mail", "cle", "numero", "clave", "codigo",
  ]
  private static let fillers: Set = identifiers.union([
    "name", "names", "full", "first", "last", "of", "the", "from", "by", "for", "e", "address", "username", "user",
    "your", "nom", "prenom", "du", "de", "des", "la", "le", "les", "l", "d", "courriel", "nombre", "apellido", "del",
    "el", "los", "correo", "por", "para", "pour",
  ])
  private static let preferred = [
    "judge", "juge", "juez", "team", "equipe", "equipo", "project", "projet", "proyecto", "poster",
  ]
}
