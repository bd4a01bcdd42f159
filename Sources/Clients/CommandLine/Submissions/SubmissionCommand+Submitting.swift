import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Submissions
import Vocabulary

extension SubmissionCommand {
  struct Submit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "submit", "Submit a team's draft as its next version.",
      more: """
        A version never changes. The last version before the deadline (with its grace period) is judged. After \
        the deadline, an organiser needs a reason. With --as-participant, the rules for teams apply, and late \
        submissions are refused.
        """,
      examples: "datajam submission submit aurora", "datajam submission submit aurora --reason \"Power cut\"")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Option(
      help: ArgumentHelp(
        "When it was received, in the event's time zone. Without it: now.", valueName: "yyyy-mm-ddThh:mm"))
    var receivedAt: TypedTime?
    @Option(help: ArgumentHelp("The reason to judge a late submission.", valueName: "text")) var reason: String?
    @Flag(help: "Apply the rules for the team itself.") var asParticipant = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      if asParticipant && (receivedAt != nil || reason != nil) {
        throw ValidationError("'--as-participant' takes neither '--received-at' nor '--reason': a team submits now.")
      }
    }

    func run() async throws {
      let backend = try await global.open()
      let (outcome, version) = try await backend.change { event, unit in
        let setting = try EventSettingStore.setting(of: event, in: unit)
        var way = Submitting()
        (way.asParticipant, way.receivedAt, way.reason) = (asParticipant, try receivedAt?.time(in: setting), reason)
        return try backend.submissions.submit(team, way, of: event, in: unit)
      }
      global.tell(outcome, version, of: team)
    }
  }

  struct AcceptLate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "accept-late", "Accept a late submission, so that it is judged.",
      more: "If the late submission was refused, it is submitted now and accepted.",
      examples: "datajam submission accept-late aurora --reason \"Power cut\"")

    @Argument(help: "The teams' keys.", completion: .keys(.team)) var teams: [String] = []
    @Flag(help: "All teams whose newest version is late. Drafts do not count.") var allLate = false
    @Option(help: ArgumentHelp("The reason to judge a late submission.", valueName: "text")) var reason: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      if teams.isEmpty != allLate { throw ValidationError("Name the teams, or give '--all-late'.") }
    }

    func run() async throws {
      let backend = try await global.open()
      let accepted = try await backend.change { event, unit in
        let teams = allLate ? try backend.submissions.late(of: event, in: unit) : teams
        return try teams.map { team in
          let version = try backend.submissions.acceptLate(
            team, because: reason, onlySubmitted: allLate, of: event, in: unit)
          return Accepted(team: team, version: version)
        }
      }
      guard !global.json else {
        let document: JSON = ["items": .array(accepted.map(\.json)), "count": .integer(accepted.count)]
        return Console.print(document.pretty)
      }
      if accepted.isEmpty { Console.say("No team has a late submission.") }
      for one in accepted {
        Console.say(
          "submission \(quoted(one.team)): version \(one.version.number) accepted late"
            + (one.version.isJudged ? ", and judged" : ""))
      }
    }

    private struct Accepted: Sendable {
      let team: String
      let version: SubmissionVersion

      var json: JSON { .object([JSON.Member("team", .string(team))] + (version.json.members ?? [])) }
    }
  }

  struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "withdraw", "Record that a team withdraws its submission from judging.",
      examples: "datajam submission withdraw aurora")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Flag(help: "The submission is judged again.") var undo = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change {
        try backend.submissions.set(withdrawn: !undo, team, of: $0, in: $1)
      }
      guard !global.json, outcome != .unchanged else { return global.tell(outcome, "submission", team) }
      Console.say("submission \(quoted(team)): \(undo ? "takes part again" : "withdrawn")")
    }
  }

  struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "history", "List the submitted versions of a team with their times.",
      examples: "datajam submission history aurora")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (languages, versions) = try await backend.read {
        ($0.event.languages, try backend.submissions.submission(of: team, $0.id, in: $1).versions)
      }
      let table = TextTable(
        header: ["version", "received", "standing", "by", "entered by", "judged", "title"],
        rows: versions.map { version in
          [
            String(version.number), version.receivedLocally.description, version.standing, version.submittedBy.rawValue,
            version.enteredBy ?? "", version.isJudged ? "yes" : "",
            version.contents["title"].map { LocalizedText(json: $0).text(preferring: languages) } ?? "",
          ]
        }, numeric: [0], expendable: ["entered by", "by"])
      try global.show(
        table, as: versions.map(\.json),
        in: list,
        whenEmpty: "Team \(quoted(team)) submitted nothing yet. Submit it: \(run: "submission submit \(team)")")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a team's draft that was never submitted.",
      examples: "datajam submission remove aurora")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.submissions.remove(team, of: $0, in: $1) }
      global.tell(removed: true, "submission", team, "submission \(quoted(team)): removed")
    }
  }
}

extension GlobalOptions {
  /// Says which version a submission became.
  fileprivate func tell(_ outcome: Outcome, _ version: SubmissionVersion, of team: String) {
    guard !json else {
      let head = [JSON.Member("outcome", .string(outcome.rawValue)), JSON.Member("team", .string(team))]
      return Console.print(JSON.object(head + (version.json.members ?? [])).pretty)
    }
    let words =
      outcome == .unchanged
      ? "unchanged since version \(version.number)" : "submitted as version \(version.number), \(version.standing)"
    Console.say("submission \(quoted(team)): \(words), received \(version.receivedLocally)")
  }
}
