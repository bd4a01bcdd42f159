import ArgumentParser
import Backend
import Events
import Results
import Terminal
import UseCases
import Vocabulary

/// `datajam result announce`
struct ResultAnnounceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "announce", "Set the time at which an approved result becomes public.",
    more: """
      No program has to run at that time. A time in the past makes the result public at once. On a terminal \
      you have to type the event's key.
      """,
    examples: "datajam result announce --at 2026-05-22T14:00", "datajam result announce --now")

  @Argument(help: ArgumentHelp("The number of the result. Without it: the newest.", valueName: "version"))
  var number: Int?
  @Option(help: ArgumentHelp("The time in the event's time zone.", valueName: "yyyy-mm-ddThh:mm")) var at: TypedTime?
  @Flag(help: "Make the result public at once.") var now = false
  @Option(help: ArgumentHelp("The time zone of --at. Without it: the event's zone.", valueName: "zone")) var tz: String?
  @Option(help: ArgumentHelp("The event's key, instead of typing it.", valueName: "name")) var confirm: String?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func validate() throws {
    if (at == nil) != now { throw ValidationError("Say the hour by '--at', or '--now'.") }
  }

  func run() async throws {
    let (backend, time, zone, number) = (try await global.open(), try at?.time(), tz, number)
    let (slug, version, result, hour) = try await backend.read { event, snapshot in
      let version = try backend.results.version(number, of: event.id, in: snapshot)
      return (
        event.event.slug.text, version, try backend.results.result(version, of: event.id, in: snapshot),
        try time.map { try backend.results.instant(of: $0, in: zone, event: event.id, snapshot) }
      )
    }
    guard version.state != .published else { throw ResultVersionError.isPublic(version.number) }
    guard version.approvals.count > 1 else {
      throw ResultVersionError.notApproved(version.number, approvals: version.approvals.count)
    }
    let when = time.map { "from \($0) (\(zone ?? "the event's zone"))" } ?? "at once"
    let lines =
      ["Result \(version.number) (sha256 \(version.sha256.prefix(12))…) becomes public \(when):"] + podium(result)
    try DestructiveConfirmation(name: slug, lines: lines).confirm(confirm, of: slug, on: backend)
    try await listingResultBlockers(global) {
      let announced = try await backend.change { event, unit in
        try backend.announcing.announce(version.number, at: hour, of: event, in: unit)
      }
      global.tell(.updated, announced, next: ResultVersionText.next(announced, []))
    }
  }

  /// The first ranks, so that the organiser sees before confirming whom they announce.
  private func podium(_ result: RankingResult) -> [String] {
    let shown = result.standings.filter { $0.rank <= 3 }
    let rest = result.standings.count - shown.count
    return shown.map { "  \($0.rank)  \(onOneLine($0.name))" } + (rest > 0 ? ["  and \(rest) more"] : [])
  }
}
