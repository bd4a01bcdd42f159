import CSV
import Vocabulary

/// Devpost's list of projects: a row is a project with its team, or one of its prizes.
struct ProjectForm: RecordForm {
  private let noun: ImportNoun
  private let reader: FieldReader
  private let found: ProjectColumns
  private let members: ProjectMembers
  private let title: (field: DraftField, index: Int)
  private let url: Int
  private let time: Int?
  private let takesHidden: Bool
  private let width: Int
  private let timeRemark: String?
  private var seen: Set<String> = []

  init(_ header: Header, as noun: ImportNoun, _ settings: ReadingSettings) throws(ImportFormatError) {
    self.noun = noun
    let columns = try Columns(header, as: noun, in: .devpost, settings)
    guard let url = columns[.url] else { throw .missingColumn("Submission Url", header: header.names) }
    let titles: [DraftField] = [.titleEn, .titleFr, .titleEs]
    guard let title = columns.all.first(where: { titles.contains($0.field) }) else {
      throw .missingColumn("Project Title", header: header.names)
    }
    (self.url, self.title) = (url, title)
    found = ProjectColumns(header, columns)
    let times = TimeReading(
      order: settings.dateOrder ?? .monthFirst, zone: settings.timeZone ?? settings.eventTimeZone)
    reader = FieldReader(columns, settings, times: times)
    let tail = TeamTail(header)
    members = ProjectMembers(found, columns, tail)
    takesHidden = settings.takesHidden
    width = header.count
    time = columns[.receivedAt] == nil ? found.time : nil
    timeRemark = time.flatMap { index in
      guard columns.index(of: ["Project Submitted At", "Submission Submitted At"], in: header) != index else {
        return nil
      }
      return "The file does not say when projects were submitted; \(quoted(header.names[index])) stands for it."
    }
  }

  var usedColumns: Set<Int> {
    Set(reader.columns.all.map(\.index) + found.used).union(members.columns(upTo: width))
  }

  var remarks: [String] {
    guard noun == .submission else { return [] }
    let hasTimes = time != nil || reader.columns[.receivedAt] != nil
    let hasPrizes = found.prize != nil || reader.columns[.optedFor] != nil
    return (hasTimes ? [reader.form.times.remark] : []) + [timeRemark].compactMap(\.self)
      + (hasPrizes && reader.prizes.isEmpty ? [Self.noPrizes] : [])
  }

  func index(of field: DraftField) -> Int? {
    switch field {
    case .name, .team: title.index
    case .declaredSize: found.memberCount
    case .receivedAt, .receivedAsWritten: reader.columns[field] ?? time
    default: reader.columns[field]
    }
  }

  func fits(width: Int) -> Bool { members.mayExceedHeader || width <= self.width }

  mutating func read(_ row: Row, into reading: inout RecordReading) {
    if let reason = reasonToSkip(row) {
      reading.skipped = reason
      return
    }
    guard let key = sourceKey(of: row, &reading) else { return }
    let isRepeated = seen.contains(key)
    var draft = isRepeated ? Draft(noun) : mainDraft(of: row, &reading)
    draft[.sourceKey] = key
    if noun == .submission { draft[.optedFor] = prizes(of: row, &reading) }
    if isRepeated {
      reading.skipped = found.prize == nil ? "repeated" : "repeated for another prize"
      // What else a team says of itself stands in its first row.
      if noun == .submission { reading.drafts = [draft] }
      return
    }
    complete(draft, of: row, key, &reading)
  }

  private static let noPrizes =
    "The event knows no prizes and no tracks yet, so lists of prizes with commas are kept uncut. "
    + "Add its prizes or tracks, then import the file again."

  private func reasonToSkip(_ row: Row) -> String? {
    if let status = row.text(at: found.status)?.lowercased() {
      if status == "draft" { return "a draft" }
      if status.hasSuffix("(hidden)") && !takesHidden { return "hidden; to take such projects: --include-hidden" }
    }
    if let step = row.text(at: found.step), step.lowercased() != "submit" { return "not submitted" }
    return nil
  }

