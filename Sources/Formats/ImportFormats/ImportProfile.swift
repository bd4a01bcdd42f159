/// Whose form a file has.
public enum ImportProfile: String, CaseIterable, Sendable {
  /// Our own columns, or a spreadsheet whose columns are named like them.
  case generic
  /// Devpost's list of projects.
  case devpost
  /// Devpost's list of people.
  case devpostRegistrants = "devpost-registrants"
  /// The answers of a form, as Google keeps them.
  case googleForms = "google-forms"
  /// Eventbrite's list of attendees.
  case eventbrite
}
