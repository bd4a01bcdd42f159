/// The variables of the environment that the program reads.
enum EnvironmentVariables {
  static let rows: [(name: String, text: String)] = [
    ("DATAJAM_EVENT", "The event where -E is left out."),
    ("DATAJAM_BY", "The organiser who acts where --by is left out."),
    ("DATAJAM_DATABASE_URL", "The database where --db is left out."),
    ("DATAJAM_TOKEN_FILE", "The file with your token where --token-file is left out."),
    ("DATAJAM_HOME", "The folder of the private database and of your token."),
    (
      "DATAJAM_PAGER",
      "The program that shows long answers on a terminal. Empty or cat: none. Without it: PAGER, or less."
    ),
    ("NO_COLOR", "With any value, nothing is coloured."),
  ]
}
