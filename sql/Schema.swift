public import Postgres

/// The tables of datajam and what guards them, step by step; compiled into the program, so that one file carries them.
public enum Schema {
  public static let migrator = Migrator(migrations)

  /// In the order in which they are run. A step that was published is never edited: a later one mends it.
  static let migrations = [
    // The functions that CHECK constraints call.
    step(1, "values", PackageResources.values_sql),
    // The tables, feature by feature; a feature refers only to those before it.
    step(2, "events", PackageResources.m0001_events_sql),
    step(3, "organisations", PackageResources.m0002_organisations_sql),
    step(4, "access", PackageResources.m0003_access_sql),
    step(5, "audit", PackageResources.m0004_audit_sql),
    step(6, "participants", PackageResources.m0005_participants_sql),
    step(7, "teams", PackageResources.m0006_teams_sql),
    step(8, "agenda", PackageResources.m0007_agenda_sql),
    step(9, "mentoring", PackageResources.m0008_mentoring_sql),
    step(10, "submissions", PackageResources.m0009_submissions_sql),
    step(11, "rubrics", PackageResources.m0010_rubrics_sql),
    step(12, "judging", PackageResources.m0011_judging_sql),
    step(13, "scores", PackageResources.m0012_scores_sql),
    step(14, "results", PackageResources.m0013_results_sql),
    step(15, "prizes", PackageResources.m0014_prizes_sql),
    step(16, "announcement", PackageResources.m0015_announcement_sql),
    step(17, "imports", PackageResources.m0016_imports_sql),
    // Functions, views and triggers.
    step(18, "routines/times", PackageResources.times_sql),
    step(19, "routines/events", PackageResources.events_sql),
    step(20, "routines/audit", PackageResources.audit_sql),
    step(21, "routines/participants", PackageResources.participants_sql),
    step(22, "routines/teams", PackageResources.teams_sql),
    step(23, "routines/agenda", PackageResources.agenda_sql),
    step(24, "routines/mentoring", PackageResources.mentoring_sql),
    step(25, "routines/submissions", PackageResources.submissions_sql),
    step(26, "routines/rubrics", PackageResources.rubrics_sql),
    step(27, "routines/judging", PackageResources.judging_sql),
    step(28, "routines/scores", PackageResources.scores_sql),
    step(29, "routines/results", PackageResources.results_sql),
    step(30, "routines/prizes", PackageResources.prizes_sql),
    step(31, "routines/announcement", PackageResources.announcement_sql),
    step(32, "routines/imports", PackageResources.imports_sql),
  ]

  private static func step(_ version: Int, _ name: String, _ script: [UInt8]) -> Migration {
    Migration(version: version, name: name, script: String(decoding: script, as: UTF8.self))
  }
}
