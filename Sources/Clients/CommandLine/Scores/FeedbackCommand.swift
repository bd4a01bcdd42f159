public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
public import Scores
import Vocabulary

/// `datajam feedback …`
struct FeedbackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "feedback", "What teams learn about their scores after the announcement.",
    more: "Judges are never named. Teams see only what the policy of the event allows.",
    subcommands: [Policy.self, Show.self])

  struct Policy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "policy", "Show or set what teams see: nothing, comments, scores or everything.",
      more: "Comments are the judges' texts for the team. Scores are the means of each criterion.",
      examples: "datajam feedback policy everything")

    @Argument(help: "What teams see. Without it: show the policy.") var policy: FeedbackPolicy?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      guard let policy else {
        let policy = try await backend.read { try backend.scores.feedbackPolicy(of: $0.id, in: $1) }
        return Console.print(
          global.json ? (["shares": .string(policy.rawValue)] as JSON).pretty : "Teams are told: \(policy.rawValue)")
      }
      let outcome = try await backend.change { try backend.scores.set(policy, of: $0, in: $1) }
      global.tell(outcome, "feedback", policy.rawValue)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show the feedback of all teams, or of one.",
      more: "The letters to teams include it: datajam announcement render --as email -o FOLDER",
      examples: "datajam feedback show aurora")

    @Argument(help: "The team's key. Without it: every team.", completion: .keys(.team)) var team: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (languages, feedback) = try await backend.read {
        ($0.event.languages, try backend.scores.feedback(of: $0.id, team: team, in: $1))
      }
      if global.json {
        let document: JSON = ["items": .array(feedback.map(\.json)), "count": .integer(feedback.count)]
        return Console.print(document.pretty)
      }
      if feedback.isEmpty { return Console.say("No team was scored in a round that is over.") }
      Page(feedback.map { [.text($0.text(preferring: languages))] }).print()
    }
  }
}

extension FeedbackPolicy: ExpressibleByArgument {}

extension Feedback {
  fileprivate func text(preferring languages: [Language]) -> String {
    let judges = sheets == 1 ? "1 judge" : "\(sheets) judges"
    return
      (["\(teamName) · round \(round) · \(judges)"]
      + scores.map { "  \($0.criterion.text(preferring: languages))  \($0.mean) of \($0.maximum)" }
      + comments.map { "  – \($0)" })
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
