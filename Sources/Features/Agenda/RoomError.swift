public import Vocabulary

/// Why a room cannot be kept or taken away as asked.
public enum RoomError: ExplainedError, Equatable {
  case unknown(String, nearest: String?)
  case there(Slug)
  case withoutName(Slug)
  case used(Slug, sessions: Int)
  case referredTo(Slug)

  public var explanation: Explanation {
    switch self {
    case .unknown(let key, let nearest):
      .unknown("room", key, nearest: nearest, otherwise: "Add it: \(run: "room add KEY --name-en NAME")")
    case .there(let key):
      Explanation(
        .refused, code: "room-exists", "A room \(quoted(key.text)) already exists.",
        hint: "To change it: \(run: "room set \(key) --name-en NAME")")
    case .withoutName(let key):
      Explanation(
        .badData, code: "blank-name", "The room \(quoted(key.text)) has no name in any language.",
        hint: "Give it one: --name-en NAME, or --name-fr or --name-es.")
    case .used(let key, let sessions):
      Explanation(
        .refused, code: "room-in-use",
        "The room \(quoted(key.text)) cannot be removed: \(sessions) \(sessions == 1 ? "session is" : "sessions are") in it.",
        hint: "See them: \(run: "agenda list")")
    case .referredTo(let key):
      Explanation(
        .refused, code: "room-in-use",
        "The room \(quoted(key.text)) cannot be removed: something of the event still takes place in it.",
        hint: "Change what refers to it first.")
    }
  }
}
