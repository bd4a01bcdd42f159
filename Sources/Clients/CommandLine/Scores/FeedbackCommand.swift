public import ArgumentParser
import Backend
import CanonicalJSON
import Events
public import Scores
import Vocabulary

/// `datajam feedback …`
struct FeedbackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback", abstract: "What teams are told of how they were judged, after the announcement.",
    discussion: "Judges are never named, and nothing is told that the event does not share.",
    subcommands: [Policy.self, Show.self])

  struct Policy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "policy",
      abstract: "Show or say what the teams are told: nothing, comments, scores or everything.",
      discussion: "Comments are what judges wrote for the team. Scores are means by criterion.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "What the teams are told; left out, it is shown.") var policy: FeedbackPolicy?

    func run() async throws {
      let backend = try await global.open()
      guard let policy else {
        let policy = try await backend.read { try backend.scores.feedbackPolicy(of: $0.id, in: $1) }
        return Surroundings.print(
          global.json ? (["shares": .string(policy.rawValue)] as JSON).pretty : "Teams are told: \(policy.rawValue)")
      }
      let outcome = try await backend.change { try backend.scores.set(policy, of: $0, in: $1) }
      global.tell(outcome, "feedback", policy.rawValue)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show what the teams are told, or one of them.",
      discussion: "Their e-mails hold it too: datajam announcement render --as email -o FOLDER")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key; left out, every team.") var team: String?

    func run() async throws {
      let backend = try await global.open()
      let feedback = try await backend.read { try backend.scores.feedback(of: $0.id, team: team, in: $1) }
      if global.json {
        let document: JSON = ["items": .array(feedback.map(\.json)), "count": .integer(feedback.count)]
        return Surroundings.print(document.pretty)
      }
      if feedback.isEmpty { return Surroundings.say("No team was scored in a round that is over.") }
      Surroundings.print(feedback.map(\.text).joined(separator: "\n\n"))
    }
  }
}

extension FeedbackPolicy: ExpressibleByArgument {}

extension Feedback {
  fileprivate var text: String {
    let judges = sheets == 1 ? "1 judge" : "\(sheets) judges"
    return
      (["\(teamName) · round \(round) · \(judges)"]
      + scores.map { "  \($0.criterion.anyText)  \($0.mean) of \($0.maximum)" } + comments.map { "  – \($0)" })
      .joined(separator: "\n")
  }

  fileprivate var json: JSON {
    [
      "team": .string(team), "round": .string(round), "sheets": .integer(sheets),
      "scores": .array(
        scores.map {
          [
            "criterion": $0.criterion.json, "mean": .string($0.mean.description),
            "maximum": .string($0.maximum.description),
          ]
        }),
      "comments": .array(comments.map { .string($0) }),
    ]
  }
}
