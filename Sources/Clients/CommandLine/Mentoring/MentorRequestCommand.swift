import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Mentoring
import Vocabulary

/// `datajam mentor request …`
struct MentorRequestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "request", "Requests of teams for mentoring.",
    subcommands: [Add.self, List.self, Withdraw.self], defaultSubcommand: Add.self)

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Record what a team wants to talk about with a mentor.",
      more: "\"datajam mentor plan\" then proposes a session.",
      examples: "datajam mentor request add aurora --topics maps --languages fr")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Option(
      help: ArgumentHelp(
        "Subjects, such as maps,statistics. Without it: any mentor.", valueName: "words")
    )
    var topics: TypedWords?
    @Option(help: ArgumentHelp("The languages, the preferred one first. Without it: any language.", valueName: "codes"))
    var languages: TypedLanguages?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let topics = (topics?.words ?? []).filter { !$0.isEmpty }
      let languages = try languages?.codes() ?? []
      let backend = try await global.open()
      let request = try await backend.change {
        try backend.mentoring.request(by: team, topics: topics, languages: languages, of: $0, in: $1)
      }
      global.tell(.created, "mentor request", String(request.number.rawValue), next: "mentor plan")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the requests, oldest first.",
      examples: "datajam mentor request list --open")

    @Flag(help: "Only requests without a session.") var open = false
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let all = try await backend.read { try backend.mentoring.requests(of: $0.id, in: $1) }
      let requests = all.filter { !open || ($0.session == nil && !$0.isWithdrawn) }
      let table = TextTable(
        header: ["request", "team", "topics", "languages", "session", "state"],
        rows: requests.map { request in
          [
            String(request.number.rawValue), request.team, request.topics.joined(separator: ", "),
            request.languages.joined(separator: ","), request.session.map { String($0.rawValue) } ?? "",
            request.isWithdrawn ? "withdrawn" : request.session == nil ? "open" : "met",
          ]
        }, numeric: [0, 4], expendable: ["languages"])
      try global.show(
        table, as: requests.map(\.json),
        in: list,
        whenEmpty: all.isEmpty
          ? "No team has asked yet. Note what one asks: \(run: "mentor request add TEAM --topics WORDS")"
          : "Every request is met or withdrawn.")
    }
  }

  struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "withdraw", "Withdraw a request. A booked session stays booked.",
      examples: "datajam mentor request withdraw 3")

    @Argument(help: "The request's number.") var request: Int
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { try backend.mentoring.withdrawRequest(request, of: $0, in: $1) }
      global.tell(outcome, "mentor request", String(request))
    }
  }
}