  private func sourceKey(of row: Row, _ reading: inout RecordReading) -> String? {
    guard let text = row.text(at: url) else {
      reading.problems.append(row.missing(at: url))
      return nil
    }
    do throws(Refusal) {
      return try LinkList.normalised(text)
    } catch {
      reading.problems.append(row.problem(at: url, error.message))
      return nil
    }
  }

  /// What the columns of fields say of the project, or of the team when the file is read for its teams.
  private func mainDraft(of row: Row, _ reading: inout RecordReading) -> Draft {
    noun == .team ? teamDraft(of: row, &reading) : projectDraft(of: row, &reading)
  }

  private func projectDraft(of row: Row, _ reading: inout RecordReading) -> Draft {
    var draft = reader.draft(.submission, of: row, into: &reading) { $0.isOfProject }
    draft[.team] = row.text(at: title.index)
    if draft[.links] == nil {
      let links = found.links.compactMap(row.text(at:)).map(LinkList.lines(of:))
      draft[.links] = links.joined(separator: "\n")
    }
    if let written = row.text(at: time) {
      do throws(Refusal) {
        draft[.receivedAt] = try reader.form.times.instant(written)
        draft[.receivedAsWritten] = written
      } catch {
        reading.problems.append(row.problem(at: time, error.message))
      }
    }
    return draft
  }

  private func teamDraft(of row: Row, _ reading: inout RecordReading) -> Draft {
    var draft = reader.draft(.team, of: row, into: &reading) { $0.isOfTeam }
    draft[.name] = row.text(at: title.index)
    if let text = row.text(at: found.memberCount) {
      if let others = Int(text), (0..<1_000_000).contains(others) {
        draft[.declaredSize] = String(others + 1)
      } else {
        let refusal = Refusal("\(quoted(text)) is no whole number from 0 to 999999")
        reading.remarks.append(row.problem(at: found.memberCount, refusal.leftOut))
      }
    }
    return draft
  }

  /// The row's own prize where the file has a row for each, or else the list of all, one a line.
  private func prizes(of row: Row, _ reading: inout RecordReading) -> String? {
    if let index = found.prize, let text = row.text(at: index) {
      return reader.read(prize: text, at: index, of: row, &reading)
    }
    guard let index = reader.columns[.optedFor], let text = row.text(at: index) else { return nil }
    return reader.read(prizes: text, at: index, of: row, &reading)
  }

  private mutating func complete(_ main: Draft, of row: Row, _ key: String, _ reading: inout RecordReading) {
    guard let name = row.text(at: title.index) else {
      reading.problems.append(row.missing(at: title.index))
      return
    }
    reading.drafts = [main]
    let team: Draft
    if noun == .team {
      team = main
    } else {
      var draft = teamDraft(of: row, &reading)
      draft[.sourceKey] = key
      reading.drafts.append(draft)
      team = draft
    }
    reading.drafts += members.drafts(of: row, team: name, declaredSize: team[.declaredSize], found, &reading)
    // Of a project whose row is rejected, every further row is rejected with it, or taken in its place.
    if reading.problems.isEmpty { seen.insert(key) }
  }
}

extension DraftField {
  /// Whether a project's row says it of the project itself.
  fileprivate var isOfProject: Bool {
    switch self {
    case .url, .videoUrl, .links, .builtWith, .receivedAt: true
    case .titleEn, .titleFr, .titleEs, .summaryEn, .summaryFr, .summaryEs: true
    default: false
    }
  }

  /// Whether a project's row says it of the team.
  fileprivate var isOfTeam: Bool {
    switch self {
    case .affiliation, .track, .country, .declaredSize, .table, .room, .cityEn, .cityFr, .cityEs, .aboutEn, .aboutFr,
      .aboutEs:
      true
    default: false
    }
  }
}
