import Agenda
import Announcement
import Events
import Judging
public import Lookup
import Mentoring
import Organisations
import Participants
import Prizes
import Results
import Rubrics
import Scores
import Submissions
import Teams

/// A kind of data of an event that can be exported.
public struct ExportNoun: Sendable {
  /// In the singular, as it is typed; the file and the sheet have the plural.
  public let name: String
  public let fileName: String
  /// What a row is.
  public let meaning: String
  /// It is made when it is first wanted, because the names alone are wanted at each start.
  public var table: ExportedTable { makeTable() }
  /// The tables of the schema whose rows are in it.
  public let relations: [String]
  /// The import takes this table again, and then changes nothing.
  public let isImported: Bool
  /// It tells more of the results than is public before the announcement.
  public let isUnderEmbargo: Bool
  /// Why a new event cannot take it; nil for what it takes.
  public let leftOutBecause: String?
  private let makeTable: @Sendable () -> ExportedTable

  init(
    _ name: String, file fileName: String? = nil, _ meaning: String,
    _ table: @autoclosure @escaping @Sendable () -> ExportedTable, from relations: [String],
    isImported: Bool = false, isUnderEmbargo: Bool = false, leftOutBecause: String? = nil
  ) {
    self.name = name
    self.fileName = fileName ?? name + "s"
    self.meaning = meaning
    makeTable = table
    self.relations = relations
    self.isImported = isImported
    self.isUnderEmbargo = isUnderEmbargo
    self.leftOutBecause = leftOutBecause
  }

  /// The names of its columns.
  public var columns: [String] { table.columns.map(\.name) }
}

extension ExportNoun {
  public static let organisation = ExportNoun(
    "organisation", "an organisation in one of its roles", OrganisationExportStore.organisations,
    from: ["organisation", "organisation_role"], isImported: true)
  public static let event = ExportNoun("event", "the event's settings", EventExportStore.event, from: ["event"])
  public static let team = ExportNoun(
    "team", "a team", TeamExportStore.teams, from: ["team"], isImported: true)
  public static let participant = ExportNoun(
    "participant", "a person who registered", ParticipantExportStore.participants, from: ["participant"],
    isImported: true)
  public static let submission = ExportNoun(
    "submission", "a team's work as it is now", SubmissionExportStore.submissions, from: ["submission"],
    isImported: true)
  public static let session = ExportNoun(
    "session", "a session of the agenda", AgendaService.sessionTable, from: ["agenda_session"], isImported: true)
  public static let speaker = ExportNoun(
    "speaker", "a speaker of a session", AgendaService.speakerTable, from: ["agenda_speaker"], isImported: true)

  /// Every kind, in the order in which a new event takes them in: what others refer to comes first.
  public static let all: [ExportNoun] = beginnings + programme + judging + outcomes

  private static let beginnings = [
    event,
    ExportNoun("event-relation", "another edition of the event", EventExportStore.relations, from: ["event_relation"]),
    ExportNoun("organiser", "an organiser, without tokens", EventExportStore.principals, from: ["principal"]),
    organisation,
    ExportNoun(
      "organisation-name", "another name of an organisation", OrganisationExportStore.names,
      from: ["organisation_alias"]),
    ExportNoun("track", "a track", TeamExportStore.tracks, from: ["track"], isImported: true),
    ExportNoun(
      "eligibility-point", "what a team has to meet to be ranked", TeamExportStore.eligibilityPoints,
      from: ["eligibility_point"]),
    team, participant,
    ExportNoun("member", "a participant in a team", TeamExportStore.members, from: ["team_member"]),
    ExportNoun(
      "attendance", file: "attendance", "who arrived and who withdrew", ParticipantExportStore.attendance,
      from: ["participant"]),
    ExportNoun("team-state", "a team that is no longer active", TeamExportStore.states, from: ["team"]),
    ExportNoun("former-name", "a name of a merged team", TeamExportStore.formerNames, from: ["team_former_name"]),
    submission,
    ExportNoun(
      "submission-state", "how a submission came and whether it was withdrawn", SubmissionExportStore.states,
      from: ["submission"]),
    ExportNoun(
      "submission-track", "a track that a submission is entered for", SubmissionExportStore.tracks,
      from: ["submission_track"]),
    ExportNoun("submission-file", "a file of a submission", SubmissionExportStore.files, from: ["submission_file"]),
    ExportNoun(
      "submission-version", "what a team submitted, each time", SubmissionExportStore.versions,
      from: ["submission_version", "submission_late_acceptance"]),
    ExportNoun(
      "eligibility-finding", "whether a team meets a point", TeamExportStore.eligibilityFindings,
      from: ["eligibility_finding"]),
    ExportNoun(
      "allowance", "a decision to rank a team all the same", TeamExportStore.allowances, from: ["team_allowance"]),
  ]

