import Vocabulary
import Yams

/// The one value of a YAML file, without anchors and aliases, which could make a small file an endless one.
struct YAMLDocument {
  let file: String
  let root: Node

  init(_ bytes: [UInt8], file: String) throws(RubricFileError) {
    self.file = file
    guard bytes.count <= RubricYAML.largest else {
      throw Self.fault(
        file, nil, "The file has \(bytes.count) bytes, but a rubric takes \(RubricYAML.largest) at most.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Self.fault(file, nil, "The file is not UTF-8.", hint: "Save it as UTF-8 and run the same command again.")
    }
    if let location = AliasScan(text).excess { throw Self.aliases(file, location) }
    let (root, anchor) = try Self.composed(text, file)
    guard let root else { throw Self.fault(file, nil, "The file holds nothing.") }
    if let anchor { throw Self.aliases(file, anchor) }
    self.root = root
  }

  /// A fault at the location of a value.
  func fault(_ node: Node, _ message: String, hint: Message? = nil) -> RubricFileError {
    Self.fault(file, node.mark.map(Location.init), message, hint: hint)
  }

  private static func fault(
    _ file: String, _ location: Location?, _ message: String, hint: Message? = nil
  ) -> RubricFileError {
    RubricFileError(file: file, line: location?.line, column: location?.column, message: message, hint: hint)
  }

  private static func aliases(_ file: String, _ location: Location) -> RubricFileError {
    fault(
      file, location, "Anchors (&) and aliases (*) are not taken in a rubric.",
      hint: "Write the text out where it is meant, in quotes if it begins with one of the two signs.")
  }

  /// The value, and where its first anchor stands: nodes know their anchors as long as the parser lives.
  private static func composed(
    _ text: String, _ file: String
  ) throws(RubricFileError) -> (root: Node?, anchor: Location?) {
    do {
      let parser = try Parser(yaml: text)
      let root = try parser.singleRoot()
      return withExtendedLifetime(parser) { (root, root.flatMap(anchored)) }
    } catch let error as YamlError {
      throw fault(of: error, in: text, file)
    } catch {
      throw fault(file, nil, "The YAML cannot be read.")
    }
  }

  private static func fault(of error: YamlError, in text: String, _ file: String) -> RubricFileError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      fault(file, Location(mark), "The YAML breaks here: \(problem).")
    case .duplicatedKeysInMapping(let keys, let context):
      fault(
        file, Location(context.mark), "\(quoted(keys.first ?? "")) stands twice.", hint: "Take one of the two away.")
    case .reader(_, let offset, _, _):
      fault(
        file, Location(line: line(of: offset ?? 0, in: text), column: 1),
        "There is a character that YAML does not take.")
    default:
      fault(file, nil, "The YAML cannot be read.")
    }
  }

  private static func line(of offset: Int, in text: String) -> Int {
    1 + text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
  }

  /// Where the first anchor stands.
  private static func anchored(_ node: Node) -> Location? {
    if node.anchor != nil { return node.mark.map(Location.init) ?? Location(line: 1, column: 1) }
    if let mapping = node.mapping {
      return mapping.lazy.compactMap { anchored($0.key) ?? anchored($0.value) }.first
    }
    return node.sequence?.lazy.compactMap(anchored).first
  }
}

/// A location in a file, both counted from 1.
struct Location {
  let line: Int
  let column: Int
}

extension Location {
  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}
