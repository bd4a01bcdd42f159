import ArgumentParser
import Terminal

/// What `datajam` says without a command: the way through a first event, and where to read more. It fits one screen.
enum FirstScreen {
  /// The commands of a first event in their order.
  static let steps = [
    ("datajam demo", "Watch a whole event with example data."),
    ("datajam event add SLUG …", "Create your event."),
    ("datajam import people.csv", "Import people, teams and submissions."),
    ("datajam rubric import rubric.csv", "Set what judges score."),
    ("datajam judge import judges.csv", "Add the judges."),
    ("datajam judging open main", "Open the first round of judging."),
    ("datajam assignment plan --apply", "Assign teams to judges."),
    ("datajam score enter", "Enter scores."),
    ("datajam result compute", "Rank the teams."),
    ("datajam announcement render", "Write the announcement."),
  ]

  static var text: String {
    """
    \(CommandNode.root.configuration.abstract)

    A first event:
    \(rows(steps, 36))

    Commands (for example, "datajam help team" explains those of team):
    \(rows(groups, 20))

    Read more:
    \(rows(more, 36))
    """
  }

  private static let more = [
    ("datajam --help", "all commands with one line each"),
    ("docs/START-HERE.md", "a guide for organisers and for judges"),
    ("export DATAJAM_EVENT=SLUG", "use this event where -E is left out"),
    ("datajam completion install", "let the Tab key complete commands"),
  ]

  private static var groups: [(String, String)] {
    CommandNode.root.configuration.groupedSubcommands.map { group in
      (group.name, CommandNode.root.children(group.subcommands).map(\.name).joined(separator: ", "))
    }
  }

  private static func rows(_ rows: [(String, String)], _ column: Int) -> String {
    rows.flatMap { HelpRow(name: $0, text: $1, column: column).lines(width: 80) }.joined(separator: "\n")
  }
}
