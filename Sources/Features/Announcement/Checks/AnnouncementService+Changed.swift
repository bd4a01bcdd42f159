import Postgres
import Vocabulary

extension AnnouncementService {
  /// What was changed since the facts were announced, field by field, and which correction waits.
  func findingsSinceAnnounced(of event: EventID, in snapshot: Snapshot) throws -> [Finding] {
    guard let kept = try EditionStore().factsInForce(of: event, in: snapshot) else { return [] }
    let current = try store.facts(of: event, in: snapshot)
    let isPublic = try AnnouncementChangeStore().isPublic(event, in: snapshot)
    let waiting = try editions(of: event, in: snapshot).filter(\.isPending)
    if let edition = waiting.first,
      try FactChange.all(
        from: facts(ofEdition: edition.edition, event, in: snapshot), to: current
      ).isEmpty
    {
      return inactive(in: current) + [
        Finding(
          .warning, code: "correction-waits",
          "edition \(edition.edition) of the announced facts has \(edition.approvedBy.count) of 2 approvals",
          "announcement approve")
      ]
    }
    return inactive(in: current)
      + FactChange.all(from: kept, to: current).map { change in
        let step: NextStep =
          !isPublic ? "result announce --at TIME" : change.isAddition ? "announcement correct" : correction(of: kept)
        return Finding(.warning, code: "changed-since-announced", change.sentence, step)
      }
  }

  /// Texts in which a name of an erased person still stands. They are rendered without it.
  func findingsOnErasedNames(of event: EventID, in snapshot: Snapshot) throws -> [Finding] {
    let written = try store.writtenFacts(of: event, in: snapshot)
    let rendered = try ErasedNameStore().redaction(of: event, in: snapshot).applied(to: written)
    return FactChange.all(from: rendered, to: written).map {
      Finding(
        .warning, code: "names-erased-person",
        "\($0.subject) names somebody who was erased, and is rendered without the name")
    }
  }

  /// The command with a text in each language of the event.
  private func correction(of facts: AnnouncementFacts) -> NextStep {
    let command: NextStep = "announcement correct"
    return NextStep(command.words + facts.event.languages.flatMap { [.name("--text-\($0.code)"), .blank("TEXT")] })
  }

  /// Teams that were announced and are no longer in the contest.
  private func inactive(in current: AnnouncementFacts) -> [Finding] {
    current.teams.filter(\.isInactive).map {
      Finding(
        .problem, "the announced team \(quoted($0.name)) is no longer in the contest, so the ranks are different",
        "result compute")
    }
  }
}

extension FactChange {
  /// What was announced and what is so now.
  public var sentence: String {
    let (old, new) = (announced.map { quoted(Self.clipped($0)) }, current.map { quoted(Self.clipped($0)) })
    return "\(subject) was announced as \(old ?? "nothing") and is now \(new ?? "nothing")"
  }

  private static func clipped(_ text: String) -> String {
    text.count > 60 ? text.prefix(59) + "…" : text
  }
}
