import Vocabulary

/// Reads the text form, line by line.
struct SheetTextReader {
  private enum Part {
    case preamble
    case ours
    case status
    case score(String)
    case comment
    case feedback
  }

  private var origin: SheetOrigin?
  private var teams: [ReturnedSheet.Team] = []
  private var faults: [SheetFault] = []
  private var part = Part.preamble
  private var current: TeamInProgress?
  private var hasEnded = false

  static func read(_ bytes: [UInt8]) throws(SheetFaults) -> [ReturnedSheet] {
    var sheets: [ReturnedSheet] = []
    var faults: [SheetFault] = []
    var reader = SheetTextReader()
    let lines = lines(bytes)
    for (index, line) in lines.enumerated() {
      // A second sheet in the same file, such as one mail with two of them.
      if line.hasPrefix("@datajam-sheet"), reader.origin != nil { reader.hand(over: &sheets, &faults, at: index) }
      reader.take(line, index + 1)
    }
    reader.hand(over: &sheets, &faults, at: lines.count)
    guard faults.isEmpty else { throw SheetFaults(faults, among: sheets) }
    return sheets
  }

  /// The lines without the marks of a quotation, which are those before the first line of ours.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    let text = String(
      decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    let head = lines.first { $0.contains("@datajam-sheet") } ?? ""
    let depth = head.prefix { $0 == ">" || $0 == " " }.count { $0 == ">" }
    return depth == 0 ? lines : lines.map { unquoted($0, depth) }
  }

  private static func unquoted(_ line: String, _ depth: Int) -> String {
    var rest = line[...]
    for _ in 0..<depth {
      let unspaced = rest.drop { $0 == " " }
      guard unspaced.first == ">" else { break }
      rest = unspaced.dropFirst()
    }
    return String(rest.first == " " ? rest.dropFirst() : rest)
  }

  private mutating func hand(over sheets: inout [ReturnedSheet], _ faults: inout [SheetFault], at line: Int) {
    closeTeam()
    if origin == nil {
      self.faults.append(SheetFault(line: 1, "This is no sheet: the line that begins with @datajam-sheet is missing."))
    } else if !hasEnded {
      self.faults.append(
        SheetFault(line: line, "The sheet breaks off before its line @end, so part of it may be missing."))
    }
    faults += self.faults
    if let origin { sheets.append(ReturnedSheet(origin: origin, teams: teams)) }
    self = SheetTextReader()
  }

  private mutating func take(_ line: String, _ number: Int) {
    guard !hasEnded else { return }
    if line.hasPrefix("@") { return takeOurs(line, number) }
    switch part {
    case .preamble, .ours:
      guard case .ours = part, !line.allSatisfy(\.isWhitespace) else { return }
      fault(number, "\(quoted(line)) stands where nothing is asked.")
    case .status: current?.statusLines.append((line, number))
    case .score(let key): current?.answers[key, default: []].append((line, number))
    case .comment: current?.comment.append(line)
    case .feedback: current?.feedback.append(line)
    }
  }

  private mutating func takeOurs(_ line: String, _ number: Int) {
    let words = line.split(separator: " ").map(String.init)
    switch words[0] {
    case "@datajam-sheet": begin(words, number)
    case "@team": beginTeam(words, number)
    case "@status": part = .status
    case "@score": beginScore(words, line, number)
    case "@comment": part = .comment
    case "@feedback": part = .feedback
    case "@end": hasEnded = origin != nil
    case "@": break
    default:
      fault(number, "\(quoted(words[0])) is no line of a sheet. Put a \\ before a line of yours that begins with @.")
    }
  }

  private mutating func begin(_ words: [String], _ number: Int) {
    part = .ours
    let given = Self.pairs(words.dropFirst(2))
    guard words.dropFirst().first == "1" else {
      return fault(number, "The sheet is of a form that this program does not know; update it.")
    }
    guard let event = given["event"], let round = given["round"], let judge = given["judge"],
      let rubric = given["rubric"], let issued = given["issued"], let code = given["code"]
    else { return fault(number, "The line @datajam-sheet is not complete any more.") }
    let origin = SheetOrigin(event: event, round: round, judge: judge, rubric: rubric)
    self.origin = origin
    if code != origin.code(issued) {
      fault(number, "The sheet's code \(quoted(code)) does not belong to this line, so something in it was changed.")
    }
  }

  private mutating func beginTeam(_ words: [String], _ number: Int) {
    closeTeam()
    part = .ours
    let given = Self.pairs(words.dropFirst(2).prefix(4))
    guard let origin, words.count > 5, let revision = given["revision"].flatMap({ Int($0) }), let code = given["code"]
    else { return fault(number, "The line @team is not complete any more.") }
    if code != origin.code(of: words[1], revision: revision) {
      fault(
        number,
        "The code \(quoted(code)) does not belong to team \(quoted(words[1])) on this sheet: lines were mixed up.")
    }
    if teams.contains(where: { $0.sheet.team == words[1] }) {
      fault(number, "Team \(quoted(words[1])) stands on this sheet already.")
    }
    current = TeamInProgress(
      team: words[1], name: words.dropFirst(6).joined(separator: " "), revision: revision, line: number)
  }

  private mutating func beginScore(_ words: [String], _ line: String, _ number: Int) {
    guard words.count > 1, current != nil else { return fault(number, "The line @score belongs to no team.") }
    if current?.answers[words[1]] != nil { fault(number, "\(quoted(words[1])) is asked twice for this team.") }
    current?.answers[words[1]] = SheetMark.answer(onLine: line).map { [($0, number)] } ?? []
    part = .score(words[1])
  }

  private mutating func closeTeam() {
    guard let closing = current else { return }
    current = nil
    let (team, found) = closing.finished
    faults += found
    teams.append(team)
  }

  private mutating func fault(_ line: Int, _ sentence: String) { faults.append(SheetFault(line: line, sentence)) }

  private static func pairs(_ words: some Sequence<String>) -> [String: String] {
    let words = Array(words)
    return stride(from: 0, to: words.count - 1, by: 2).reduce(into: [:]) { $0[words[$1]] = words[$1 + 1] }
  }
}
