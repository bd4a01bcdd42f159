public import Postgres
public import Vocabulary

extension AnnouncementService {
  /// One letter to each active team, in the team's language: to those that are announced, and to the others.
  /// - Parameters:
  ///   - only: The languages to write in; those of the event by default.
  ///   - feedback: What the judges let each team know, by the team's key.
  /// - Throws: `AnnouncementError` when a text is missing in the language of any team.
  public func letters(
    _ facts: AnnouncementFacts, of event: EventID, publication: Publication?, only languages: [Language]? = nil,
    feedback: [String: LetterFeedback] = [:], by templates: AnnouncementTemplates, in snapshot: Snapshot
  ) throws -> [AnnouncementLetter] {
    let available = languages ?? facts.event.languages
    let redaction = try ErasedNameStore().redaction(of: event, in: snapshot)
    var writers: [Language: LetterWriter] = [:]
    return try LetterStore().recipients(of: event, in: snapshot).compactMap { recipient in
      guard let language = recipient.language(among: available) else { return nil }
      let writer =
        try writers[language]
        ?? LetterWriter(try source(facts, in: language, publication: publication, by: templates))
      writers[language] = writer
      var named = recipient
      named.name = facts.publicName(ofTeam: recipient.team, otherwise: recipient.name, without: redaction)
      let told = feedback[recipient.team].map { told in
        LetterFeedback(scores: told.scores, comments: told.comments.map { redaction.redacted($0, in: language) })
      }
      return try writer.letter(to: named, feedback: told)
    }
  }
}
