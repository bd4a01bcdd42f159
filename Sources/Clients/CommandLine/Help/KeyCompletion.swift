import ArgumentParser
import Backend
import Lookup

extension CompletionKind {
  /// The keys of an event, which the Tab key offers.
  static func keys(_ nouns: KeyNoun...) -> CompletionKind {
    .custom { words, _, _ in await KeyCompletion(words: words).keys(of: nouns) }
  }
}

/// Looks up keys for a command line that is still being typed.
struct KeyCompletion {
  /// The words of the command line.
  let words: [String]

  func keys(of nouns: [KeyNoun]) async -> [String] {
    let configuration = Configuration(
      databaseAddress: value("--db"), event: value("-E") ?? value("--event"), principal: value("--by"),
      systemUser: ProcessEnvironment.userName, environment: ProcessEnvironment.variables)
    let file = value("--token-file")
    // Standard input belongs to the shell here.
    guard file != "-", let token = try? TokenFile.token(at: file) else {
      return await Backend.keys(of: nouns, configuration, token: nil)
    }
    return await Backend.keys(of: nouns, configuration, token: token)
  }

  /// The value that follows an option, or its equals sign.
  func value(_ option: String) -> String? {
    for (index, word) in words.enumerated() {
      if word == option, index + 1 < words.count, !words[index + 1].isEmpty { return words[index + 1] }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }
}
