public import CanonicalJSON
public import Postgres
public import Vocabulary

extension ImportsService {
  /// Forgets what files said of people.
  public func forget(_ numbers: [Int64], of event: EventID, in unit: UnitOfWork) throws {
    try ImportPeopleStore().delete(numbers, of: event, in: unit)
  }

  /// How many files spoke of people, each counted once for each of them.
  public func origins(of numbers: [Int64], _ event: EventID, in snapshot: Snapshot) throws -> Int {
    try ImportPeopleStore().count(numbers, of: event, in: snapshot)
  }

  /// What each file last said of a person.
  public func record(of number: Int64, _ event: EventID, in snapshot: Snapshot) throws -> JSON {
    try JSON(parsing: ImportPeopleStore().record(of: number, event, in: snapshot))
  }
}
