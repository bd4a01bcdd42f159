import Tabular

extension ScoreRows {
  /// Below this size one processor reads the file as fast as two.
  private static let smallestHalved = 1 << 20

  /// Reads a file, a large one by two processors.
  /// - Throws: `ScoreFileError` with every row that cannot be taken.
  static func read(_ file: RankingFiles.File, roster: Roster?) async throws -> ScoreRows {
    if let halves = halves(of: file), let dialect = dialect(of: file) {
      async let rest = ScoreRows(halves.second, roster: roster, dialect: dialect)
      // A half with anything wrong in it is no loss: all is read again, in turn, with the right lines in the complaints.
      if var rows = try? ScoreRows(halves.first, roster: roster, dialect: dialect), let rest = try? await rest {
        rows.append(rest, linesBefore: halves.lines)
        return rows
      }
    }
    return try ScoreRows(file, roster: roster)
  }

  /// How the whole file is read, so that both halves are read alike.
  private static func dialect(of file: RankingFiles.File) -> Dialect? {
    var rest = file.bytes
    let reader = try? CSVReader {
      defer { rest = [] }
      return rest
    }
    return reader.map { Dialect(delimiter: $0.delimiter, encoding: $0.encoding, restoresFormulas: true) }
  }

  /// The file cut between two lines, with the header above both halves, and how many lines the second half is short of;
  /// nil for a small file and for one in which a line need not be a row.
  private static func halves(
    of file: RankingFiles.File
  ) -> (first: RankingFiles.File, second: RankingFiles.File, lines: Int32)? {
    let bytes = file.bytes
    // Excel's "sep=;" stands above the header.
    guard bytes.count >= smallestHalved, !bytes.starts(with: "sep=".utf8),
      let header = bytes.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    var (cut, lines): (Int?, Int32) = (nil, 0)
    for (index, byte) in bytes.enumerated() {
      // Quoted cells may hold line breaks, zero bytes mean another encoding, a lone return is a line break too.
      if byte == UInt8(ascii: "\"") || byte == 0 { return nil }
      if byte == UInt8(ascii: "\r"), index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") { return nil }
      if byte == UInt8(ascii: "\n"), cut == nil {
        lines += 1
        if index > bytes.count / 2 { cut = index + 1 }
      }
    }
    guard let cut, cut < bytes.count else { return nil }
    return (
      RankingFiles.File(name: file.name, bytes: Array(bytes[..<cut])),
      RankingFiles.File(name: file.name, bytes: Array(bytes[...header] + bytes[cut...])), lines - 1
    )
  }
}