  private static let programme = [
    ExportNoun("prize", "a prize", PrizeExportStore.prizes, from: ["prize"], isImported: true),
    ExportNoun("prize-rule", "how prizes are shared out", PrizeExportStore.rules, from: ["prize_rules"]),
    ExportNoun("room", "a room", RoomExportStore.rooms, from: ["room"], isImported: true), session, speaker,
    ExportNoun(
      "overlap", "whether two sessions may take place at once", RoomExportStore.overlaps, from: ["overlap_allowance"]),
    ExportNoun(
      "agenda-version", "an agenda that was published", RoomExportStore.versions, from: ["agenda_version"],
      leftOutBecause: Reason.published),
    ExportNoun("mentor", "a mentor", MentoringExportStore.mentors, from: ["mentor"], isImported: true),
    ExportNoun(
      "mentor-hour", "when a mentor has time", MentoringExportStore.hours, from: ["mentor_availability"],
      isImported: true),
    ExportNoun("request", "what a team asked of mentors", MentoringExportStore.requests, from: ["mentor_request"]),
    ExportNoun(
      "booking", "a mentor's time with a team", MentoringExportStore.bookings, from: ["mentor_session"],
      isImported: true),
    ExportNoun("mentor-note", "a note on a team", MentoringExportStore.notes, from: ["mentor_note"]),
  ]

  private static let judging = [
    ExportNoun("rubric", "a criterion of a rubric", RubricExportStore.criteria, from: ["rubric", "criterion"]),
    ExportNoun("level", "what some points of a criterion mean", RubricExportStore.levels, from: ["criterion_level"]),
    ExportNoun("judge", "a judge", JudgingExportStore.judges, from: ["judge"], isImported: true),
    ExportNoun(
      "conflict", "why a judge should not judge a team", JudgingExportStore.conflicts, from: ["judge_conflict"]),
    ExportNoun(
      "override", "a conflict that an organiser overrode", JudgingExportStore.overrides, from: ["conflict_override"],
      leftOutBecause: Reason.said),
    ExportNoun(
      "waiver", "conflicts that an organiser waived", JudgingExportStore.waivers, from: ["conflict_waiver"],
      leftOutBecause: Reason.said),
    ExportNoun("round", "a round of judging", JudgingExportStore.rounds, from: ["round"]),
    ExportNoun(
      "round-judge", "a judge of a round that not all judge", JudgingExportStore.panels, from: ["round_judge"]),
    ExportNoun(
      "finalist", "a team of a final", JudgingExportStore.finalists, from: ["round_entrant"], isUnderEmbargo: true),
    ExportNoun(
      "assignment", "a team that a judge is to score", JudgingExportStore.assignments, from: ["assignment"],
      isUnderEmbargo: true),
    ExportNoun(
      "sheet", "a judge's sheet for a team, without its points", ScoreExportStore.sheets, from: ["sheet"],
      isUnderEmbargo: true),
    ExportNoun("score", "the points for one criterion", ScoreExportStore.scores, from: ["score"], isUnderEmbargo: true),
    ExportNoun(
      "sheet-revision", "an earlier save of a sheet", ScoreExportStore.revisions, from: ["sheet_revision"],
      isUnderEmbargo: true),
  ]

  private static let outcomes = [
    ExportNoun(
      "vote", "the votes for a team, by source", PrizeExportStore.votes, from: ["prize_vote"], isUnderEmbargo: true),
    ExportNoun(
      "result", "a result, without its snapshot", ResultExportStore.results, from: ["result"], isUnderEmbargo: true,
      leftOutBecause: Reason.proved),
    ExportNoun(
      "rank", "a team's rank in a result", ResultExportStore.ranks, from: ["result_rank"], isUnderEmbargo: true,
      leftOutBecause: Reason.proved),
    ExportNoun(
      "result-step", "an approval, announcement or retraction", ResultExportStore.steps, from: ["result_step"],
      isUnderEmbargo: true, leftOutBecause: Reason.proved),
    ExportNoun(
      "objection-window", "until when teams may object", ResultExportStore.windows, from: ["objection_window"],
      leftOutBecause: Reason.proved),
    ExportNoun(
      "objection", "an objection with its decision", ResultExportStore.objections,
      from: ["objection", "objection_decision"], isUnderEmbargo: true, leftOutBecause: Reason.proved),
    ExportNoun(
      "award", "a prize that a team won", PrizeExportStore.awards, from: ["prize_award"], isUnderEmbargo: true,
      leftOutBecause: Reason.proved),
    ExportNoun(
      "refusal", "a prize that a team declined", PrizeExportStore.refusals, from: ["prize_refusal"],
      isUnderEmbargo: true, leftOutBecause: Reason.proved),
    ExportNoun(
      "winner-confirmation", "a member who confirmed the team's work", PrizeExportStore.confirmations,
      from: ["winner_confirmation"], isUnderEmbargo: true),
    ExportNoun(
      "announcement", "what the announcement says beside the results", AnnouncementExportStore.announcement,
      from: ["announcement"]),
    ExportNoun(
      "correction", "a dated note on what was corrected", AnnouncementExportStore.corrections,
      from: ["announcement_correction"], isUnderEmbargo: true, leftOutBecause: Reason.proved),
    ExportNoun(
      "edition", "the kept facts of an announcement, by their hash", AnnouncementExportStore.editions,
      from: ["announcement_edition"], isUnderEmbargo: true, leftOutBecause: Reason.proved),
    ExportNoun(
      "certificate", "a certificate, without its code", AnnouncementExportStore.certificates, from: ["certificate"],
      isUnderEmbargo: true, leftOutBecause: Reason.issued),
    ExportNoun(
      "feedback-policy", file: "feedback-policy", "what teams are told of how they were judged",
      AnnouncementExportStore.feedback, from: ["feedback_policy"]),
  ]
}
