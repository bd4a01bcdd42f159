public import Vocabulary

/// Why a person cannot be shown or erased.
public enum ErasureError: ExplainedError, Equatable {
  case unknownPerson(String, nearest: String?)
  case erasedAlready(String)

  public var explanation: Explanation {
    switch self {
    case .unknownPerson(let key, let nearest):
      .unknown("participant", key, nearest: nearest, otherwise: "List them: \(run: "participant list")")
    case .erasedAlready(let key):
      Explanation(
        .refused, code: "erased-already", "The participant \(quoted(key)) was erased already.",
        hint: "See what is left: \(run: "person export \(key)")")
    }
  }
}

/// Somebody whose identity is to be taken out.
public struct PersonToErase: Equatable, Sendable {
  /// The number of the participant, which stays.
  public let number: Int64
  /// The key, which goes; empty where only the log knows of somebody.
  public let key: String
  public let isErased: Bool
}
