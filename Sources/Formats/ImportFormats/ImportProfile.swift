import CSV

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

extension ImportProfile {
  /// Whose form a header shows.
  static func guess(from header: Header) -> ImportProfile {
    func has(_ names: String...) -> Bool { names.contains { header.index(of: $0) != nil } }
    if has("Submission Url") && has("Project Title", "Submission Title") { return .devpost }
    if has("Registered At"), has("Portfolio Url", "Submitted Project?", "Project URLs", "Do you have teammates?") {
      return .devpostRegistrants
    }
    if has("Attendee #", "Attendee no.", "Order #", "Order no."), has("Ticket Type", "Attendee Status") {
      return .eventbrite
    }
    let first = FieldNames.formTimes.compactMap(header.index(of:))
    return first.contains(0) ? .googleForms : .generic
  }
}

/// The columns that stand behind a row's own cells in a file of rejected rows; nothing is read from them.
public enum RejectsColumns {
  public static let names = ["_row", "_line", "_cell", "_code", "_message"]

  static func contain(_ name: String) -> Bool { names.contains(name) }
}

extension ImportProfile {
  /// Whether rows may go on beyond the header.
  public var hasOpenRows: Bool { self == .devpost }
}
