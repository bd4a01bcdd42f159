/// The forms in which an announcement is written.
public enum AnnouncementForm: String, CaseIterable, Sendable {
  case markdown = "md"
  case html
  case text = "txt"
  /// The facts, of which all the others are made.
  case json
  /// Posts within the lengths that networks take.
  case social
  /// A page that reveals the ranks one by one, for a stage.
  case deck
  /// A picture that goes along with a link.
  case card
  case atom
  /// The data of schema.org for search engines.
  case jsonld
  /// The awards of the Contest API.
  case awards
}

/// One text of an announcement, with the name of the file that it goes to.
public struct AnnouncementFile: Equatable, Sendable {
  public let form: AnnouncementForm
  /// Tells no winner, and tells that it is embargoed while it is.
  public let name: String
  public let text: String
}
