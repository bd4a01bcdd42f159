import CSV
import Vocabulary

/// Reads the CSV form, which may hold the sheets of several judges.
struct SheetTableReader {
  private let header: Header
  private var faults: [SheetFault] = []

  static func read(_ bytes: [UInt8]) throws(SheetFaults) -> [ReturnedSheet] {
    let table: Table
    do {
      table = try Table(bytes: bytes, dialect: Dialect(restoresFormulas: true))
    } catch let error as CSVError {
      throw SheetFaults([SheetFault(line: 1, error.sentence)])
    } catch {
      throw SheetFaults([SheetFault(line: 1, "The file cannot be read.")])
    }
    var reader = SheetTableReader(table.header)
    let missing = (SheetColumns.fixed + SheetColumns.last).filter { table.header.index(of: $0) == nil }
    guard missing.isEmpty else {
      throw SheetFaults([SheetFault(line: 1, "This is no sheet: the column \(quoted(missing[0])) is missing.")])
    }
    var order: [SheetOrigin] = []
    var teams: [SheetOrigin: [ReturnedSheet.Team]] = [:]
    for record in table.records where !record.isBlank {
      guard let (origin, team) = reader.team(record) else { continue }
      if teams[origin] == nil { order.append(origin) }
      if teams[origin]?.contains(where: { $0.sheet.team == team.sheet.team }) == true {
        reader.faults.append(
          SheetFault(line: record.line, "Team \(quoted(team.sheet.team)) stands on this sheet already."))
      }
      teams[origin, default: []].append(team)
    }
    let sheets = order.map { ReturnedSheet(origin: $0, teams: teams[$0] ?? []) }
    guard reader.faults.isEmpty else { throw SheetFaults(reader.faults, among: sheets) }
    return sheets
  }

  private init(_ header: Header) { self.header = header }

  private mutating func team(_ record: Record) -> (SheetOrigin, ReturnedSheet.Team)? {
    func cell(_ name: String) -> String { record[name, in: header] ?? "" }
    let origin = SheetOrigin(
      event: cell("event"), round: cell("round"), judge: cell("judge"), rubric: cell("rubric"))
    let (team, code) = (cell("team"), cell("sheet_code"))
    guard let revision = Int(cell("revision")), code == origin.code(of: team, revision: revision) else {
      faults.append(
        SheetFault(
          line: record.line,
          "The code \(quoted(code)) does not belong to team \(quoted(team)) and judge \(quoted(origin.judge)) in this row: cells were mixed up."
        ))
      return nil
    }
    let status = status(cell("status"), record)
    let sheet = TeamSheet(
      team: team, name: cell("team_name"), revision: revision, status: status, points: points(record),
      comment: cell("comment"), feedback: cell("feedback"))
    let lines = Dictionary(uniqueKeysWithValues: sheet.points.keys.map { ($0, record.line) })
    return (origin, ReturnedSheet.Team(sheet: sheet, line: record.line, lines: lines))
  }

  private mutating func points(_ record: Record) -> [String: Points] {
    var points: [String: Points] = [:]
    for name in header.names {
      guard let criterion = SheetColumns.criterion(name) else { continue }
      let answer = (record[name, in: header] ?? "").filter { !$0.isWhitespace }
      if answer.isEmpty || answer == "-" || answer == "–" { continue }
      if let given = Points(answer) {
        points[criterion] = given
      } else {
        faults.append(
          SheetFault(
            line: record.line,
            "\(quoted(answer)) is no number of points for \(quoted(criterion)). Write it like 8 or 6.5."))
      }
    }
    return points
  }

  private mutating func status(_ text: String, _ record: Record) -> TeamSheet.Status {
    if let status = text.allSatisfy(\.isWhitespace) ? .draft : TeamSheet.Status(word: text) { return status }
    faults.append(
      SheetFault(line: record.line, "\(quoted(text)) is no status: write draft, ready, recused or absent."))
    return .draft
  }
}
