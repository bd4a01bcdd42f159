/// How much of an import is done when each of its steps has ended, as measured with 100,000 people in 20,000 teams.
enum ImportShares {
  static let read = 0.1
  static let inspected = 0.2
  static let teams = 0.3
  static let participants = 0.6
  static let members = 0.9
  static let submissions = 0.95
}
