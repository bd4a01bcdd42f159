import ArgumentParser
import Foundation

/// An argument, option or flag of a command, as the argument parser describes it.
struct DescribedArgument: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String

    /// "-o" or "--output".
    var text: String { (kind == "long" ? "--" : "-") + name }
  }

  let kind: String
  let shouldDisplay: Bool
  let sectionTitle: String?
  let isOptional: Bool
  let isRepeating: Bool
  let names: [Name]?
  let preferredName: Name?
  let valueName: String?
  let defaultValue: String?
  let allValueStrings: [String]?
  let allValues: [String]?
  let abstract: String?

  var isPositional: Bool { kind == "positional" }
  var isFlag: Bool { kind == "flag" }
  var isCommon: Bool { sectionTitle == GlobalOptions.title }

  /// "<file>", "-o, --output <file>" or "-n, --dry-run".
  var label: String {
    guard !isPositional else { return value + (isRepeating ? " ..." : "") }
    let short = (names ?? []).filter { $0.kind != "long" }
    let long = (names ?? []).filter { $0.kind == "long" }
    return (short + long).map(\.text).joined(separator: ", ") + (isFlag ? "" : " " + value)
  }

  /// As it stands in the usage of its command.
  var usage: String {
    let text = isPositional ? label : (preferredName?.text ?? "") + (isFlag ? "" : " " + value)
    return isOptional ? "[\(text)]" : text
  }

  var value: String { "<\(valueName ?? "value")>" }

  /// The help with the values that can be given and the one that is taken by default.
  var text: String {
    let known = (allValues ?? allValueStrings ?? []).filter { !$0.isEmpty }
    // Where the sentence names them already, once is enough.
    let values = known.allSatisfy { (abstract ?? "").contains($0) } ? [] : known
    let standard = defaultValue.flatMap { $0.isEmpty || isFlag ? nil : "default: \($0)" }
    let notes = [values.isEmpty ? nil : "values: " + values.joined(separator: ", "), standard].compactMap(\.self)
    return ([abstract ?? ""] + (notes.isEmpty ? [] : ["(\(notes.joined(separator: "; ")))"])).joined(separator: " ")
  }

  /// The arguments and options of a command: its own first, then those of every command.
  static func all(of command: any ParsableCommand.Type) -> [DescribedArgument] {
    struct Dump: Decodable {
      struct Command: Decodable { let arguments: [DescribedArgument]? }
      let command: Command
    }
    let dump = try? JSONDecoder().decode(Dump.self, from: Data(command._dumpHelp().utf8))
    return (dump?.command.arguments ?? []).filter { argument in
      argument.shouldDisplay && !["help", "version"].contains(argument.preferredName?.name)
    }
  }
}
