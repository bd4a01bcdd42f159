import ScoreTables

/// A large file without anything unusual in it is read where it lies, by two processors: a cell is compared with the bytes
/// that are expected there and becomes a text only the first time. Whatever is unusual, or wrong, makes the whole file be
/// read row by row instead, with every kind of cell and every complaint.
extension ScoreRows {
  /// Below this size nobody notices the difference.
  private static let smallest = 1 << 18

  /// Reads a file.
  /// - Throws: `ScoreFileError` with every row that cannot be taken.
  static func read(
    _ file: RankingFiles.File, roster: Roster?, _ settings: ScoreTableSettings
  ) async throws -> ScoreRows {
    if settings == ScoreTableSettings(), file.bytes.count >= smallest, let plain = PlainScoreFile(file) {
      async let rest = plain.rows(plain.middle..<file.bytes.count)
      if var rows = plain.rows(plain.start..<plain.middle), let rest = await rest {
        rows.append(rest)
        let strangers = roster.map { roster in rows.teams.names.contains { roster.index.known($0) == nil } } ?? false
        if !strangers { return rows }
      }
    }
    return try ScoreRows(file, roster: roster, settings)
  }
}
