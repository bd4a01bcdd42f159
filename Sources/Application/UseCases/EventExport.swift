public import CSV
import CanonicalJSON
import Lookup
public import Postgres
public import Vocabulary
import Workbooks

/// Writes the data of an event as files; those with an import can be imported again, and then change nothing.
///
/// One row is held at a time, so a million people take no more memory than one.
public struct EventExport: Sendable {
  public init() {}

  /// Writes CSV with our own columns.
  /// - Returns: How many rows there are below the header.
  public func writeCSV(
    of noun: ExportNoun, as format: CSVFormat, of event: EventID, in snapshot: Snapshot,
    push: @escaping ([UInt8]) throws -> Void
  ) throws -> Int {
    var writer = CSVWriter(format, push: push)
    var count = 0
    try writer.append(noun.columns)
    try noun.table.each(of: event, in: snapshot) { cells in
      try writer.append(cells.map { $0 ?? "" })
      count += 1
    }
    try writer.finish()
    return count
  }

  /// Writes one JSON document: the list, and how many there are.
  public func writeJSON(
    of noun: ExportNoun, of event: EventID, in snapshot: Snapshot, push: ([UInt8]) throws -> Void
  ) throws -> Int {
    var text = "{\n  \"items\": ["
    var count = 0
    try noun.table.each(of: event, in: snapshot) { cells in
      let members = zip(noun.table.columns, cells).map { JSON.Member($0.name, Self.value(of: $1, as: $0.kind)) }
      text += (count == 0 ? "\n    " : ",\n    ") + JSON.object(members).canonical
      count += 1
      guard text.utf8.count >= 1 << 16 else { return }
      try push(Array(text.utf8))
      text = ""
    }
    text += (count == 0 ? "" : "\n  ") + "],\n  \"count\": \(count)\n}\n"
    try push(Array(text.utf8))
    return count
  }

  /// Writes one workbook with a sheet for each kind, and a last sheet of texts.
  /// - Parameters:
  ///   - remarks: A header and rows.
  ///   - remarksSheet: The name of their sheet.
  /// - Returns: How many rows each sheet has below its header.
  /// - Throws: `WorkbookError` when a sheet or a cell is too long for a workbook.
  public func writeWorkbook(
    of nouns: [ExportNoun], remarks: [[String]] = [], on remarksSheet: String = "", of event: EventID,
    in snapshot: Snapshot,
    push: @escaping ([UInt8]) throws -> Void
  ) throws -> [Int] {
    var writer = try WorkbookWriter(
      sheets: nouns.map(\.fileName) + (remarks.isEmpty ? [] : [remarksSheet]), push: push)
    var counts: [Int] = []
    for noun in nouns {
      try writer.beginSheet(noun.table.columns.map { WorkbookWriter.Column($0.name, $0.kind.inWorkbooks) })
      var count = 0
      try noun.table.each(of: event, in: snapshot) { cells in
        try writer.append(cells.map { $0 ?? "" })
        count += 1
      }
      counts.append(count)
    }
    if let header = remarks.first {
      try writer.beginSheet(header.map { WorkbookWriter.Column($0) })
      for row in remarks.dropFirst() { try writer.append(row) }
    }
    try writer.finish()
    return counts
  }

  /// What a cell is in JSON: its text, a number or yes and no; null where it is empty.
  private static func value(of cell: String?, as kind: ExportedTable.Kind) -> JSON {
    guard let cell, !cell.isEmpty else { return kind == .flag ? false : .null }
    switch kind {
    case .flag: return .bool(cell == "yes")
    case .number: return .number(cell)
    case .text, .time: return .string(cell)
    }
  }
}

extension ExportedTable.Kind {
  fileprivate var inWorkbooks: WorkbookWriter.Kind {
    switch self {
    case .text, .flag: .text
    case .number: .number
    case .time: .time
    }
  }
}
