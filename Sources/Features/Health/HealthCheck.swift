import Postgres
import Vocabulary

/// One thing that is looked at.
struct HealthCheck: Sendable {
  let name: String
  /// What is said when nothing was found.
  let fine: String
  /// What there is to say; the commands stand without the event.
  let question: @Sendable (HealthStore) throws -> [Finding]

  init(_ name: String, _ fine: String, _ question: @escaping @Sendable (HealthStore) throws -> [Finding]) {
    self.name = name
    self.fine = fine
    self.question = question
  }

  /// All checks in the order in which they are told.
  static let all =
    base + eventChecks + teamChecks + agendaChecks + mentoringChecks + judgingChecks + prizeChecks + peopleChecks
}

/// Some names in quotes; five at most, because more would hide them.
func named(_ names: [String]) -> String {
  let shown = names.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
  return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
}

/// "1 team has", "3 teams have".
func counted(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? "1 \(one)" : "\(count) \(many)" }
