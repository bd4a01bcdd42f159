public import Postgres
import Schema
public import Vocabulary

extension Backend {
  /// The parts of the schema that differ from those that the program brings; nil where the connected role may not make a schema to compare with.
  public func schemaDifferences() async throws -> [SchemaDifference]? {
    do {
      return try await database.session { try Schema.migrator.differences(in: $0) }
    } catch let error as PostgresError where error.sqlState == "42501" {
      return nil
    }
  }

  /// Refuses to go on while a part of the schema is not the one that the program brings.
  ///
  /// It takes half a second, because the program makes its schema a second time. Each step of a result asks it.
  /// - Throws: `ForeignSchemaError` with the first part that differs.
  public func requireGuards() async throws {
    if let difference = try await schemaDifferences()?.first { throw ForeignSchemaError(difference: difference) }
  }

  /// What `doctor` says about the schema.
  public func schemaFindings() async throws -> [Finding] {
    guard let differences = try await schemaDifferences() else {
      return [
        Finding(
          .info, code: "schema",
          "the schema was not compared with the program's, because the connected role may not make a schema")
      ]
    }
    if differences.isEmpty { return [Finding(.ok, code: "schema", "the schema is the one that the program brings")] }
    return differences.map {
      Finding(.problem, code: "schema", $0.sentence, $0.isRestorable ? "db migrate --guards" : nil)
    }
  }
}

/// A guard of the database that is not the program's.
public struct ForeignSchemaError: ExplainedError, Equatable {
  public let difference: SchemaDifference

  public var explanation: Explanation {
    Explanation(
      .refused, code: "schema-changed", "A guard of the database was changed: \(difference.sentence).",
      hint: difference.isRestorable
        ? "Find out who did it, then restore it: \(run: "db migrate --guards")"
        : "For everything that was changed: \(run: "doctor")")
  }
}

extension SchemaDifference {
  /// Whether `db migrate --guards` restores it.
  public var isRestorable: Bool {
    let kind = name.prefix { $0 != " " }
    return fault == .unknown ? kind == "trigger" || kind == "rule" : ["function", "view", "trigger"].contains(kind)
  }

  /// A sentence without its full stop.
  public var sentence: String {
    switch fault {
    case .missing: "the \(name) is missing" + (isRestorable ? "" : ": restore the database from a backup")
    case .changed where name.hasPrefix("setting "):
      "the \(name) switches triggers off: have it reset for the role and the database"
    case .changed:
      "the \(name) is not the one that the program brings"
        + (isRestorable ? "" : ": restore the database from a backup")
    case .unknown: "the \(name) does not belong to this program: find out who added it"
    }
  }
}
