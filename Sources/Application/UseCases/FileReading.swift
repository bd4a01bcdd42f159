import CSV
public import ImportFormats

/// How a file was understood.
public struct FileReading: Sendable {
  public let profile: ImportProfile
  public let noun: ImportNoun
  let header: Header
  private let indices: [String: Int]

  init(_ interpreter: Interpreter, header: Header) {
    profile = interpreter.profile
    noun = interpreter.noun
    self.header = header
    indices = DraftField.allCases.reduce(into: [:]) { $0[$1.column] = interpreter.index(of: $1) }
  }

  /// Where a field stands; nil when the file has no column for it.
  func index(of field: String?) -> Int? { field.flatMap { indices[$0] } }
}

/// A file that can be read from its start as often as it takes: once to import it, once more for what was rejected.
public protocol ImportableFile: Sendable {
  var name: String { get }
  /// Bytes; nil when nobody knows beforehand.
  var size: Int? { get }

  /// Begins at the start; each call of the answer gives the next bytes, none at the end.
  func open() throws -> () throws -> [UInt8]
}
