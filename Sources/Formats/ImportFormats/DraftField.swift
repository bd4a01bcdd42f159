/// What a row can say; each is a text in one agreed form, or not said.
public enum DraftField: Int, CaseIterable, Sendable {
  /// Our own key: lower-case words with dashes.
  case key
  /// What the other system calls the record: an attendee's number, a normalised address.
  case sourceKey

  case givenName, familyName, displayName, email
  /// Two capital letters (ISO 3166-1 alpha-2).
  case country
  case city, affiliation
  /// Languages as their codes with spaces between them, such as "en fr".
  case languages
  /// The name on a stage, in place of the person's own.
  case alias
  /// "true" or "false".
  case mayBeNamed
  /// How somebody came in: a ticket's type, a form's name.
  case registrationSource
  /// The key or the name of a team.
  case team
  /// "true" or "false".
  case isCaptain

  /// A name that is the same in every language.
  case name
  case nameEn, nameFr, nameEs
  case acronymEn, acronymFr, acronymEs
  case cityEn, cityFr, cityEs
  case aboutEn, aboutFr, aboutEs
  case titleEn, titleFr, titleEs
  case summaryEn, summaryFr, summaryEs

  /// The key or the name of a track.
  case track
  /// How many people the other system counts in a team.
  case declaredSize
  /// Where judges find a team.
  case table, room
  case role, order

  case url, videoUrl, logo
  /// Addresses, one a line.
  case links
  case builtWith
  /// Prizes that a team competes for, one a line.
  case optedFor
  /// The instant as year-month-day hour:minute:second and an IANA zone or an offset: "2021-10-16 13:04:40 America/Toronto".
  case receivedAt
  /// The same as the file has it.
  case receivedAsWritten

  /// The field's name in the database, such as "given_name".
  public var column: String {
    String(describing: self).reduce(into: "") { name, letter in
      name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
  }
}
