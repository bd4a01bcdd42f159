public import Audit
public import Vocabulary

/// What an announcement says that no other feature knows.
public struct AnnouncementSettings: Equatable, Sendable {
  /// The key of the event.
  public let event: String
  /// Where the announcement stands in each language.
  public var addresses = LocalizedText()
  /// Whom to ask: an e-mail address or a page.
  public var contact: String?

  public init(event: String) { self.event = event }

  /// - Throws: `AnnouncementError` for what is no address.
  func check() throws(AnnouncementError) {
    for language in addresses.languages {
      let address = addresses[language] ?? ""
      guard isWebAddress(address) else { throw .badAddress(address) }
    }
    if let contact, !isWebAddress(contact), !Self.isMail(contact) { throw .badContact(contact) }
  }

  private static func isMail(_ text: String) -> Bool { EmailAddress(text) != nil }
}

extension AnnouncementSettings: Audited {
  public static let auditNoun = "announcement"
  public var auditKey: String { event }
  public var auditFields: [AuditField] {
    [AuditField("addresses", addresses.json), AuditField("contact", contact)]
  }
}
