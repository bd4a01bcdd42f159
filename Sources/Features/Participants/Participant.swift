public import Vocabulary

/// Somebody who takes part in an event.
public struct Participant: Equatable, Sendable {
  public let key: Slug
  public var givenName = ""
  public var familyName = ""
  /// As the person wants to be called.
  public var displayName: String
  public var email: EmailAddress?
  /// Nationality, ISO 3166-1 alpha-2.
  public var country: CountryCode?
  public var city: String?
  public var affiliation: String?
  /// ISO 639 codes in the order of preference.
  public var languages: [String] = []
  /// The name on a stage, in place of the person's own.
  public var alias: String?
  /// How the person came in: a ticket's type, a form's name.
  public var registrationSource: String?
  /// Whether the person agreed to be named in public.
  public var mayBeNamed = false

  public init(key: Slug, displayName: String) {
    self.key = key
    self.displayName = displayName
  }
}

extension Participant {
  /// The given and the family name as one, as far as they are known.
  public var wholeName: String { [givenName, familyName].filter { !$0.isEmpty }.joined(separator: " ") }
}
