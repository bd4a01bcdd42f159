/// The files of the two events that the demonstration runs, compiled into the program.
public enum DemoFiles {
  /// A file with its path below the demonstration's folder.
  public struct File: Sendable {
    public let path: String
    public let text: String
  }

  /// The real edition of 2021, as its organiser published it: facts only, no scores.
  static let edition2021: [(name: String, bytes: [UInt8])] = [
    ("organisations.csv", PackageResources.datajam_2021_organisations_csv),
    ("teams.csv", PackageResources.datajam_2021_teams_csv),
    ("submissions.csv", PackageResources.datajam_2021_submissions_csv),
    ("ranks.csv", PackageResources.datajam_2021_ranks_csv),
    ("prizes.csv", PackageResources.datajam_2021_prizes_csv),
    ("sessions.csv", PackageResources.datajam_2021_sessions_csv),
    ("speakers.csv", PackageResources.datajam_2021_speakers_csv),
  ]

  /// An event that never was, with judges and scores.
  static let fictional: [(name: String, bytes: [UInt8])] = [
    ("organisations.csv", PackageResources.demo_jam_organisations_csv),
    ("teams.csv", PackageResources.demo_jam_teams_csv),
    ("participants.csv", PackageResources.demo_jam_participants_csv),
    ("submissions.csv", PackageResources.demo_jam_submissions_csv),
    ("rubric.csv", PackageResources.demo_jam_rubric_csv),
    ("judges.csv", PackageResources.demo_jam_judges_csv),
    ("assignments.csv", PackageResources.demo_jam_assignments_csv),
    ("scores.csv", PackageResources.demo_jam_scores_csv),
    ("prizes.csv", PackageResources.demo_jam_prizes_csv),
  ]

  public static var all: [File] {
    edition2021.map { file("datajam-2021", $0) } + fictional.map { file("demo-jam", $0) }
  }

  private static func file(_ folder: String, _ entry: (name: String, bytes: [UInt8])) -> File {
    File(path: "\(folder)/\(entry.name)", text: String(decoding: entry.bytes, as: UTF8.self))
  }
}
