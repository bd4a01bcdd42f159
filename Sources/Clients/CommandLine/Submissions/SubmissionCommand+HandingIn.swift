import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Submissions
import Vocabulary

extension SubmissionCommand {
  struct HandIn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "hand-in", abstract: "Hand in what a team works on, as its next version.",
      discussion: """
        A version never changes. The last one that came by the deadline (and its grace period) is judged. What an \
        organiser enters late needs a reason; with --as-participant it is handed in as the team would, now and never late.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Option(
      help: ArgumentHelp(
        "When it was received, by the clocks of the event's zone; now unless given.", valueName: "yyyy-mm-ddThh:mm"))
    var receivedAt: TypedTime?
    @Option(help: ArgumentHelp("Why it is judged although it is late.", valueName: "text")) var reason: String?
    @Flag(help: "By the rules for the team itself.") var asParticipant = false

    func validate() throws {
      if asParticipant && (receivedAt != nil || reason != nil) {
        throw ValidationError("'--as-participant' takes neither '--received-at' nor '--reason': a team hands in now.")
      }
    }

    func run() async throws {
      var wanted = Submitting()
      (wanted.asParticipant, wanted.receivedAt, wanted.reason) = (asParticipant, try receivedAt?.time(), reason)
      let way = wanted
      let backend = try await global.open()
      let (outcome, version) = try await backend.change {
        try backend.submissions.submit(team, way, of: $0, in: $1)
      }
      global.tell(outcome, version, of: team)
    }
  }

  struct Admit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let what a team handed in late be judged.",
      discussion: "What was refused as late is handed in now, and admitted.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The teams' keys.") var teams: [String] = []
    @Flag(help: "Every team whose newest version is late; drafts are left alone.") var allLate = false
    @Option(help: ArgumentHelp("Why it is judged although it is late.", valueName: "text")) var reason: String

    func validate() throws {
      if teams.isEmpty != allLate { throw ValidationError("Name the teams, or give '--all-late'.") }
    }

    func run() async throws {
      let backend = try await global.open()
      let admitted = try await backend.change { event, unit in
        let teams = allLate ? try backend.submissions.late(of: event, in: unit) : teams
        return try teams.map { team in
          let version = try backend.submissions.acceptLate(
            team, because: reason, onlySubmitted: allLate, of: event, in: unit)
          return Admitted(team: team, version: version)
        }
      }
      guard !global.json else {
        let document: JSON = ["items": .array(admitted.map(\.json)), "count": .integer(admitted.count)]
        return Surroundings.print(document.pretty)
      }
      if admitted.isEmpty { Surroundings.say("No team has submitted late.") }
      for one in admitted {
        Surroundings.say(
          "submission \(quoted(one.team)): version \(one.version.number) accepted late"
            + (one.version.isJudged ? ", and judged" : ""))
      }
    }

    private struct Admitted: Sendable {
      let team: String
      let version: SubmissionVersion

      var json: JSON { .object([JSON.Member("team", .string(team))] + (version.json.members ?? [])) }
    }
  }

  struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note that a team no longer wants its submission judged.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Flag(help: "Let it be judged again.") var undo = false

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change {
        try backend.submissions.set(withdrawn: !undo, team, of: $0, in: $1)
      }
      guard !global.json, outcome != .unchanged else { return global.tell(outcome, "submission", team) }
      Surroundings.say("submission \(quoted(team)): \(undo ? "takes part again" : "withdrawn")")
    }
  }

  struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List what a team handed in when.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String

    func run() async throws {
      let backend = try await global.open()
      let versions = try await backend.read {
        try backend.submissions.submission(of: team, $0.id, in: $1).versions
      }
      let table = TextTable(
        header: ["version", "received", "standing", "by", "entered by", "judged", "title"],
        rows: versions.map { version in
          [
            String(version.number), version.receivedLocally.description, version.standing, version.submittedBy.rawValue,
            version.enteredBy ?? "", version.isJudged ? "yes" : "",
            version.contents["title"].map { LocalizedText(json: $0).anyText } ?? "",
          ]
        }, numeric: [0])
      global.show(
        table, as: versions.map(\.json),
        whenEmpty: "Team \(quoted(team)) handed in nothing yet. Hand it in: datajam submission hand-in \(team)")
    }
  }
}

extension GlobalOptions {
  /// Says which version a submission was handed in as.
  fileprivate func tell(_ outcome: Outcome, _ version: SubmissionVersion, of team: String) {
    guard !json else {
      let head = [JSON.Member("outcome", .string(outcome.rawValue)), JSON.Member("team", .string(team))]
      return Surroundings.print(JSON.object(head + (version.json.members ?? [])).pretty)
    }
    let words =
      outcome == .unchanged
      ? "unchanged since version \(version.number)" : "submitted as version \(version.number), \(version.standing)"
    Surroundings.say("submission \(quoted(team)): \(words), received \(version.receivedLocally)")
  }
}
