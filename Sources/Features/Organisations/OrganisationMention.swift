/// Something that names an organisation in words, such as a prize its giver.
struct OrganisationMention: Equatable, Sendable {
  /// "prize", "participant" or "judge".
  let noun: String
  let key: String
  /// The organisation as it was written there.
  let name: String
}

extension [OrganisationMention] {
  /// For a sentence, such as "1 prize (cash) and 4 participants (p-1, p-2, p-3 …)".
  var inWords: String {
    let parts = ["prize", "participant", "judge"].compactMap { noun -> String? in
      let keys = filter { $0.noun == noun }.map(\.key)
      guard !keys.isEmpty else { return nil }
      let named = keys.prefix(3).joined(separator: ", ") + (keys.count > 3 ? " …" : "")
      return "\(keys.count) \(noun)\(keys.count == 1 ? "" : "s") (\(named))"
    }
    return parts.joined(separator: " and ")
  }
}
