public import Postgres

/// The tables of datajam, step by step; compiled into the program, so that one file carries them.
public enum Schema {
  public static let migrator = Migrator(migrations)

  /// In the order in which they are run. A step that was published is never edited: a later one mends it.
  static let migrations = [
    // Who holds an event, and who acts in it.
    step(1, "events", PackageResources.m0001_events_sql),
    // The log that every later change is written to.
    step(2, "audit", PackageResources.m0002_audit_sql),
    // Who takes part.
    step(3, "teams", PackageResources.m0003_teams_sql),
    step(4, "submissions", PackageResources.m0004_submissions_sql),
    // How the teams are judged: rubrics, rounds, judges, sheets.
    step(5, "judging", PackageResources.m0005_judging_sql),
    step(6, "results", PackageResources.m0006_results_sql),
    // Who takes part, in full.
    step(7, "registration", PackageResources.m0007_registration_sql),
    // How editions are dated, pass through their phases and follow each other.
    step(8, "editions", PackageResources.m0008_editions_sql),
    // How people, teams and submissions come in from files.
    step(9, "imports", PackageResources.m0009_imports_sql),
    // How people are erased.
    step(10, "care", PackageResources.m0010_care_sql),
    // How long teams are added and hand in.
    step(11, "lateness", PackageResources.m0011_lateness_sql),
    // The programme of talks and panels.
    step(12, "agenda", PackageResources.m0012_agenda_sql),
    // Mentors and their sessions with teams.
    step(13, "mentoring", PackageResources.m0013_mentoring_sql),
    // How many records are logged at once.
    step(14, "batches", PackageResources.m0014_batches_sql),
    // What teams hand in until when, and rubrics in full.
    step(15, "handing_in", PackageResources.m0015_handing_in_sql),
    // Who judges, in which rounds, and who may not judge whom.
    step(16, "judges", PackageResources.m0016_judges_sql),
    // What else stands on a sheet, and who looked at it a second time.
    step(17, "scores", PackageResources.m0017_scores_sql),
    // How an organiser gets in line who closes a round that judges are scoring.
    step(18, "score_import", PackageResources.m0018_score_import_sql),
    // Who is to score whom.
    step(19, "assignments", PackageResources.m0019_assignments_sql),
    // How mentors and judges are erased.
    step(20, "volunteers", PackageResources.m0020_volunteers_sql),
    // How a result becomes public.
    step(21, "results", PackageResources.m0021_results_sql),
    // What there is to be won, and who won it.
    step(22, "prizes", PackageResources.m0022_prizes_sql),
    // What is announced beside the results, and what is handed to whom.
    step(23, "announcement", PackageResources.m0023_announcement_sql),
    // What teams are told of how they were judged.
    step(24, "feedback", PackageResources.m0024_feedback_sql),
  ]

  private static func step(_ version: Int, _ name: String, _ script: [UInt8]) -> Migration {
    Migration(version: version, name: name, script: String(decoding: script, as: UTF8.self))
  }
}
