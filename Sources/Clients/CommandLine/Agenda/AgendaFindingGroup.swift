import Vocabulary

/// Findings of the agenda that say the same of several sessions, as one.
enum AgendaFindingGroup {
  /// From so many on they are one line: a warning soon, what keeps the agenda back only when it would fill the screen.
  private static func limit(_ finding: Finding) -> Int { finding.level == .problem ? 4 : 2 }

  /// In the order in which the first of each comes.
  static func groups(of findings: [Finding]) -> [Finding] {
    var (order, groups): ([String], [String: [Finding]]) = ([], [:])
    for finding in findings {
      let name = "\(finding.level) \(finding.code) \(finding.language?.code ?? "")"
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(finding)
    }
    return order.flatMap { name -> [Finding] in
      let group = groups[name] ?? []
      guard let first = group.first, group.count >= limit(first), let words = words(first) else { return group }
      let keys = group.compactMap(\.subjects.first)
      let once = keys.enumerated().filter { !keys[..<$0.offset].contains($0.element) }.map(\.element)
      let names = once.prefix(5).map { quoted($0) }.joined(separator: ", ")
      let rest = once.count > 5 ? " and \(once.count - 5) more" : ""
      let count = once.count == 1 ? "1 session" : "\(once.count) sessions"
      return [
        Finding(
          first.level, code: first.code, of: once, in: first.language, "\(count) \(words): \(names)\(rest)",
          first.nextStep)
      ]
    }
  }

  /// What is behind "3 sessions"; nil for findings that are each a case of their own.
  private static func words(_ finding: Finding) -> String? {
    let language = finding.language.map { " in \($0.code)" } ?? ""
    return switch finding.code {
    case "no-title": "without a title\(language)"
    case "no-objective": "without an objective\(language)"
    case "no-role": "with a speaker without a role\(language)"
    case "no-registration": "open to the public without a registration link"
    case "no-language": "without a language"
    case "outside-event": "outside the days of the event"
    case "room-too-small": "for more people than their room holds"
    default: nil
    }
  }
}
