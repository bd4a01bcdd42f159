import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Postgres
import Vocabulary

extension EventCommand {
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show all settings of an event and the numbers of registered people and teams.",
      examples: "datajam event show my-jam")

    @OptionGroup var choice: EventChoice
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let sheet = try await backend.database.read { snapshot in
        let stored = try choice.find(in: backend, snapshot)
        return Sheet(
          stored: stored, counts: try backend.events.counts(of: stored.id, in: snapshot),
          relations: try backend.events.relations(of: stored.id, in: snapshot),
          keptUntil: try backend.events.retention(of: stored.id, in: snapshot))
      }
      global.show(sheet.table, as: sheet.json)
    }
  }

  /// One event as it is shown.
  private struct Sheet {
    let stored: StoredEvent
    let counts: EventCounts
    let relations: [Relation]
    /// The last day on which people's identities are kept.
    let keptUntil: CalendarDate?
    var event: Event { stored.event }

    var table: TextTable {
      let texts = [
        ("name", event.name), ("theme", event.theme), ("purpose", event.purpose), ("notice", event.notice),
      ].flatMap { field, text in text.languages.map { ["\(field) (\($0.code))", text[$0] ?? ""] } }
      let rows =
        texts + [
          ["phase", stored.phase.rawValue], ["mode", event.mode.rawValue],
          ["languages", event.languages.map(\.code).joined(separator: ",")], ["zone", event.timeZone],
          ["registration", days(event.registrationFrom, event.registrationTo)],
          ["event", days(event.startsOn, event.endsOn)], ["submissions due", deadline],
          ["judging", days(event.judgingFrom, event.judgingTo)],
          ["announcement", event.announcedOn?.description ?? "not set"],
          ["people kept", keptUntil.map { "until \($0)" } ?? "not set"],
          [
            "team size",
            event.teamMinimum == event.teamSize ? "\(event.teamSize)" : "\(event.teamMinimum) to \(event.teamSize)",
          ],
          ["mentor sessions", "\(event.mentorSessionsPerDay) a day for each team"],
          [
            "participants", total(of: "participant", stated: event.statedParticipants, registered: counts.participants),
          ],
          [
            "nationalities",
            total(of: "nationalit", "y", "ies", stated: event.statedNationalities, registered: counts.nationalities),
          ],
          ["teams", String(counts.teams)], ["submissions", String(counts.submissions)],
        ]
        + relations.map { [$0.kind.rawValue, $0.other.text + ($0.when.map { " (\($0))" } ?? "")] }
      return TextTable(header: ["key", event.slug.text], rows: rows)
    }

    var json: JSON {
      [
        "key": .string(event.slug.text), "name": event.name.json, "theme": event.theme.json,
        "purpose": event.purpose.json, "notice": event.notice.json, "phase": .string(stored.phase.rawValue),
        "mode": .string(event.mode.rawValue), "languages": .array(event.languages.map { .string($0.code) }),
        "tz": .string(event.timeZone), "registration_from": (event.registrationFrom?.description).json,
        "registration_to": (event.registrationTo?.description).json,
        "starts_on": .string(event.startsOn.description), "ends_on": .string(event.endsOn.description),
        "submissions_due_at": dueAt.json, "grace_minutes": .integer(event.graceMinutes),
        "judging_from": (event.judgingFrom?.description).json,
        "judging_to": (event.judgingTo?.description).json, "announced_on": (event.announcedOn?.description).json,
        "people_kept_until": (keptUntil?.description).json,
        "team_minimum": .integer(event.teamMinimum), "team_size": .integer(event.teamSize),
        "mentor_sessions_per_day": .integer(event.mentorSessionsPerDay),
        "participants": ["stated": number(event.statedParticipants), "registered": .integer(counts.participants)],
        "nationalities": ["stated": number(event.statedNationalities), "registered": .integer(counts.nationalities)],
        "teams": .integer(counts.teams), "submissions": .integer(counts.submissions),
        "relations": .array(relations.map(\.json)),
      ]
    }

    /// The deadline, with its grace period where there is one.
    private var deadline: String {
      guard let deadline = event.deadline else { return "not set" }
      return event.graceMinutes == 0 ? "\(deadline)" : "\(deadline), with \(event.graceMinutes) minutes of grace"
    }

    private var dueAt: String? {
      guard let deadline = event.deadline, let instant = stored.submissionsDueAt else { return nil }
      return deadline.withOffset(at: instant)
    }

    private func number(_ count: Int?) -> JSON { count.map { .integer($0) } ?? .null }

    private func days(_ first: CalendarDate?, _ last: CalendarDate?) -> String {
      switch (first, last) {
      case (nil, nil): "not set"
      case (let first?, let last?): first == last ? "\(first)" : "\(first) to \(last)"
      case (let first?, nil): "from \(first)"
      case (nil, let last?): "until \(last)"
      }
    }

    /// Both totals where one was stated: "75 participants stated, 71 registered".
    private func total(
      of noun: String, _ one: String = "", _ many: String = "s", stated: Int?, registered: Int
    ) -> String {
      let count = stated ?? registered
      let things = "\(count) \(noun)\(count == 1 ? one : many)"
      return stated == nil ? "\(things) registered" : "\(things) stated, \(registered) registered"
    }
  }
}
