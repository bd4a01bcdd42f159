import CanonicalJSON
import Vocabulary

extension GlobalOptions {
  /// Prints a list as a table, as JSON with its count, or into a file; an empty one says how to add the first.
  /// - Parameter texts: The texts below the table, a section each.
  func show(
    _ table: TextTable, as items: [JSON], below texts: [String] = [], in list: ListOptions? = nil,
    whenEmpty hint: String
  ) throws {
    if try list?.write(table, asJSON: json) == true { return }
    if json {
      let document: JSON = ["items": .array(items), "count": .integer(items.count)]
      Console.print(document.pretty)
    } else if items.isEmpty {
      Console.say(hint)
    } else {
      Page([[.table(table)]] + texts.map { [.text($0)] }).print()
    }
  }

  /// Says what a change came to.
  func tell(_ outcome: Outcome, _ noun: String, _ key: String, next: NextStep? = nil) {
    if json {
      let document: JSON = ["noun": .string(noun), "key": .string(key), "outcome": .string(outcome.rawValue)]
      Console.print(document.pretty)
    } else {
      Console.say(
        "\(noun) \(quoted(key)): \(outcome.rawValue)" + (next.map { ". Next: \($0.command)" } ?? ""))
    }
  }

  /// Prints one thing as a table of its fields, or as JSON.
  func show(_ table: TextTable, as document: JSON) { show(Page(table), as: document) }

  /// Prints an answer in words and tables, or as JSON.
  func show(_ page: Page, as document: JSON) {
    if json { Console.print(document.pretty) } else { page.print() }
  }

  /// Says whether something was taken away, or had not been there.
  func tell(removed: Bool, _ noun: String, _ key: String, _ words: String) {
    if json {
      let document: JSON = ["noun": .string(noun), "key": .string(key), "removed": .bool(removed)]
      Console.print(document.pretty)
    } else {
      Console.say(words)
    }
  }
}
