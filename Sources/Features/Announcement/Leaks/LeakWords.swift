/// What tells of a place or of winning, in the languages of announcements, in lower case.
enum LeakWords {
  static let all: [[UInt8]] =
    [
      "1st", "2nd", "3rd", "first place", "second place", "third place", "place", "rank", "ranked", "ranking", "winner",
      "winners", "winning", "wins", "won", "runner-up", "prize", "prizes", "award", "awards", "score",
      "1re", "2e", "3e", "première place", "deuxième place", "troisième place", "rang", "classement", "lauréate",
      "lauréates", "lauréat", "lauréats", "gagnante", "gagnant", "gagnants", "remporte", "remporté", "prix",
      "1.er", "2.º", "3.er", "primer lugar", "segundo lugar", "tercer lugar", "lugar", "clasificación", "ganador",
      "ganadora", "ganadores", "gana", "premio", "premios", "puntuación",
    ].map { Array($0.utf8) }
}
