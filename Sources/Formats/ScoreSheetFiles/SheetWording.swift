import Vocabulary

/// What a sheet says to the judge around the criteria, in one language.
struct SheetWording {
  let instruction: String
  let statuses: String
  let comment: String
  let feedback: String
  let steps: String
  let place: String

  init(_ language: Language) {
    switch language {
    case .english:
      instruction =
        "Write below the lines that begin with @, or behind \(SheetMark.points) Nothing or - is no score."
        + " Leave the lines as they are."
      statuses = "(draft, ready, recused or absent)"
      (comment, feedback) = ("(for the organisers only)", "(for the team, after the announcement)")
      (steps, place) = ("in steps of", "At")
    case .french:
      instruction =
        "Écrivez sous les lignes qui commencent par @, ou derrière \(SheetMark.points) Rien ou - : aucune note."
        + " Laissez ces lignes telles quelles."
      statuses = "(brouillon, prête, récusée ou absent)"
      (comment, feedback) = ("(pour l’organisation seulement)", "(pour l’équipe, après l’annonce)")
      (steps, place) = ("par pas de", "Où :")
    case .spanish:
      instruction =
        "Escriba debajo de las líneas que empiezan por @, o detrás de \(SheetMark.points) Nada o - es ninguna nota."
        + " Deje esas líneas como están."
      statuses = "(borrador, lista, recusada o ausente)"
      (comment, feedback) = ("(solo para la organización)", "(para el equipo, después del anuncio)")
      (steps, place) = ("de", "Dónde:")
    }
  }
}

extension TeamSheet.Status {
  /// The status that a judge wrote, in any of our languages.
  init?(word: String) {
    let folded = FoldedName(word).text
    guard let status = Self.allCases.first(where: { $0.words.contains { FoldedName($0).text == folded } }) else {
      return nil
    }
    self = status
  }

  /// The word in a language.
  func word(in language: Language) -> String {
    switch language {
    case .english: rawValue
    case .french: words[1]
    case .spanish: words[2]
    }
  }

  /// English, French, Spanish, then other forms of these.
  private var words: [String] {
    switch self {
    case .draft: ["draft", "brouillon", "borrador"]
    case .ready: ["ready", "prête", "lista", "prêt", "listo"]
    case .recused: ["recused", "récusée", "recusada", "récusé", "recusado"]
    case .absent: ["absent", "absent", "ausente", "absente"]
    }
  }
}
