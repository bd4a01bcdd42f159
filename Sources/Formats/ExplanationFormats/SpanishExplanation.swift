import RankingReports

/// The words of an explanation in Latin American Spanish.
struct SpanishExplanation: ExplanationWording {
  func title(_ team: String, rank: Int) -> String { "Por qué el equipo «\(team)» tiene el puesto \(rank)" }
  func place(_ rank: Int, of count: Int) -> String { "Puesto \(rank) de \(count)" }
  func method(_ name: String) -> String { "método \(name)" }
  func computed(_ time: String, result: Int) -> String { "calculado el \(time), resultado \(result)" }
  func chances(first: String, ranks: ClosedRange<Int>) -> String {
    let range = ranks.count == 1 ? "el \(ranks.lowerBound)" : "entre el \(ranks.lowerBound) y el \(ranks.upperBound)"
    return "Probabilidad de ser el primero: \(first). Nueve de cada diez veces su puesto es \(range)."
  }
  func tie(_ rung: String) -> String { "Su puntuación es igual a la de otro equipo. Desempate: \(rung)." }
  let provisional = "Provisional: muy pocos jueces lo evaluaron para que reciba un premio."
  func decision(_ words: String) -> String { "Decisión de la organización: \(words)" }
  let embargo = """
    BAJO EMBARGO · EMBARGOED: reservado a la organización y a este equipo hasta que se anuncie el resultado.
    """

  func column(_ column: ExplanationColumn) -> String {
    switch column {
    case .judge: "juez"
    case .sheet: "hoja"
    case .total: "total ponderado"
    case .severityInPoints, .severity: "severidad"
    case .note: "observación"
    case .says: "indica"
    case .weight: "peso"
    case .adds: "suma"
    }
  }

  let flagged = "señalada"

  func totals(countShares: Bool) -> String {
    countShares
      ? "Un total ponderado es la suma de las partes por los pesos. Una parte va de 0 a 100: es 100 veces los puntos por "
        + "encima del mínimo, divididos entre el rango."
      : "Un total ponderado es la suma de los puntos por los pesos."
  }

  func mean(_ sum: String, _ count: Int, _ score: String) -> String {
    "La puntuación es el promedio de los totales ponderados: (\(sum)) / \(count) = \(score)."
  }

  let introduction = """
    Cómo se obtiene la puntuación. Cada hoja indica qué tan bueno es el equipo, en una escala donde 0 es un equipo promedio. \
    Se resta lo que el juez suma a todos los equipos (severidad). El resto cuenta con el peso de la hoja: \
    suma = peso × (indica − severidad). Una hoja pesa menos si ella, o su juez, coincide poco con las demás.
    """

  func sum(_ adds: String) -> String { "Total de lo que suman las hojas: \(adds)." }
  func room(_ adds: String, _ quality: String) -> String { "La sala suma \(adds): \(quality)." }
  func weights(_ sum: String, rest: String, sheets: Int) -> String {
    let proof = sheets == 1 ? "1 hoja no basta" : "\(sheets) hojas no bastan"
    return
      "Los pesos suman \(sum). El resto, \(rest), cuenta como un equipo promedio, porque \(proof) para probarlo todo."
  }
  func conversion(_ points: [(quality: String, score: String)]) -> String {
    "En la escala de la rúbrica: \(points.map { "\($0.quality) equivale a \($0.score)" }.joined(separator: ", "))."
  }

  func neighbour(_ side: NeighbourSide, rank: Int, name: String?, by distance: String?) -> String {
    let named = name.map { " («\($0)»)" } ?? ""
    let by = distance.map { ", a \($0)" } ?? ""
    switch side {
    case .ahead: return "Por delante: puesto \(rank)\(named)\(by)."
    case .behind: return "Por detrás: puesto \(rank)\(named)\(by)."
    case .shared: return "En el mismo puesto: \(name.map { "«\($0)»" } ?? "otro equipo")."
    }
  }

  func isBetter(_ name: String?, _ chance: String, isTooClose: Bool) -> String {
    "Probabilidad de que \(name == nil ? "ese equipo " : "")sea mejor: \(chance)"
      + (isTooClose ? "; la diferencia es demasiado pequeña para decidir." : ".")
  }

  let noChange = "Sin cualquiera de los jueces, el puesto sería el mismo."

  func changes(_ changes: [(judge: String?, rank: Int)]) -> String {
    let words = changes.map { change in "sin \(change.judge ?? "uno de ellos") sería el \(change.rank)" }
    return "El puesto depende de algunos jueces: \(words.joined(separator: ", "))."
  }

  func chartTitle(_ team: String) -> String { "Lo que indica cada hoja sobre el equipo «\(team)»" }

  func chartLabel(_ label: ChartLabel) -> String {
    switch label {
    case .averageTeam: "equipo promedio"
    case .team: "el equipo"
    case .says: "lo que indica la hoja"
    case .counts: "lo que cuenta, sin la severidad del juez; un círculo mayor pesa más"
    }
  }

  func proof(result: Int, sha256: String, by command: String) -> String {
    "Resultado \(result), SHA-256 \(sha256). Con el archivo del resultado se puede calcular de nuevo: \(command)."
  }

  func number(_ value: Double, _ digits: Int) -> String { fixed(value, digits) }
  func percent(_ probability: Double) -> String { RankingReports.percent(probability).replacing(" ", with: "\u{A0}") }
}
