/// A judge's sheets as they come back.
public struct ReturnedSheet: Equatable, Sendable {
  public let origin: SheetOrigin
  public let teams: [Team]

  public struct Team: Equatable, Sendable {
    public let sheet: TeamSheet
    /// Where it begins.
    public let line: Int
    /// Where each criterion's answer stands.
    public let lines: [String: Int]
  }

  /// Reads a file as it came: text, also when it was quoted in a mail, or CSV.
  ///
  /// - Throws: `SheetFaults` with every line that cannot be taken.
  public static func read(_ bytes: [UInt8]) throws(SheetFaults) -> [ReturnedSheet] {
    let beginning = String(decoding: bytes.prefix(65_536), as: UTF8.self)
    return beginning.contains("@datajam-sheet") ? try SheetTextReader.read(bytes) : try SheetTableReader.read(bytes)
  }
}
