import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Mentoring
import Vocabulary

/// `datajam mentor request …`
struct MentorRequestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request", abstract: "What teams would like to talk about.",
    subcommands: [Add.self, List.self, Withdraw.self], defaultSubcommand: Add.self)

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Note what a team would like to talk about; \"mentor plan\" finds a slot for it.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Option(
      help: ArgumentHelp(
        "With commas between; a mentor with one of them as expertise suits. None takes any mentor.", valueName: "words")
    )
    var topics: TypedWords?
    @Option(help: ArgumentHelp("The languages by preference, such as en,fr; none takes any.", valueName: "codes"))
    var languages: TypedLanguages?

    func run() async throws {
      let topics = (topics?.words ?? []).filter { !$0.isEmpty }
      let languages = try languages?.codes() ?? []
      let backend = try await global.open()
      let request = try await backend.change {
        try backend.mentoring.request(by: team, topics: topics, languages: languages, of: $0, in: $1)
      }
      global.tell(.created, "mentor request", String(request.number.rawValue), next: "datajam mentor plan")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the requests in the order in which they were made.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Only those that no session meets.") var open = false

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
        }, numeric: [0, 4])
      global.show(
        table, as: requests.map(\.json),
        whenEmpty: all.isEmpty
          ? "No team has asked yet. Note what one asks: datajam mentor request TEAM --topics WORDS"
          : "Every request is met or withdrawn.")
    }
  }

  struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw", abstract: "Take a request back; a session that meets it stays.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The request's number.") var request: Int

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { try backend.mentoring.withdrawRequest(request, of: $0, in: $1) }
      global.tell(outcome, "mentor request", String(request))
    }
  }
}
