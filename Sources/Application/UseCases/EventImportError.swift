import Postgres
public import Vocabulary

/// A cell of an exported table that cannot be taken.
public struct EventImportFault: Equatable, Sendable {
  public enum Problem: Equatable, Sendable {
    /// It is not what the column holds, such as "a number".
    case form(String)
    /// It names a record of this kind that the export does not have.
    case unknown(String)
  }

  public let table: String
  public let row: Int
  public let column: String
  public let value: String
  public let problem: Problem

  public var sentence: String {
    let place = "\(quoted(table)), row \(row), \(column): \(quoted(value))"
    return switch problem {
    case .form(let expected): "\(place) is not \(expected)."
    case .unknown(let noun): "\(place) is no \(noun) of this export."
    }
  }
}

/// Why the schema refuses a row.
public enum RowRefusal: Equatable, Sendable {
  /// The rule has its name in the schema.
  case rule(String)
  case missing
  case impossible

  init(_ error: PostgresError) {
    self = error.constraint.map(RowRefusal.rule) ?? (error.sqlState == "23502" ? .missing : .impossible)
  }

  var sentence: String {
    switch self {
    case .rule(let name): "the rule \(quoted(name.replacing("_", with: " "))) refuses it."
    case .missing: "it has no value where one is needed, or names what the export does not have."
    case .impossible: "a value is impossible, such as a day that the month does not have."
    }
  }
}

/// Why no event was made from an export.
public enum EventImportError: ExplainedError, Equatable {
  case withoutEvent
  case notOneEvent(table: String)
  case rejected([EventImportFault])
  case refused(table: String, row: Int, RowRefusal)
  case unknownColumns([String], table: String)
  case unreadable(String, table: String)

  public var explanation: Explanation {
    switch self {
    case .withoutEvent:
      Explanation(
        .badData, code: "export-without-event",
        "The export has no settings of an event: the table \"events\" is missing.",
        hint: "Write the export again, all of it: \(run: "export all -o FOLDER")")
    case .notOneEvent(let table):
      Explanation(
        .badData, code: "not-one-event", "\(quoted(table)) has to have one row, the event that was exported.",
        hint: "Write the export again, all of it: \(run: "export all -o FOLDER")")
    case .rejected(let faults):
      Explanation(
        .badData, code: "import-rejected",
        faults.count == 1
          ? faults[0].sentence
          : "\(faults.count) cells of the export cannot be taken, so no event was made.",
        hint: "Mend them in the export, or write it again, and run the same command again.")
    case .refused(let table, let row, let refusal):
      Explanation(
        .badData, code: "row-refused",
        "\(quoted(table)), row \(row): \(refusal.sentence)",
        hint: "Mend the row, or write the export again, and run the same command again.")
    case .unknownColumns(let names, let table):
      Explanation(
        .badData, code: "unknown-column",
        "\(quoted(table)) has columns that no export has: \(names.map(quoted).joined(separator: ", ")).",
        hint: "Remove them, or use the datajam that wrote the export, or a newer one.")
    case .unreadable(let sentence, let table):
      Explanation(.badData, code: "file-unreadable", "\(quoted(table)): \(sentence)", location: table)
    }
  }
}
