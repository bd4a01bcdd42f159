public import Vocabulary

/// The kinds of people who can ask to be erased.
public enum PersonKind: String, Sendable {
  case participant, mentor, judge
}

/// One thing by which a person is known.
public struct PersonIdentity: Hashable, Sendable {
  /// What it is, as it is hashed.
  let field: String
  let value: String

  private init(field: String, value: String) { (self.field, self.value) = (field, value) }

  public static func key(_ key: String) -> PersonIdentity { PersonIdentity(field: "key", value: key) }

  public static func address(_ address: EmailAddress) -> PersonIdentity {
    PersonIdentity(field: "e-mail", value: address.folded)
  }

  /// A whole name, which tells less than the others: two people may have it.
  public static func name(_ name: String) -> PersonIdentity {
    PersonIdentity(field: "name", value: FoldedName(keepingSymbols: name).text)
  }

  public var isName: Bool { field == "name" }

  /// What a form of file calls the person.
  public static func source(_ source: String, _ key: String) -> PersonIdentity {
    PersonIdentity(field: "source \(source)", value: key)
  }

  /// From the name of a field in the log; nil for a field that tells nobody apart.
  public init?(logged field: String, _ value: String) {
    switch field {
    case "key": self = .key(value)
    case "e-mail":
      guard let address = EmailAddress(value) else { return nil }
      self = .address(address)
    case "display name": self = .name(value)
    default: return nil
    }
  }
}

extension PersonIdentity {
  /// A key, an address where there is one, and nothing else.
  public static func of(key: String, _ address: EmailAddress?) -> [PersonIdentity] {
    [.key(key)] + (address.map { [.address($0)] } ?? [])
  }
}
