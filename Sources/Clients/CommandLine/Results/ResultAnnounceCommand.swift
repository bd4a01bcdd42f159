import Announcement
import ArgumentParser
import Backend
import Events
import ImportFormats
import Lookup
import Results
import Terminal
import UseCases
import Vocabulary

/// `datajam result announce`
struct ResultAnnounceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "announce", "Set the time at which an approved result becomes public.",
    more: """
      No program has to run at that time. A time that has passed, or is more than 60 days away, is refused \
      unless you add --unusual-time. On a terminal you have to type the event's key.
      """,
    examples: "datajam result announce --at 2026-05-22T14:00", "datajam result announce --now")

  @Argument(help: ArgumentHelp("The number of the result. Without it: the newest.", valueName: "version"))
  var number: Int?
  @Option(help: ArgumentHelp("The time in the event's time zone.", valueName: "yyyy-mm-ddThh:mm")) var at: TypedTime?
  @Flag(help: "Make the result public at once.") var now = false
  @Option(help: ArgumentHelp("The time zone of --at. Without it: the event's zone.", valueName: "zone")) var tz: String?
  @Flag(help: "The time has passed, or is more than 60 days away, and is meant.") var unusualTime = false
  @Option(help: ArgumentHelp("The event's key, instead of typing it.", valueName: "name")) var confirm: String?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func validate() throws {
    if unusualTime, now { throw ValidationError("'--unusual-time' belongs to '--at'.") }
    if (at == nil) != now { throw ValidationError("Say the hour by '--at', or '--now'.") }
  }

  func run() async throws {
    let (backend, zone, number) = (try await global.openGuarded(), tz, number)
    let isUnusual = unusualTime
    let (slug, version, result, time, hour, blockers) = try await backend.read { event, snapshot in
      let version = try backend.results.version(number, of: event.id, in: snapshot)
      let setting = try EventSettingStore.setting(of: event.id, in: snapshot)
      let time = try at?.time(in: setting, zone: zone)
      return (
        event.event.slug.text, version, try backend.results.result(version, of: event.id, in: snapshot), time,
        try time.map { try backend.results.instant(of: $0, in: zone, event: event.id, snapshot) },
        try backend.announcement.blockersBeforeAnnouncing(of: event.id, in: snapshot)
      )
    }
    guard version.state != .published else { throw ResultVersionError.isPublic(version.number) }
    guard version.approvals.count > 1 else {
      throw ResultVersionError.notApproved(version.number, approvals: version.approvals.count)
    }
    if let hour {
      try await backend.read { event, snapshot in
        try backend.results.check(hour, isUnusual: isUnusual, of: event.id, in: snapshot)
      }
    }
    let when = time.map { "\(words(for: $0)) (\(zone ?? "the event's zone"))" } ?? "at once"
    let lines =
      ["Result \(version.number) (sha256 \(version.sha256.prefix(12))…) becomes public \(when):"] + podium(result)
      + incomplete(blockers)
    try DestructiveConfirmation(name: slug, lines: lines).confirm(confirm, of: slug, on: backend)
    try await listingResultBlockers(global) {
      let announced = try await backend.change(during: version.phases) { event, unit in
        try backend.announcing.announce(version.number, at: hour, isUnusual: isUnusual, of: event, in: unit)
      }
      global.tell(.updated, announced, next: ResultVersionText.next(announced, []))
    }
  }

  /// The hour with its day of the week, by which a slip of the month is seen.
  private func words(for time: LocalTime) -> String {
    "from \(WrittenDay.name(ofWeekday: time.day.weekday)), \(time)"
  }

  /// The languages in which nothing can be published yet, so that the organiser completes or accepts them first.
  private func incomplete(_ blockers: [Finding]) -> [String] {
    guard !blockers.isEmpty else { return [] }
    let isInEvery = blockers.contains { $0.language == nil }
    var codes: [String] = []
    for code in blockers.compactMap(\.language?.code) where !codes.contains(code) { codes.append(code) }
    let language = isInEvery ? "any language" : codes.joined(separator: ", ")
    let rest = blockers.count - 20
    return ["No text can be published in \(language) until this is mended:"]
      + blockers.prefix(20).flatMap { $0.lines.split(separator: "\n").map { "  " + $0 } }
      + (rest > 0 ? ["  and \(rest) more: \(run: "announcement check")"] : [])
  }

  /// The first ranks, so that the organiser sees before confirming whom they announce.
  private func podium(_ result: RankingResult) -> [String] {
    let shown = result.standings.filter { $0.rank <= 3 }
    let rest = result.standings.count - shown.count
    return shown.map { "  \($0.rank)  \(onOneLine($0.name))" } + (rest > 0 ? ["  and \(rest) more"] : [])
  }
}
