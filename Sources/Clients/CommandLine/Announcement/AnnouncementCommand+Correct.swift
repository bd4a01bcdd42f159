import Announcement
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Terminal
import Vocabulary

extension AnnouncementCommand {
  struct Correct: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "correct", "Add a dated correction to a published announcement.",
      more: """
        Give the correction in every language of the event. The command also takes up the announced facts that \
        you changed since. Two organisers have to approve such a change by 'announcement approve'. A correction \
        without changed facts is public at once. Without a text, the command adds texts in a language that had none.
        """,
      examples: "datajam announcement correct --text-en \"Aurora is from Toronto, not from Montreal.\"")

    @OptionGroup var text: LocalisedOptions<CorrectionField>
    @Option(help: ArgumentHelp("The number of an earlier correction, to add a language to it.", valueName: "n"))
    var number: Int?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard number == nil || !text.replacing(in: LocalizedText()).isEmpty else {
        throw ValidationError("Say the correction in a further language: --text-en TEXT, --text-fr TEXT …")
      }
    }

    func run() async throws {
      let backend = try await global.open()
      let note = text.replacing(in: LocalizedText())
      if let number {
        let outcome = try await backend.change(during: Phase.all) { event, unit in
          try backend.announcement.complete(number, with: note, of: event, in: unit)
        }
        return global.tell(outcome, "correction", String(number), next: "announcement render --as all -o FOLDER")
      }
      let correction = try await backend.change(during: Phase.all) { event, unit in
        try backend.announcement.correct(note, of: event, in: unit)
      }
      tell(correction)
    }

    private func tell(_ correction: AnnouncementCorrection) {
      let next: NextStep =
        correction.needsApproval ? "announcement approve" : "announcement render --as all -o FOLDER"
      guard !global.json else {
        let document: JSON = [
          "outcome": "created", "correction": correction.number.map { .integer($0) } ?? .null,
          "edition": correction.edition.map { .integer($0) } ?? .null,
          "needs_approval": .bool(correction.needsApproval), "changes": .array(correction.changes.map(\.json)),
        ]
        return Console.print(document.pretty)
      }
      for change in correction.changes { Console.say("  " + onOneLine(change.sentence)) }
      let what =
        correction.number.map { "correction \(quoted(String($0)))" } ?? (correction.needsApproval ? "facts" : "texts")
      let state = correction.needsApproval ? "; it becomes public when two organisers approved it" : ""
      Console.say("\(what): created\(state). Next: \(next.command)")
    }
  }

  struct Approve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "approve", "Approve a correction that changes announced facts.",
      more: "Two organisers have to, each with a token. The command shows what changes.",
      examples: "datajam announcement approve", "datajam announcement approve --token-file ada.token")

    @Argument(help: ArgumentHelp("The edition of the facts. Without it: the newest.", valueName: "edition"))
    var edition: Int?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let holder = try backend.authenticated()
      let wanted = edition
      let (outcome, edition, changes) = try await backend.change(during: Phase.all) { event, unit in
        let newest = try wanted ?? backend.announcement.editions(of: event, in: unit).last?.edition
        let changes = try newest.map { try backend.announcement.changes(in: $0, of: event, unit) } ?? []
        let (outcome, edition) = try backend.announcement.approve(wanted, by: holder, of: event, in: unit)
        return (outcome, edition, changes)
      }
      guard !global.json else {
        let document: JSON = [
          "outcome": .string(outcome.rawValue), "edition": edition.json, "changes": .array(changes.map(\.json)),
        ]
        return Console.print(document.pretty)
      }
      for change in changes { Console.say("  " + onOneLine(change.sentence)) }
      let next: NextStep =
        edition.isInForce ? "announcement render --as all -o FOLDER" : "announcement approve --token-file FILE"
      Console.say(
        "edition \(edition.edition) of the announced facts: \(outcome.rawValue); \(edition.approvedBy.count) of 2 approvals. "
          + "Next: \(next.command)")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the editions of the announced facts.",
      more: """
        An edition is kept at each announcement and correction. Editions never change. The hour from which an edition is \
        public is that of the event's time zone.
        """,
      examples: "datajam announcement list")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let editions = try await backend.read { try backend.announcement.editions(of: $0.id, in: $1) }
      let rows = editions.map { edition in
        [
          String(edition.edition), String(edition.result), edition.origin.rawValue, edition.state,
          edition.publicFrom ?? "",
          edition.approvedBy.joined(separator: ", "), String(edition.sha256.prefix(12)),
        ]
      }
      try global.show(
        TextTable(
          header: ["edition", "result", "origin", "state", "public from", "approved by", "sha256"], rows: rows,
          numeric: [0, 1], expendable: ["sha256", "approved by"]),
        as: editions.map(\.json), in: list,
        whenEmpty: "Nothing was announced yet. Announce: \(run: "result announce --now")")
    }
  }
}

extension AnnouncementEdition {
  fileprivate var state: String {
    isInForce ? "in force" : isPending ? "waits for approval" : "replaced"
  }

  fileprivate var json: JSON {
    [
      "edition": .integer(edition), "result": .integer(result), "origin": .string(origin.rawValue),
      "state": .string(state), "kept_at": .string(keptAt.description), "public_from": publicFrom.json,
      "needs_approval": .bool(needsApproval),
      "approved_by": .array(approvedBy.map(JSON.string)), "sha256": .string(sha256),
    ]
  }
}

extension FactChange {
  fileprivate var json: JSON {
    ["subject": .string(subject), "announced": announced.json, "current": current.json]
  }
}
