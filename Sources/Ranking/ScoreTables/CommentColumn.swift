import Vocabulary

/// A column with words of judges beside their scores, such as "Comments" or "Judge 1 comment".
public struct CommentColumn: Equatable, Sendable {
  public let column: Int
  /// The column of scores about which it speaks; nil where it speaks about the whole row.
  public let score: Int?
  /// Whether the words are for the team; others are for the organisers.
  public let isFeedback: Bool

  /// - Parameter scores: The columns of scores with their names.
  /// - Returns: Nil for a column of anything else.
  init?(_ name: String, at column: Int, beside scores: [(index: Int, name: String)]) {
    let words = Self.words(of: name)
    let kinds = words.filter { Self.comments.contains($0) || Self.feedback.contains($0) }
    guard let kind = kinds.first else { return nil }
    let rest = words.filter { !kinds.contains($0) }
    score = scores.first { Self.words(of: $0.name) == rest }?.index
    guard score != nil || rest.allSatisfy(Self.general.contains) else { return nil }
    self.column = column
    isFeedback = Self.feedback.contains(kind)
  }

  private static func words(of name: String) -> [String] {
    FoldedName(name).text.split(separator: " ").map(String.init).filter { !fillers.contains($0) }
  }

  private static let comments: Set = [
    "comment", "comments", "commentary", "notes", "remark", "remarks", "observation", "observations", "commentaire",
    "commentaires", "remarque", "remarques", "comentario", "comentarios", "observacion", "observaciones",
  ]
  private static let feedback: Set = ["feedback", "retroaction", "retour", "retours", "retroalimentacion"]
  private static let fillers: Set = [
    "for", "by", "of", "from", "to", "on", "about", "the", "de", "des", "du", "del", "la", "le", "les", "l", "d", "el",
    "los", "para", "pour", "sur", "sobre", "your", "any",
  ]
  /// Words that name no single judge, team or criterion.
  private static let general: Set = [
    "judge", "judges", "judging", "juge", "juges", "jury", "juez", "jurado", "team", "teams", "equipe", "equipo",
    "project",
    "projet", "proyecto", "organiser", "organisers", "organizer", "organizers", "additional", "other", "general",
    "overall", "optional", "written", "private", "public", "internal", "autres", "generaux", "otros", "generales",
  ]
}

extension ScoreTableShape {
  /// The columns with words about a sheet. A score in a row of its own has none: a sheet keeps one comment for all of them.
  public var comments: [CommentColumn] {
    guard !criterion.isInCell else { return [] }
    let isRow = judge.isInCell && team.isInCell
    return passedOver.compactMap { column in
      let found = CommentColumn(name(of: column), at: column, beside: scores.map { ($0, name(of: $0)) })
      return isRow || found?.score != nil ? found : nil
    }
  }
}
