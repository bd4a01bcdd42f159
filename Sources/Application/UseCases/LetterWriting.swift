public import Announcement
public import Postgres
public import Scores
public import Vocabulary

/// Letters to the teams on what came of it, with what the event lets them know of how they were judged.
public struct LetterWriting: Sendable {
  private let announcement: AnnouncementService
  private let scores: ScoresService

  public init(announcement: AnnouncementService, scores: ScoresService) {
    self.announcement = announcement
    self.scores = scores
  }

  /// One letter to each active team, in its language; feedback comes from the hour of the result on.
  public func letters(
    _ facts: AnnouncementFacts, of event: EventID, publication: Publication?, only languages: [Language]?,
    by templates: AnnouncementTemplates, in snapshot: Snapshot
  ) throws -> [AnnouncementLetter] {
    let isShared =
      try publication?.isPublic == true && scores.feedbackPolicy(of: event, in: snapshot) != .nothing
    let feedback = isShared ? try feedback(of: event, in: snapshot) : [:]
    return try announcement.letters(
      facts, of: event, publication: publication, only: languages, feedback: feedback, by: templates, in: snapshot)
  }

  /// By the team's key; a team that was judged in several rounds is told of each.
  private func feedback(of event: EventID, in snapshot: Snapshot) throws -> [String: LetterFeedback] {
    try scores.feedback(of: event, in: snapshot).reduce(into: [:]) { feedback, round in
      let scores = round.scores.map {
        LetterFeedback.Score(criterion: $0.criterion, mean: $0.mean, maximum: $0.maximum)
      }
      feedback[round.team, default: LetterFeedback()].scores += scores
      feedback[round.team, default: LetterFeedback()].comments += round.comments
    }
  }
}
