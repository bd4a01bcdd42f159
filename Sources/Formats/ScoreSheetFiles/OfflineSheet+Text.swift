import Vocabulary

extension OfflineSheet {
  /// The sheet as text: lines that begin with @ are ours, the rest is the judge's.
  public var text: String {
    var lines = [
      "@datajam-sheet 1  event \(origin.event)  round \(origin.round)  judge \(origin.judge)  rubric \(origin.rubric)"
        + "  issued \(issued)  code \(origin.code(issued))",
      "@ \(words.instruction)",
    ]
    for team in teams { lines += self.lines(of: team) }
    lines.append("@end")
    return lines.joined(separator: "\n") + "\n"
  }

  private var words: SheetWording { SheetWording(language) }

  private func lines(of team: TeamSheet) -> [String] {
    var lines = [
      "",
      "@team \(team.team)  revision \(team.revision)  code \(origin.code(of: team.team, revision: team.revision))"
        + "  \(oneLine(team.name))",
    ]
    lines += projects[team.team].map(self.lines(of:)) ?? []
    lines += [
      "@status  \(words.statuses)", team.status.word(in: language),
    ]
    for criterion in criteria {
      lines.append(
        "@score \(criterion.key)  \(criterion.scale.lowerBound)..\(criterion.scale.upperBound)  (\(criterion.share))"
          + "\(criterion.step.map { "  \(words.steps) \($0)" } ?? "")  \(oneLine(criterion.title))  \(SheetMark.points)"
      )
      lines += criterion.levels.map { "@   \(oneLine($0))" }
      lines.append(team.points[criterion.key]?.description ?? "")
    }
    lines.append("@comment  \(words.comment)")
    lines += written(team.comment)
    lines.append("@feedback  \(words.feedback)")
    lines += written(team.feedback)
    return lines
  }

  private func lines(of project: Project) -> [String] {
    let texts =
      [project.place.map { "\(words.place) \($0)" }, project.title, project.summary].compactMap { $0 } + project.links
    return texts.flatMap { $0.split(whereSeparator: \.isNewline) }.flatMap { wrapped(oneLine(String($0))) }
      .map { "@   \($0)" }
  }

  /// The words in lines of at most 90 letters; a longer word, such as an address, has a line of its own.
  private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= 90 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private func oneLine(_ text: String) -> String {
    String(text.map { $0.unicodeScalars.contains(where: \.steersTerminal) ? " " : $0 })
  }

  /// A text with its lines; what could be taken for a line of ours, or for the mark of a quotation, is told apart by a \.
  private func written(_ text: String) -> [String] {
    guard !text.isEmpty else { return [""] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.first.map { "@>\\".contains($0) } ?? false ? "\\" + line : String(line)
    }
  }
}
