public import Vocabulary

/// Somebody who asked to be erased would come back.
public struct ErasedPersonError: ExplainedError, Equatable {
  public let kind: PersonKind
  public let identity: PersonIdentity

  public init(kind: PersonKind, identity: PersonIdentity) {
    (self.kind, self.identity) = (kind, identity)
  }

  public var explanation: Explanation {
    let what =
      switch identity.field {
      case "key": kind == .judge ? "code" : "key"
      case "e-mail": "address"
      default: "name"
      }
    return Explanation(
      .refused, code: "person-erased",
      "A \(kind.rawValue) with the \(what) \(quoted(identity.value)) asked to be erased, so nothing was changed.",
      hint: "If the person agrees to come back, repeat the command with --with-erased.")
  }
}
