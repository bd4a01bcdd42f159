import CSV

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
