import CSV
import ImportFormats
import Vocabulary

/// A file as it was read: by whom, and what became of each of its records.
struct Sample {
  let interpreter: Interpreter
  let readings: [RecordReading]

  init(_ text: String, _ settings: ReadingSettings = ReadingSettings()) throws {
    let table = try Table(bytes: Array(text.utf8))
    var interpreter = try Interpreter(table.header, settings)
    readings = table.records.map { interpreter.read($0) }
    self.interpreter = interpreter
  }

  var drafts: [Draft] { readings.flatMap(\.drafts) }
  var problems: [String] { readings.flatMap(\.problems).map(\.message) }
  var remarks: [String] { readings.flatMap(\.remarks).map(\.message) }
}

extension ReadingSettings {
  /// Settings with some of them changed.
  static func with(_ change: (inout ReadingSettings) -> Void) -> ReadingSettings {
    var settings = ReadingSettings()
    settings.eventTimeZone = "America/Toronto"
    change(&settings)
    return settings
  }
}

extension Draft {
  init(_ noun: ImportNoun, _ texts: [DraftField: String]) {
    self.init(noun)
    for (field, text) in texts { self[field] = text }
  }
}

extension RecordReading {
  init(_ drafts: [Draft], skipped: String? = nil, problems: [CellProblem] = [], remarks: [CellProblem] = []) {
    self.init()
    self.drafts = drafts
    self.skipped = skipped
    self.problems = problems
    self.remarks = remarks
  }
}

/// The error that a header and settings meet; nil when they meet none.
func errorOfReading(_ header: String, _ settings: ReadingSettings = ReadingSettings()) throws -> ImportFormatError? {
  let table = try Table(bytes: Array((header + "\n").utf8))
  do throws(ImportFormatError) {
    _ = try Interpreter(table.header, settings)
    return nil
  } catch {
    return error
  }
}

extension ReadingSettings {
  /// The same with a map.
  func mapped(_ map: String) throws -> ReadingSettings {
    var settings = self
    settings.map = try ColumnMap(Array(map.utf8))
    return settings
  }
}
