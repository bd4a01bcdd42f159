/// What tells of a place or of winning, in the languages of announcements.
enum LeakWords {
  /// As words of a line.
  static let all: [[UInt8]] =
    [
      "1st", "2nd", "3rd", "first place", "second place", "third place", "place", "rank", "ranked", "ranking", "winner",
      "winners", "winning", "wins", "won", "runner-up", "prize", "prizes", "award", "awards", "score", "champion",
      "champions", "podium",
      "1re", "1er", "1ère", "2e", "3e", "première place", "deuxième place", "troisième place", "rang", "classement",
      "lauréate", "lauréates", "lauréat", "lauréats", "gagnante", "gagnant", "gagnants", "remporte", "remporté", "prix",
      "vainqueur", "vainqueurs",
      "1.er", "2.º", "3.er", "primer lugar", "segundo lugar", "tercer lugar", "lugar", "clasificación", "ganador",
      "ganadora", "ganadores", "gana", "premio", "premios", "puntuación", "campeón", "campeones", "podio",
      "🥇", "🥈", "🥉", "🏆",
    ].map { LeakLine($0).words }

  /// Signs that stand for a place; they count as letters.
  static let medals: Set<Unicode.Scalar> = ["🥇", "🥈", "🥉", "🏆"]
}
