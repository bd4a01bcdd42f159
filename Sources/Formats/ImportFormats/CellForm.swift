import Vocabulary

/// Turns the text of a cell into the form that its field has in a draft.
struct CellForm {
  let times: TimeReading

  /// - Throws: `Refusal` for a text that cannot be what the field holds.
  func text(of field: DraftField, from text: String) throws(Refusal) -> String {
    switch field {
    case .key: try Self.key(text)
    case .email: try Self.email(text)
    case .country: try Self.country(text)
    case .languages: try LanguageList.codes(in: text)
    case .mayBeNamed: try Answer.consent(text)
    case .isCaptain: try Answer.flag(text)
    case .order, .declaredSize: try Self.count(text)
    case .receivedAt: try times.instant(text)
    case .role: try Self.role(text)
    case .url, .videoUrl, .logo: try LinkList.link(text)
    case .links: LinkList.lines(of: text)
    default: text
    }
  }

  private static func key(_ text: String) throws(Refusal) -> String {
    do {
      return try Slug(text).text
    } catch {
      throw Refusal(String(error.explanation.message.dropLast()))
    }
  }

  static func email(_ text: String) throws(Refusal) -> String {
    guard let email = EmailAddress(text) else { throw Refusal("\(quoted(text)) is not an e-mail address") }
    return email.text
  }

  private static func country(_ text: String) throws(Refusal) -> String {
    guard let country = CountryCode(named: text) else {
      throw Refusal("\(quoted(text)) is no country")
    }
    return country.text
  }

  static func count(_ text: String) throws(Refusal) -> String {
    guard let count = Int(text), (1...1_000_000).contains(count) else {
      throw Refusal("\(quoted(text)) is no whole number from 1 to 1000000")
    }
    return String(count)
  }

  private static func role(_ text: String) throws(Refusal) -> String {
    guard let role = OrganisationRole(rawValue: text.lowercased()) else {
      let known = OrganisationRole.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal("\(quoted(text)) is not known here", advice: "write one of \(known)")
    }
    return role.rawValue
  }
}
