import Vocabulary

extension HealthCheck {
  /// The ground on which everything stands.
  static let base = [
    HealthCheck("database", "") { store in
      let (version, encoding, schema) = try store.server()
      let server = "PostgreSQL \(version), \(encoding), schema \(schema)"
      guard encoding != "UTF8" else { return [Finding(.ok, server)] }
      return [Finding(.problem, "\(server): names in other scripts do not fit, so make a database in UTF8")]
    },
    HealthCheck("role", "the program is connected as a role that does not own the tables") { store in
      guard try store.ownsTables() else { return [] }
      return [
        Finding(.info, "the program is connected as the owner of the tables, who could switch their guards off")
      ]
    },
    HealthCheck("guards", "every guard of the schema stands and is switched on") { store in
      let firing = try store.firingTriggers()
      let triggers = Guards.triggers.flatMap { table, names in names.map { "\(table).\($0)" } }.sorted()
      let valid = try store.validConstraints()
      return triggers.filter { !firing.contains($0) }.map {
        Finding(.problem, "the guard \"\($0)\" is missing or switched off: restore the database from a backup")
      }
        + Guards.constraints.filter { !valid.contains($0) }.map {
          Finding(.problem, "the constraint \"\($0)\" is missing or not valid: restore the database from a backup")
        }
    },
  ]
}
