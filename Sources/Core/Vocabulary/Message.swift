/// Words for a person, in which what to do next is a value that a client words.
///
/// It is written as a literal: `"List them: \(run: "team list")"`.
public struct Message: Equatable, Sendable {
  public enum Part: Equatable, Sendable {
    case text(String)
    case step(NextStep)
  }

  public let parts: [Part]

  /// Texts that follow each other become one, so that equal messages are equal however they were put together.
  public init(_ parts: [Part]) {
    self.parts = parts.reduce(into: []) { merged, part in
      if case .text(let end)? = merged.last, case .text(let text) = part {
        merged[merged.count - 1] = .text(end + text)
      } else {
        merged.append(part)
      }
    }
  }

  public init(_ text: String) { parts = [.text(text)] }

  public init(_ step: NextStep) { parts = [.step(step)] }

  /// The whole text, with each step as a client words it.
  public func worded(_ words: (NextStep) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .step(let step): words(step)
      }
    }.joined()
  }

  /// One sentence behind the other.
  public func followed(by other: Message?) -> Message {
    other.map { self + " " + $0 } ?? self
  }

  public static func + (one: Message, other: Message) -> Message { Message(one.parts + other.parts) }
}

extension Message: CustomStringConvertible {
  /// The text with the words of each step, for sorting and for logs.
  public var description: String { worded(\.description) }
}

extension Message: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self.init(text) }

  public init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.parts) }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      parts.append(.text(value.description))
    }

    public mutating func appendInterpolation(run step: NextStep) { parts.append(.step(step)) }
  }
}
