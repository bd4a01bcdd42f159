import RankingReports

/// The words of an explanation in French as it is written in Canada.
struct FrenchExplanation: ExplanationWording {
  private let space = "\u{A0}"

  func title(_ team: String, rank: Int) -> String { "Pourquoi l’équipe «\(space)\(team)\(space)» est au rang \(rank)" }
  func place(_ rank: Int, of count: Int) -> String { "Rang \(rank) sur \(count)" }
  func method(_ name: String) -> String { "méthode \(name)" }
  func computed(_ time: String, result: Int) -> String { "calculé le \(time), résultat \(result)" }
  func chances(first: String, ranks: ClosedRange<Int>) -> String {
    let range = ranks.count == 1 ? "le \(ranks.lowerBound)" : "entre \(ranks.lowerBound) et \(ranks.upperBound)"
    return "Probabilité d’être première\(space): \(first). Neuf fois sur dix, son rang est \(range)."
  }
  func tie(_ rung: String) -> String { "Son score est égal à celui d’une autre équipe. Départage\(space): \(rung)." }
  let provisional = "Provisoire\u{A0}: trop peu de juges l’ont notée pour qu’elle reçoive un prix."
  func decision(_ words: String) -> String { "Décision de l’organisation\(space): \(words)" }
  let embargo = """
    SOUS EMBARGO · EMBARGOED\u{A0}: réservé à l’organisation et à cette équipe jusqu’à l’annonce du résultat.
    """

  func column(_ column: ExplanationColumn) -> String {
    switch column {
    case .judge: "juge"
    case .sheet: "feuille"
    case .total: "total pondéré"
    case .severityInPoints, .severity: "sévérité"
    case .note: "remarque"
    case .says: "indique"
    case .weight: "poids"
    case .adds: "ajoute"
    }
  }

  let flagged = "signalée"

  func totals(countShares: Bool) -> String {
    countShares
      ? "Un total pondéré est la somme des parts multipliées par les poids. Une part va de 0 à 100\(space): c’est 100 fois "
        + "les points au-dessus du minimum, divisés par l’étendue."
      : "Un total pondéré est la somme des points multipliés par les poids."
  }

  func mean(_ sum: String, _ count: Int, _ score: String) -> String {
    "Le score est la moyenne des totaux pondérés\(space): (\(sum)) / \(count) = \(score)."
  }

  var introduction: String {
    """
    Comment le score est obtenu. Chaque feuille indique la qualité de l’équipe sur une échelle où 0 est une équipe moyenne. \
    Ce que le juge ajoute à toutes les équipes (sévérité) est retranché. Le reste compte selon le poids de la \
    feuille\(space): ajoute = poids × (indique − sévérité). Une feuille pèse moins si elle, ou son juge, s’accorde peu avec \
    les autres.
    """
  }

  func sum(_ adds: String) -> String { "Somme de ce que les feuilles ajoutent\(space): \(adds)." }
  func room(_ adds: String, _ quality: String) -> String { "La salle ajoute \(adds)\(space): \(quality)." }
  func weights(_ sum: String, rest: String, sheets: Int) -> String {
    let proof = sheets < 2 ? "\(sheets) feuille ne suffit" : "\(sheets) feuilles ne suffisent"
    return
      "La somme des poids est \(sum). Le reste, \(rest), compte comme une équipe moyenne, car \(proof) pas à tout prouver."
  }
  func conversion(_ points: [(quality: String, score: String)]) -> String {
    let words = points.map { "\($0.quality) vaut \($0.score)" }
    return "Sur l’échelle de la grille\(space): \(words.joined(separator: "\(space); "))."
  }

  func neighbour(_ side: NeighbourSide, rank: Int, name: String?, by distance: String?) -> String {
    let named = name.map { " («\(space)\($0)\(space)»)" } ?? ""
    let by = distance.map { ", écart de \($0)" } ?? ""
    switch side {
    case .ahead: return "Devant\(space): rang \(rank)\(named)\(by)."
    case .behind: return "Derrière\(space): rang \(rank)\(named)\(by)."
    case .shared: return "Au même rang\(space): \(name.map { "«\(space)\($0)\(space)»" } ?? "une autre équipe")."
    }
  }

  func isBetter(_ name: String?, _ chance: String, isTooClose: Bool) -> String {
    let who = name == nil ? "que cette équipe" : "qu’elle"
    return "Probabilité \(who) soit meilleure\(space): \(chance)"
      + (isTooClose ? "\(space); l’écart est trop faible pour trancher." : ".")
  }

  let noChange = "Sans l’un ou l’autre des juges, le rang resterait le même."

  func changes(_ changes: [(judge: String?, rank: Int)]) -> String {
    let words = changes.map { change in "sans \(change.judge ?? "l’un d’eux"), il serait \(change.rank)" }
    return "Le rang dépend de certains juges\(space): \(words.joined(separator: "\(space); "))."
  }

  func chartTitle(_ team: String) -> String { "Ce que chaque feuille indique sur l’équipe «\(space)\(team)\(space)»" }

  func chartLabel(_ label: ChartLabel) -> String {
    switch label {
    case .averageTeam: "équipe moyenne"
    case .team: "l’équipe"
    case .says: "ce que la feuille indique"
    case .counts: "ce qui compte, sans la sévérité du juge\u{A0}; un plus grand cercle pèse davantage"
    }
  }

  func proof(result: Int, sha256: String, by command: String) -> String {
    "Résultat \(result), SHA-256 \(sha256). Le fichier du résultat permet de tout recalculer\(space): \(command)."
  }

  func number(_ value: Double, _ digits: Int) -> String { fixed(value, digits).replacing(".", with: ",") }
  func percent(_ probability: Double) -> String {
    RankingReports.percent(probability).replacing(" ", with: space).replacing(".", with: ",")
  }
}
