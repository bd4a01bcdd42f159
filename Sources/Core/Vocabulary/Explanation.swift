/// What went wrong in words for the person who meets it, and what to do next.
public struct Explanation: Equatable, Sendable {
  public let kind: Kind
  /// A stable word for programs that read `--json`, such as "team-not-found".
  public let code: String
  /// One sentence: the culprit in quotes, the rule, what was given.
  public let message: String
  /// What to do next, where one thing is known to help.
  public let hint: Message?
  /// The file, row or cell in which the fault stands, where there is one.
  public let location: String?

  public init(_ kind: Kind, code: String, _ message: String, hint: Message? = nil, location: String? = nil) {
    self.kind = kind
    self.code = code
    self.message = message
    self.hint = hint
    self.location = location
  }

  /// What is wrong and what to do next, one behind the other.
  public var sentences: Message { Message(message).followed(by: hint) }

  /// What sort of fault it is; a client turns it into its own sign, such as an exit code.
  public enum Kind: Equatable, Sendable, CaseIterable {
    /// Refused by a rule or a phase.
    case refused
    case cancelled
    /// The user was asked and did not agree.
    case declined
    /// Done in part, or problems were found.
    case incomplete
    case notAllowed
    case notFound
    case usage
    case badData
    case missingFile
    case unreachable
    case bug
    case cannotWrite
    case busy
    case configuration
  }
}

extension Explanation {
  /// There is no such thing by this name; a near name is suggested, never taken.
  /// - Parameter hint: What helps where no name is near.
  public static func unknown(_ noun: String, _ name: String, nearest: String?, otherwise hint: Message) -> Explanation {
    Explanation(
      .notFound, code: "\(noun)-not-found", "There is no \(noun) \(quoted(name)).",
      hint: suggestion(nearest) ?? hint)
  }
}

/// "Did you mean …?" with a name that is near; nil where none is.
public func suggestion(_ nearest: String?) -> Message? { nearest.map { "Did you mean \(quoted($0))?" } }

/// An error that can explain itself to the person who meets it.
public protocol ExplainedError: Error {
  var explanation: Explanation { get }
}

/// The nearest of the known names to one that is not known, for "Did you mean…?"; nil when none is near.
/// - Complexity: O(*k* · *n*²) for *k* names of *n* characters.
public func nearest(to name: String, among known: some Sequence<String>) -> String? {
  let limit = max(1, name.count / 3)
  return known.map { ($0, editDistance(name.lowercased(), $0.lowercased())) }
    .filter { $0.1 <= limit }
    .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
}

/// How many insertions, deletions and substitutions turn one text into the other (Levenshtein 1966).
private func editDistance(_ one: String, _ other: String) -> Int {
  let letters = Array(other)
  var row = Array(0...letters.count)
  for (line, letter) in one.enumerated() {
    var diagonal = row[0]
    row[0] = line + 1
    for column in letters.indices {
      let substituted = diagonal + (letters[column] == letter ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(substituted, row[column] + 1, row[column + 1] + 1)
    }
  }
  return row[letters.count]
}
