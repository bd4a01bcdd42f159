/// When submissions came that a file gives no time for.
public enum SubmissionTime: Equatable, Sendable {
  /// Nobody has said it: after the deadline nothing is imported then.
  case unsaid
  /// At the time of the import, late or not.
  case now
  /// A day with its hour as somebody writes it, by the clocks of the file's zone or else of the event's.
  case at(String)
  /// In time, for this reason.
  case inTime(because: String)
}
