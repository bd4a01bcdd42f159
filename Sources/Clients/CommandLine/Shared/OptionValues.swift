import ArgumentParser
import Vocabulary

/// What was typed where a key is wanted. It is read by the command, because the parser would not say what is wrong.
struct TypedKey: ExpressibleByArgument {
  let text: String

  init(argument: String) { text = argument }

  func slug() throws(SlugError) -> Slug { try Slug(text) }
}

/// What was typed where a day is wanted.
struct TypedDay: ExpressibleByArgument {
  let text: String

  init(argument: String) { text = argument }

  func day() throws -> CalendarDate {
    guard let day = CalendarDate(text) else { throw UnknownDay(text: text) }
    return day
  }

  private struct UnknownDay: ExplainedError {
    let text: String
    var explanation: Explanation {
      Explanation(
        .badData, code: "unknown-day", "\(quoted(text)) is no day of the calendar.",
        hint: "Write year, month and day, such as 2021-05-07.")
    }
  }
}

/// What was typed where a language of ours is wanted.
struct TypedLanguage: ExpressibleByArgument {
  let text: String

  init(argument: String) { text = argument }

  func language() throws -> Language { try Language(code: text) }
}

/// What was typed where several words are wanted, with commas between them.
struct TypedWords: ExpressibleByArgument {
  let words: [String]

  init(argument: String) { words = argument.split(separator: ",").map { $0.trimmed } }

  var defaultValueDescription: String { words.joined(separator: ",") }

  /// Each language once, in the order in which they were typed.
  func languages() throws -> [Language] {
    guard !words.isEmpty else {
      throw UsageError("No language was given.", hint: "Write codes with commas between them, such as en,fr.")
    }
    return try words.reduce(into: []) { languages, word in
      let language = try Language(code: word)
      if !languages.contains(language) { languages.append(language) }
    }
  }
}
