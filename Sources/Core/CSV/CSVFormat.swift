/// How CSV is to be written: what surrounds the cells, and what keeps them harmless.
public struct CSVFormat: Equatable, Sendable {
  /// What ends each record.
  public enum LineEnding: Equatable, Sendable {
    /// LF alone.
    case lineFeed
    /// CR LF, as RFC 4180 has it.
    case carriageReturnLineFeed
  }

  /// What a cell that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, tab or CR) becomes.
  public enum Formulas: Equatable, Sendable {
    /// The same text behind an apostrophe, which `Dialect.restoresFormulas` takes away again.
    case neutralised
    /// The same text.
    case raw
  }

  /// What separates the cells; the comma unless set.
  public var delimiter: Delimiter

  /// What ends each record; a line feed unless set.
  public var lineEnding: LineEnding

  /// What becomes of cells that look like formulas; neutralised unless set.
  public var formulas: Formulas

  /// Whether the file begins with the mark that tells Excel it is UTF-8.
  public var hasByteOrderMark: Bool

  /// A format for `CSVWriter`.
  public init(
    delimiter: Delimiter = .comma,
    lineEnding: LineEnding = .lineFeed,
    formulas: Formulas = .neutralised,
    hasByteOrderMark: Bool = false
  ) {
    self.delimiter = delimiter
    self.lineEnding = lineEnding
    self.formulas = formulas
    self.hasByteOrderMark = hasByteOrderMark
  }

  /// What opens well in Excel: CR LF and a byte order mark.
  public static let excel = CSVFormat(lineEnding: .carriageReturnLineFeed, hasByteOrderMark: true)
}
