import CanonicalJSON
import ImportFormats
import ImportStaging
import UseCases
import Vocabulary

extension ImportProblem {
  var json: JSON {
    [
      "row": .integer(row), "line": .integer(line), "column": column.json, "value": value.json,
      "message": .string(message.text),
    ]
  }
}

extension ImportReport {
  var json: JSON {
    let renamed =
      renamedColumns.isEmpty
      ? []
      : [
        JSON.Member("renamed_columns", .object(renamedColumns.map { JSON.Member($0.title, .string($0.name)) }))
      ]
    let warnings = remarks.isEmpty ? [] : [JSON.Member("warnings", .array(remarks.map(\.json)))]
    return .object(
      [
        JSON.Member("noun", .string(noun)), JSON.Member("rows", .integer(rows)),
        JSON.Member("created", .integer(outcomes[.created] ?? 0)),
        JSON.Member("updated", .integer(outcomes[.updated] ?? 0)),
        JSON.Member("unchanged", .integer(outcomes[.unchanged] ?? 0)),
        JSON.Member("skipped", .integer(skipped)),
        JSON.Member("rejected", .integer(Set(problems.map(\.row)).count)),
        JSON.Member("problems", .array(problems.map(\.json))),
      ] + renamed + warnings + (notes.isEmpty ? [] : [JSON.Member("notes", .array(notes.map(JSON.string)))]))
  }
}

extension ImportRemark {
  fileprivate var json: JSON { ["rows": .array(rows.map { .integer($0) }), "message": .string(message)] }
}

extension PassedOverColumn {
  fileprivate var json: JSON {
    [
      "column": .string(column), "holds": .string(content.rawValue), "row": .integer(row), "message": .string(message),
    ]
  }
}

extension UndecidedColumn {
  var json: JSON {
    [
      "column": .string(column),
      "values": .array(values.map { ["value": .string($0.text), "rows": .integer($0.rows)] }),
    ]
  }
}

extension SkippedRow {
  fileprivate var json: JSON { ["row": .integer(row), "name": name.json, "reason": .string(reason)] }
}

extension FileImportReport {
  var json: JSON {
    [
      "profile": .string(profile.rawValue), "noun": .string(noun.rawValue), "rows": .integer(rows),
      "created": .integer(tally.created), "updated": .integer(tally.updated), "unchanged": .integer(tally.unchanged),
      "skipped": .integer(skipped), "rejected": .integer(rejected),
      "skipped_rows": .array(skippedRows.map(\.json)),
      "records": .object(
        records.keys.sorted().compactMap { noun in records[noun].map { JSON.Member(noun, $0.json) } }),
      "problems": .array(problems.map(\.json)), "remarks": .array(remarks.map(\.json)),
      "notes": .array(notes.map(JSON.string)), "ignored_columns": .array(ignoredColumns.map(JSON.string)),
      "warnings": .array(passedOver.map(\.json)),
    ]
  }
}

extension ImportsService.Tally {
  fileprivate var json: JSON {
    ["created": .integer(created), "updated": .integer(updated), "unchanged": .integer(unchanged)]
  }
}
