/// A file that can be read from its start as often as it takes: once to import it, once more for what was rejected.
public protocol ImportableFile: Sendable {
  var name: String { get }
  /// Bytes; nil when nobody knows beforehand.
  var size: Int? { get }

  /// Begins at the start; each call of the answer gives the next bytes, none at the end.
  func open() throws -> () throws -> [UInt8]
}
