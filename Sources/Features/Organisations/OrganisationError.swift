public import Vocabulary

/// Why an organisation cannot be found, or kept as asked.
public enum OrganisationError: ExplainedError, Equatable {
  case unknown(String, nearest: String?)
  case merged(String, into: Slug)
  case alreadyThere(Slug)
  case withoutName(Slug)
  case unusableAddress(String)
  case unusableName(String)
  case nameTaken(String, by: Slug)
  case onlyRole(Organisation.Role, of: Slug)
  case roleNotHeld(Organisation.Role, of: Slug)
  case stillNamed(Slug, by: String)
  case stillReferredTo(Slug)
  case intoItself(Slug)

  public var explanation: Explanation {
    switch self {
    case .unknown(let key, let nearest):
      .unknown("organisation", key, nearest: nearest, otherwise: "List them: \(run: "organisation list")")
    case .merged(let key, let into):
      Explanation(
        .notFound, code: "organisation-merged",
        "There is no organisation \(quoted(key)): it is another name of \(quoted(into.text)).",
        hint: "See that one: \(run: "organisation show \(into)")")
    case .alreadyThere(let key):
      Explanation(
        .refused, code: "organisation-exists", "An organisation \(quoted(key.text)) already exists.",
        hint: "To change it: \(run: "organisation set \(key) --name-en NAME")")
    case .withoutName(let key):
      Explanation(
        .badData, code: "blank-name", "The organisation \(quoted(key.text)) has no name in any language.",
        hint: "Give it one: --name-en NAME, or --name-fr or --name-es.")
    case .unusableAddress(let text):
      Explanation(
        .badData, code: "unusable-address", "\(quoted(text)) is no address of the web.",
        hint: "Write it whole, such as https://example.org.")
    case .unusableName(let name):
      Explanation(
        .badData, code: "unusable-name", "\(quoted(name)) cannot be a name: it has neither letters nor digits.",
        hint: "Write the name as it is spelt elsewhere.")
    case .nameTaken(let name, let owner):
      Explanation(
        .refused, code: "name-taken", "\(quoted(name)) is a name of the organisation \(quoted(owner.text)) already.",
        hint: "To change that one: \(run: "organisation set \(owner) --name-en NAME")")
    case .onlyRole(let role, let key):
      Explanation(
        .refused, code: "only-role",
        "\(quoted(role.rawValue)) is the only role of the organisation \(quoted(key.text)), and each has one at least.",
        hint: "To take the organisation away: \(run: "organisation remove \(key)")")
    case .roleNotHeld(let role, let key):
      Explanation(
        .notFound, code: "role-not-held",
        "The organisation \(quoted(key.text)) does not have the role \(quoted(role.rawValue)).",
        hint: "See its roles: \(run: "organisation show \(key)")")
    case .stillNamed(let key, let mentions):
      Explanation(
        .refused, code: "organisation-in-use",
        "The organisation \(quoted(key.text)) cannot be removed: it is named by \(mentions).",
        hint: "Change what names it, or unite it with another one: \(run: "organisation merge \(key) INTO")")
    case .stillReferredTo(let key):
      Explanation(
        .refused, code: "organisation-in-use",
        "The organisation \(quoted(key.text)) cannot be removed: something of the event still refers to it.",
        hint: "Change what refers to it first.")
    case .intoItself(let key):
      Explanation(
        .refused, code: "merged-into-itself", "The organisation \(quoted(key.text)) cannot be merged into itself.",
        hint: "Name two organisations: \(run: "organisation merge FROM INTO")")
    }
  }
}
