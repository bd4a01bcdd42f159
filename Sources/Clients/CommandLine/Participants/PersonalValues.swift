import ArgumentParser
import ImportFormats
import Vocabulary

/// What was typed where a country is wanted; "" is none.
struct TypedCountry: ExpressibleByArgument {
  let text: String

  init(argument: String) { text = argument }

  func code() throws -> CountryCode? {
    guard !text.isBlank else { return nil }
    guard let code = CountryCode(named: text) else { throw UnknownCountry(text: text) }
    return code
  }

  private struct UnknownCountry: ExplainedError {
    let text: String
    var explanation: Explanation {
      Explanation(
        .badData, code: "unknown-country", "\(quoted(text)) is no country of ISO 3166-1.",
        hint: "Write its name, or its two or three letters, such as CA or CAN.")
    }
  }
}

/// What was typed where a person's languages are wanted, with commas between them; "" is none.
struct TypedLanguages: ExpressibleByArgument {
  let words: [String]

  init(argument: String) { words = TypedWords(argument: argument).words }

  /// ISO 639 codes in the order in which they were typed, each once.
  func codes() throws -> [String] {
    try words.reduce(into: []) { codes, word in
      guard let code = LanguageCode(word.lowercased()) else { throw NoLanguageCode(text: word) }
      if !codes.contains(code.text) { codes.append(code.text) }
    }
  }

  private struct NoLanguageCode: ExplainedError {
    let text: String
    var explanation: Explanation {
      Explanation(
        .badData, code: "bad-language", "\(quoted(text)) is no language code of ISO 639.",
        hint: "Write two or three letters each, with commas between them, such as en,fr.")
    }
  }
}

/// What was typed where an e-mail address is wanted; "" is none.
func typedAddress(_ text: String) throws -> EmailAddress? {
  guard !text.isBlank else { return nil }
  guard let address = EmailAddress(text) else { throw UnusableAddress(text: text) }
  return address
}

private struct UnusableAddress: ExplainedError {
  let text: String
  var explanation: Explanation {
    Explanation(
      .badData, code: "bad-email", "\(quoted(text)) is no e-mail address.",
      hint: "Write it alone, such as amina@example.org; \"\" takes it away.")
  }
}

/// An answer.
enum YesOrNo: String, CaseIterable, ExpressibleByArgument {
  case yes
  case no
}

extension String {
  var isBlank: Bool { !contains { !$0.isWhitespace } }
  /// The text, or nil where there is nothing in it.
  var nilWhenBlank: String? { isBlank ? nil : self }
}
