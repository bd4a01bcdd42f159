import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Mentoring
import Vocabulary

extension MentorCommand {
  struct Agenda: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List what a mentor has booked, in the mentor's own zone.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The mentor's key.") var mentor: String
    @Option(help: ArgumentHelp("The zone whose clocks tell the times; the mentor's unless given.", valueName: "zone"))
    var tz: String?

    func run() async throws {
      let backend = try await global.open()
      let agenda = try await backend.read {
        try backend.mentoring.agenda(ofMentor: mentor, zone: tz, of: $0.id, in: $1)
      }
      global.show(
        agenda, with: "team",
        whenEmpty: "\(quoted(mentor)) has no session yet. Book one: datajam mentor slot book \(mentor) TEAM --at TIME"
      ) { session in session.team }
    }
  }
}

extension TeamCommand {
  struct Agenda: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List a team's mentor sessions beside the programme, in the event's zone.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Option(help: ArgumentHelp("The zone whose clocks tell the times; the event's unless given.", valueName: "zone"))
    var tz: String?

    func run() async throws {
      let backend = try await global.open()
      let agenda = try await backend.read { try backend.mentoring.agenda(ofTeam: team, zone: tz, of: $0.id, in: $1) }
      global.show(
        agenda, with: "mentor",
        whenEmpty: "Team \(quoted(team)) has nothing to come to yet. See who is free: datajam mentor slot list --free"
      ) { session in session.mentorName }
    }
  }
}

extension GlobalOptions {
  /// Prints an agenda by time.
  /// - Parameter whom: The other one of a mentor session.
  fileprivate func show(
    _ agenda: PersonalAgenda, with column: String, whenEmpty hint: String, _ whom: (MentorSession) -> String
  ) {
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
          [entry.slot.text, "", entry.room ?? "", title.isEmpty ? key : title.anyText, ""]
        }
      })
    if !json && !agenda.entries.isEmpty { Surroundings.say("Times are those of \(agenda.zone).") }
    show(table, as: agenda.entries.map(\.json), whenEmpty: hint)
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
