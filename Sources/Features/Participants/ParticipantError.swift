public import Vocabulary

/// Why a participant cannot be kept as asked.
public enum ParticipantError: ExplainedError, Equatable {
  case unknown(String, nearest: String?)
  case unknownTeam(String, nearest: String?)
  case alreadyThere(Slug)
  case emailTaken(String)
  case blankName(Slug)
  case erased(String)
  case withdrawn(String)
  case stillReferredTo(String, by: String)

  public var explanation: Explanation {
    switch self {
    case .unknown(let key, let nearest):
      .unknown("participant", key, nearest: nearest, otherwise: "List them: \(run: "participant list")")
    case .unknownTeam(let key, let nearest):
      .unknown("team", key, nearest: nearest, otherwise: "List them: \(run: "team list")")
    case .alreadyThere(let key):
      Explanation(
        .refused, code: "participant-exists", "A participant \(quoted(key.text)) already exists.",
        hint: "To change what is known of them: \(run: "participant set \(key) --display-name NAME")")
    case .emailTaken(let email):
      Explanation(
        .refused, code: "email-taken", "Another participant of this event already has the address \(quoted(email)).",
        hint: "Find them: \(run: "participant list")")
    case .blankName(let key):
      Explanation(
        .badData, code: "blank-name", "The participant \(quoted(key.text)) has no name.",
        hint: "Add --name NAME, or --given-name and --family-name.")
    case .erased(let key):
      Explanation(
        .refused, code: "participant-erased", "The participant \(quoted(key)) was erased and is nobody any more.",
        hint: "Who comes back is added anew: \(run: "participant add --name NAME --with-erased")")
    case .withdrawn(let key):
      Explanation(
        .refused, code: "participant-withdrawn", "The participant \(quoted(key)) withdrew, so cannot be checked in.",
        hint: "If they came all the same, first run: \(run: "participant withdraw \(key) --undo")")
    case .stillReferredTo(let key, let referrer):
      Explanation(
        .refused, code: "participant-in-use",
        "The participant \(quoted(key)) cannot be removed because they have \(referrer).",
        hint: "To erase their personal data: \(run: "person erase \(key)"). "
          + "If they do not take part any more: \(run: "participant withdraw \(key)")")
    }
  }
}
