import ImportFormats
import Vocabulary

/// A table to import, and how the organiser wants it read.
public struct ImportTable: Sendable {
  /// CSV in any encoding.
  public let bytes: [UInt8]
  /// The name of the file, for sentences.
  public let file: String
  /// A CSV file (column,field) that says what columns hold.
  public var map: [UInt8]?
  /// Whether the last of several rows about one thing counts.
  public var takesLast = false
  /// Whether good rows are taken when others are not.
  public var keepsGoodRows = false

  public init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }
}
