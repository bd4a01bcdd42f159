import Vocabulary

extension FieldNames {
  /// The columns that a profile's form gives to the fields of a thing; where it has changed, the newest names first.
  static func of(_ noun: ImportNoun, in profile: ImportProfile, _ language: Language) -> [FieldNames] {
    switch profile {
    case .generic: of(noun, in: language)
    case .googleForms: of(noun, in: language) + googleForms(of: noun)
    case .devpostRegistrants: registrant
    case .eventbrite: attendee
    case .devpost: project(in: language)
    }
  }

  /// The names that stand first in a form's answers.
  static let formTimes = PersonColumnNames.answerTime

  private static func googleForms(of noun: ImportNoun) -> [FieldNames] {
    switch noun {
    case .participant: [FieldNames(.receivedAt, formTimes), FieldNames(.email, ["Username", "Nom d'utilisateur"])]
    case .submission: [FieldNames(.receivedAt, formTimes)]
    case .team, .organisation: []
    }
  }

  private static let registrant: [FieldNames] = [
    FieldNames(.givenName, ["First Name"]),
    FieldNames(.familyName, ["Last Name"]),
    FieldNames(.displayName, ["Full Name"]),
    FieldNames(.email, ["Email", "Email Address"]),
    FieldNames(.city, ["City"]),
    FieldNames(.country, ["Country"]),
    FieldNames(.affiliation, ["College/University Name"]),
    FieldNames(.receivedAt, ["Registered At"]),
  ]

  private static let attendee: [FieldNames] = [
    FieldNames(.sourceKey, ["Attendee #", "Attendee no.", "Attendee no", "Attendee number"]),
    FieldNames(.givenName, ["First Name"]),
    FieldNames(.familyName, ["Last Name", "Surname"]),
    FieldNames(.email, ["Email", "E-mail", "Email Address"]),
    FieldNames(.registrationSource, ["Ticket Type"]),
    FieldNames(.city, ["Home City", "Home Town"]),
    FieldNames(.country, ["Home Country"]),
    FieldNames(.affiliation, ["Company", "Company / Organisation", "Company / Organization"]),
    FieldNames(.receivedAt, ["Order Date", "Date"]),
  ]

  private static func project(in language: Language) -> [FieldNames] {
    [FieldNames(.url, ["Submission Url"])]
      + LocalisedFieldNames(
        name: "title", fields: LocalisedFieldNames.title, others: ["Project Title", "Submission Title"]
      ).names(in: language)
      + LocalisedFieldNames(
        name: "summary", fields: LocalisedFieldNames.summary, others: ["About The Project", "Plain Description"]
      ).names(in: language)
      + [
        FieldNames(.videoUrl, ["Video Demo Link", "Video"]),
        FieldNames(.builtWith, ["Built With"]),
        FieldNames(.optedFor, ["Opt-In Prizes", "Desired Prizes", "Sponsor Prizes"]),
        FieldNames(.table, ["Table Number"]),
        FieldNames(.affiliation, ["Team Colleges/Universities", "College/Universities Of Team Members"]),
      ]
  }

  /// The fields that `--map` may give to a column of such a file, by our own names.
  static func mappable(_ noun: ImportNoun, in profile: ImportProfile, _ language: Language) -> [FieldNames] {
    guard profile == .devpost else { return of(noun, in: language) }
    // A row of Devpost's speaks of a project, of its team and of its submitter.
    return of(.submission, in: language) + of(.team, in: language) + of(.participant, in: language)
  }
}
