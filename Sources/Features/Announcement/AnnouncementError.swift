public import Vocabulary

/// Why an announcement cannot be rendered or changed.
public enum AnnouncementError: ExplainedError, Equatable {
  case blocked(Language, missing: [Finding])
  case noResult
  case nothingPublished
  case correctionIncomplete([Language])
  case unknownCorrection(Int)
  case correctionStands(Int, Language)
  case nothingToCorrect
  /// How many announced facts differ.
  case correctionUnexplained(Int)
  case nothingToApprove
  case unknownEdition(Int)
  case editionReplaced(Int)
  case badAddress(String)
  case badContact(String)

  public var explanation: Explanation {
    switch self {
    case .blocked(let language, let missing):
      Explanation(
        .refused, code: "announcement-blocked",
        "The announcement in \(quoted(language.code)) is blocked: \(missing.map(\.message).joined(separator: "; ")).",
        hint: missing.first?.nextStep.map { "First run: \(run: $0)" })
    case .noResult:
      Explanation(
        .notFound, code: "no-result", "The event has no result yet.", hint: "Compute one: \(run: "result compute")")
    case .nothingPublished:
      Explanation(
        .refused, code: "nothing-published", "Nothing was announced yet, so there is nothing to correct in public.",
        hint: "Change what is wrong and render again: \(run: "announcement render")")
    case .correctionIncomplete(let languages):
      Explanation(
        .refused, code: "correction-incomplete",
        "A correction is made in every language of the event, and \(languages.map(\.code).joined(separator: ", ")) is "
          + "missing.",
        hint: "Add \(languages.map { "--text-\($0.code) TEXT" }.joined(separator: " "))")
    case .unknownCorrection(let number):
      Explanation(
        .notFound, code: "correction-not-found", "There is no correction \(number).",
        hint: "See them: \(run: "announcement facts")")
    case .correctionStands(let number, let language):
      Explanation(
        .refused, code: "correction-stands",
        "Correction \(number) was made in \(quoted(language.code)) already, and what was announced stays.",
        hint: "Make a further one: \(run: "announcement correct --text-en TEXT")")
    case .nothingToCorrect:
      Explanation(
        .refused, code: "nothing-to-correct", "No announced fact was changed, so there is nothing to correct.",
        hint: "Change the fact first, or add a note: \(run: "announcement correct --text-en TEXT")")
    case .correctionUnexplained(let changes):
      Explanation(
        .refused, code: "correction-unexplained",
        "\(changes) announced \(changes == 1 ? "fact was" : "facts were") changed, and a correction says what was wrong.",
        hint: "Add a note in every language: \(run: "announcement correct --text-en TEXT")")
    case .nothingToApprove:
      Explanation(
        .refused, code: "nothing-to-approve", "No correction of the announcement waits for approval.",
        hint: "See what was kept: \(run: "announcement list")")
    case .unknownEdition(let edition):
      Explanation(
        .notFound, code: "edition-not-found", "The announcement has no edition \(edition).",
        hint: "List them: \(run: "announcement list")")
    case .editionReplaced(let edition):
      Explanation(
        .refused, code: "edition-replaced", "A newer edition of the announcement replaced edition \(edition).",
        hint: "List them: \(run: "announcement list")")
    case .badAddress(let text):
      Explanation(
        .badData, code: "bad-address", "\(quoted(text)) is no address of a page.",
        hint: "Write it like https://example.org/winners.")
    case .badContact(let text):
      Explanation(
        .badData, code: "bad-contact", "\(quoted(text)) is neither an e-mail address nor that of a page.",
        hint: "Write it like info@example.org or https://example.org.")
    }
  }
}
