/// Something that a person can ask the program to do, named without any client.
///
/// The command line words it as `datajam team show aurora`; a page makes a link of it. It is written as a literal of the
/// words: `"team show \(key)"`. What is interpolated is a value. A word in capitals is a blank that the person fills in.
public struct NextStep: Equatable, Sendable {
  public enum Word: Equatable, Sendable {
    /// A part of the operation's name, or the name of an option: `team`, `--reason`.
    case name(String)
    /// A value that is known: a key, a number.
    case value(String)
    /// What the person has to fill in: `TEXT`.
    case blank(String)
  }

  public let words: [Word]

  public init(_ words: [Word]) { self.words = words }

  /// The step whose words are those of a text, as in a literal.
  public init(words text: String) { self.init(stringLiteral: text) }
}

extension NextStep: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) {
    var interpolation = StringInterpolation(literalCapacity: text.count, interpolationCount: 0)
    interpolation.appendLiteral(text)
    self.init(stringInterpolation: interpolation)
  }

  public init(stringInterpolation: StringInterpolation) {
    var interpolation = stringInterpolation
    interpolation.endWord()
    words = interpolation.words
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var words: [Word] = []
    private var word = ""
    private var isValue = false

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) {
      for letter in literal {
        if letter == " " { endWord() } else { word.append(letter) }
      }
    }

    /// A value, which stays one word whatever letters it has.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      word += value.description
      isValue = true
    }

    /// Several values, each a word of its own.
    public mutating func appendInterpolation(each values: [String]) {
      for value in values {
        appendInterpolation(value)
        endWord()
      }
    }

    fileprivate mutating func endWord() {
      defer { (word, isValue) = ("", false) }
      guard !word.isEmpty || isValue else { return }
      if word.hasPrefix("-") {
        words.append(.name(word))
      } else if isValue {
        words.append(.value(word))
      } else if word.contains(where: \.isLetter), word == word.uppercased() {
        words.append(.blank(word))
      } else {
        words.append(.name(word))
      }
    }
  }
}

extension NextStep: CustomStringConvertible {
  /// Its words with spaces between them, for sorting and for logs.
  public var description: String {
    words.map { word in
      switch word {
      case .name(let text), .value(let text), .blank(let text): text
      }
    }.joined(separator: " ")
  }
}
