public import Postgres

/// The tables of datajam and what guards them; compiled into the program, so that one file carries them.
public enum Schema {
  public static let migrator = Migrator(migrations, routinesForTables: [values], routines: routines)

  /// The tables, in the order in which they are made. A step that was published is never edited: a later one mends it. A
  /// change in a routine file is a step as well, `Migration(version: …, name: …)` without a script.
  static let migrations = [
    step(1, "events", PackageResources.m0001_events_sql),
    step(2, "organisations", PackageResources.m0002_organisations_sql),
    step(3, "access", PackageResources.m0003_access_sql),
    step(4, "audit", PackageResources.m0004_audit_sql),
    step(5, "participants", PackageResources.m0005_participants_sql),
    step(6, "teams", PackageResources.m0006_teams_sql),
    step(7, "agenda", PackageResources.m0007_agenda_sql),
    step(8, "mentoring", PackageResources.m0008_mentoring_sql),
    step(9, "submissions", PackageResources.m0009_submissions_sql),
    step(10, "rubrics", PackageResources.m0010_rubrics_sql),
    step(11, "judging", PackageResources.m0011_judging_sql),
    step(12, "scores", PackageResources.m0012_scores_sql),
    step(13, "results", PackageResources.m0013_results_sql),
    step(14, "prizes", PackageResources.m0014_prizes_sql),
    step(15, "announcement", PackageResources.m0015_announcement_sql),
    step(16, "imports", PackageResources.m0016_imports_sql),
    step(17, "removals", PackageResources.m0017_removals_sql),
    step(18, "eligibility", PackageResources.m0018_eligibility_sql),
    step(19, "announced_facts", PackageResources.m0019_announced_facts_sql),
    step(20, "objections", PackageResources.m0020_objections_sql),
    step(21, "conflict waivers", PackageResources.m0021_conflict_waivers_sql),
    step(22, "agenda texts", PackageResources.m0022_agenda_texts_sql),
    step(23, "eligibility_points", PackageResources.m0023_eligibility_points_sql),
    step(24, "erased_names", PackageResources.m0024_erased_names_sql),
    step(25, "row_records", PackageResources.m0025_row_records_sql),
    step(26, "proofs", PackageResources.m0026_proofs_sql),
    step(27, "erased_people", PackageResources.m0027_erased_people_sql),
    step(28, "overlap_allowances", PackageResources.m0028_overlap_allowances_sql),
    step(29, "team_places", PackageResources.m0029_team_places_sql),
    Migration(version: 30, name: "guards_of_large_imports"),
  ]

  /// What CHECK constraints call.
  static let values = file("values", PackageResources.values_sql)

  /// Functions, views and triggers, in an order in which each finds what it uses.
  static let routines = [
    file("times", PackageResources.times_sql),
    file("events", PackageResources.events_sql),
    file("audit", PackageResources.audit_sql),
    file("organisations", PackageResources.organisations_sql),
    file("participants", PackageResources.participants_sql),
    file("teams", PackageResources.teams_sql),
    file("agenda", PackageResources.agenda_sql),
    file("mentoring", PackageResources.mentoring_sql),
    file("submissions", PackageResources.submissions_sql),
    file("eligibility", PackageResources.eligibility_sql),
    file("rubrics", PackageResources.rubrics_sql),
    file("conflicts", PackageResources.conflicts_sql),
    file("judging", PackageResources.judging_sql),
    file("scores", PackageResources.scores_sql),
    file("results", PackageResources.results_sql),
    file("objections", PackageResources.objections_sql),
    file("prizes", PackageResources.prizes_sql),
    file("announcement", PackageResources.announcement_sql),
    file("erasure", PackageResources.erasure_sql),
    file("imports", PackageResources.imports_sql),
    file("removals", PackageResources.removals_sql),
    file("records", PackageResources.records_sql),
  ]

  private static func step(_ version: Int, _ name: String, _ script: [UInt8]) -> Migration {
    Migration(version: version, name: name, script: String(decoding: script, as: UTF8.self))
  }

  private static func file(_ name: String, _ script: [UInt8]) -> RoutineFile {
    RoutineFile(name: "routines/\(name)", script: String(decoding: script, as: UTF8.self))
  }
}
