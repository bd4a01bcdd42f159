import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Mentoring
import Vocabulary

extension MentorCommand {
  struct Schedule: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "schedule", "List a mentor's booked sessions in the mentor's time zone.",
      examples: "datajam mentor schedule ada")

    @Argument(help: "The mentor's key.", completion: .keys(.mentor)) var mentor: String
    @Option(help: ArgumentHelp("The time zone of the list. Without it: the mentor's zone.", valueName: "zone"))
    var tz: String?
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (languages, agenda) = try await backend.read {
        ($0.event.languages, try backend.mentoring.agenda(ofMentor: mentor, zone: tz, of: $0.id, in: $1))
      }
      try global.show(
        agenda, with: "team", preferring: languages,
        in: list,
        whenEmpty:
          "\(quoted(mentor)) has no session yet. Book one: \(run: "mentor booking add \(mentor) TEAM --at TIME")"
      ) { session in session.team }
    }
  }
}

extension TeamCommand {
  struct Schedule: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "schedule", "List a team's mentor sessions and the agenda in the event's time zone.",
      examples: "datajam team schedule aurora")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Option(help: ArgumentHelp("The time zone of the list. Without it: the event's zone.", valueName: "zone"))
    var tz: String?
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (languages, agenda) = try await backend.read {
        ($0.event.languages, try backend.mentoring.agenda(ofTeam: team, zone: tz, of: $0.id, in: $1))
      }
      try global.show(
        agenda, with: "mentor", preferring: languages,
        in: list,
        whenEmpty:
          "Team \(quoted(team)) has nothing to come to yet. See who is free: \(run: "mentor booking list --free")"
      ) { session in session.mentorName }
    }
  }
}

extension GlobalOptions {
  /// Prints an agenda by time.
  /// - Parameter whom: The other one of a mentor session.
  fileprivate func show(
    _ agenda: PersonalAgenda, with column: String, preferring languages: [Language], in list: ListOptions,
    whenEmpty hint: String, _ whom: (MentorSession) -> String
  ) throws {
    let table = TextTable(
      header: ["when", column, "room", "session", "state"],
      rows: agenda.entries.map { entry in
        switch entry.what {
        case .mentorSession(let session):
          [
            entry.slot.text, whom(session), entry.room ?? "", String(session.number.rawValue),
            session.state == .booked ? "" : session.state.rawValue,
          ]
        case .programme(let key, let title):
          [entry.slot.text, "", entry.room ?? "", title.isEmpty ? key : title.text(preferring: languages), ""]
        }
      }, expendable: ["state"])
    if !json && !agenda.entries.isEmpty { Console.say("Times are those of \(agenda.zone).") }
    try show(table, as: agenda.entries.map(\.json), in: list, whenEmpty: hint)
  }
}

extension AgendaEntry {
  fileprivate var json: JSON {
    switch what {
    case .mentorSession(let session): session.json
    case .programme(let key, let title):
      .object(
        [
          JSON.Member("kind", "programme"), JSON.Member("key", .string(key)), JSON.Member("title", title.json),
          JSON.Member("room", room.json),
        ] + slot.members)
    }
  }
}
