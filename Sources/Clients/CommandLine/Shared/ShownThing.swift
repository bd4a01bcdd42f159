import CanonicalJSON

extension GlobalOptions {
  /// Prints one thing as a table of its fields, or as JSON.
  func show(_ table: TextTable, as document: JSON) { Surroundings.print(json ? document.pretty : table.text) }
}

extension GlobalOptions {
  /// Says whether something was taken away, or had not been there.
  func tell(removed: Bool, _ noun: String, _ key: String, _ words: String) {
    if json {
      let document: JSON = ["noun": .string(noun), "key": .string(key), "removed": .bool(removed)]
      Surroundings.print(document.pretty)
    } else {
      Surroundings.say(words)
    }
  }
}
