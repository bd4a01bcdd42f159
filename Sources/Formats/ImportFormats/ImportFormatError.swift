import CSV
public import Vocabulary

/// Why a file cannot be read in the terms of datajam, before any of its rows has been looked at.
public enum ImportFormatError: ExplainedError, Equatable {
  /// The columns fit none of the things, or several.
  case unclearNoun([ImportNoun])
  /// A platform's file does not speak of such things.
  case foreignNoun(ImportProfile, ImportNoun)
  /// Two columns with one meaning.
  case sameField(DraftField, String, String)
  case missingColumn(String, header: [String])
  /// None of the columns of which one has to be there.
  case missingColumns(ImportNoun, String)
  /// The questions of a form do not tell what they ask for.
  case mapNeeded(ImportProfile)
  case timeZoneNeeded(column: String, zone: String)
  case dateOrderNeeded(column: String)
  /// Neither the zone nor the order of the dates is known; `zone` is the event's.
  case timesUnclear(column: String, zone: String)
  /// What is wrong with the file of `--map`, as a sentence.
  case unreadableMap(String)
  case incompleteMapRow(Int)
  case unknownField(String, among: [String])
  /// A field that this thing does not have.
  case foreignField(String, ImportNoun)
  case unknownMapColumn(String, header: [String])
  case columnMappedTwice(String)
  /// A field that the map gives to two columns.
  case sameMapField(String, String, String)
  /// A column of `--only` or `--skip`.
  case unknownChoiceColumn(String, header: [String])

  public var explanation: Explanation {
    let (kind, code, message, hint) = parts
    return Explanation(kind, code: code, message, hint: hint)
  }

  private var parts: (Explanation.Kind, String, String, Message) {
    switch self {
    case .unclearNoun(let candidates):
      (.usage, "unclear-rows", Self.unclear(candidates), "Say it with \(Self.choices(candidates)).")
    case .foreignNoun(let profile, let noun):
      (
        .usage, "wrong-rows",
        "\(profile == .eventbrite ? "An" : "A") \(profile.rawValue) file does not hold \(noun.rawValue)s.",
        "Say --as \(profile.nouns.map(\.rawValue).joined(separator: " or --as ")), or leave --as out."
      )
    case .sameField(let field, let first, let second):
      (
        .badData, "same-column", "The columns \(quoted(first)) and \(quoted(second)) both stand for \(field.column).",
        "Give one of them the field \"ignore\" with --map: \(Self.mapForm)."
      )
    case .missingColumn(let name, let header):
      (
        .badData, "missing-column", CSVError.missingColumn(name, header: header).sentence,
        "Where it stands under another name, say so with --map: \(Self.mapForm)."
      )
    case .missingColumns(let noun, let wanted):
      (
        .badData, "missing-column",
        "No column of the file is known to hold \(wanted), which \(noun.withArticle) needs.",
        "Say which column does with --map: \(Self.mapForm)."
      )
    case .mapNeeded(let profile):
      (
        .usage, "map-needed",
        "No questions of the \(profile.rawValue) file are known to ask for an e-mail address and a name.",
        "Say what the questions ask for with --map: \(Self.mapForm)."
      )
    case .timesUnclear(let column, let zone):
      (
        .usage, "times-unclear",
        "The dates in \(quoted(column)) may be day first or month first, and the times do not say their zone.",
        "Add --date-order dmy or --date-order mdy, and --tz ZONE: the event's is --tz \(zone)."
      )
    case .timeZoneNeeded(let column, let zone):
      (
        .usage, "time-zone-needed", "The times in \(quoted(column)) do not say their zone.",
        "Add --tz ZONE: the event's is --tz \(zone)."
      )
    case .dateOrderNeeded(let column):
      (
        .usage, "date-order-needed", "The dates in \(quoted(column)) may be day first or month first.",
        "Add --date-order dmy or --date-order mdy, or --date-order ymd where every date begins with its year."
      )
    default: partsOfMap
    }
  }

  private var partsOfMap: (Explanation.Kind, String, String, Message) {
    switch self {
    case .incompleteMapRow(let row):
      (.badData, "bad-map", "Row \(row) of the map lacks a column or a field.", "The map is \(Self.mapForm).")
    case .unknownField(let name, let fields):
      (
        .badData, "unknown-field", "\(quoted(name)) in the map is no field.",
        suggestion(nearest(to: name, among: fields + [ColumnMap.ignore]))
          ?? "The fields are \((fields + [ColumnMap.ignore]).joined(separator: ", "))."
      )
    case .foreignField(let name, let noun):
      (
        .badData, "unknown-field",
        "The map gives a column to \(quoted(name)), which \(noun.withArticle) does not have.",
        "Its fields are \(FieldNames.of(noun, in: .english).flatMap(\.own).joined(separator: ", "))."
      )
    case .unknownMapColumn(let name, let header):
      (
        .badData, "unknown-column", "The map speaks of a column \(quoted(name)), which the file does not have.",
        suggestion(nearest(to: name, among: header.filter { $0.utf8.count <= 200 }))
          ?? "Its columns are \(header.filter { !$0.isEmpty }.prefix(12).map(quoted).joined(separator: ", "))."
      )
    case .unknownChoiceColumn(let name, let header):
      (
        .usage, "unknown-column", "Rows are chosen by a column \(quoted(name)), which the file does not have.",
        suggestion(nearest(to: name, among: header.filter { $0.utf8.count <= 200 }))
          ?? "Its columns are \(header.filter { !$0.isEmpty }.prefix(12).map(quoted).joined(separator: ", "))."
      )
    case .sameMapField(let field, let first, let second):
      (
        .badData, "same-column", "The map gives both \(quoted(first)) and \(quoted(second)) to \(field).",
        "Leave one of the two rows."
      )
    case .columnMappedTwice(let name):
      (.badData, "bad-map", "The map gives the column \(quoted(name)) twice.", "Leave one of the two rows.")
    case .unreadableMap(let sentence):
      (.badData, "bad-map", sentence, "The map is \(Self.mapForm).")
    default:
      (.bug, "bad-map", "The file cannot be read.", "The map is \(Self.mapForm).")
    }
  }

  /// What a map looks like, for a sentence.
  public static let mapForm = #"a CSV file with the columns "column" and "field", and rows such as Your e-mail?,email"#

  private static func unclear(_ candidates: [ImportNoun]) -> String {
    guard !candidates.isEmpty else { return "The columns do not tell what a row of the file is." }
    return "A row of the file can be " + candidates.map { $0.withArticle }.joined(separator: " or ") + "."
  }

  private static func choices(_ candidates: [ImportNoun]) -> String {
    (candidates.isEmpty ? ImportNoun.allCases : candidates).map { "--as \($0.rawValue)" }.joined(separator: " or ")
  }
}
