public import Competition

/// Why a participant cannot be kept as asked.
public enum ParticipantError: ExplainedError, Equatable {
  case emailTaken(String)
  case blankName(Slug)

  public var explanation: Explanation {
    switch self {
    case .emailTaken(let email):
      Explanation(
        .refused, code: "email-taken", "Another participant of this event already has the address \(quoted(email)).",
        hint: "Find them: datajam participant list")
    case .blankName(let key):
      Explanation(.badData, code: "blank-name", "The participant \(quoted(key.text)) has no name.")
    }
  }
}
