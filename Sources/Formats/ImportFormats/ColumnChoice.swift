import CSV
import Vocabulary

/// A column and a value of it, by which the organiser chooses rows: "Status=Accepted".
public struct ColumnChoice: Equatable, Sendable {
  /// COLUMN=VALUE as it was written; without a value the blank cells are meant.
  public let text: String

  /// Nil for a text without "=".
  public init?(_ text: String) {
    guard text.contains("=") else { return nil }
    self.text = text
  }

  /// The option's value that means a column's value.
  init(_ column: String, _ value: String) { text = "\(column)=\(value)" }

  /// The column and the value, folded. A column's name may hold "=" too.
  func parts(in header: Header) throws(ImportFormatError) -> (index: Int, value: String) {
    for place in text.indices where text[place] == "=" {
      guard let index = header.index(of: String(text[..<place])) else { continue }
      return (index, Self.folded(String(text[text.index(after: place)...])))
    }
    throw .unknownChoiceColumn(String(text.prefix { $0 != "=" }), header: header.names)
  }

  /// Values that differ in case, accents and marks only are one.
  static func folded(_ value: String) -> String { FoldedName(keepingSymbols: value).text }
}
