extension TemplateNoun {
  /// A row as people fill it in; columns that are not there are left blank. The days are those of May 2026.
  private var exampleCells: [String: String] {
    switch self {
    case .participants:
      [
        "given_name": "Ana", "family_name": "Ruiz", "email": "ana@example.org", "country_of_nationality": "Chile",
        "city": "Toronto", "affiliation": "Open University", "language": "Spanish, English", "consent_public": "yes",
        "team": "Aurora", "captain": "yes",
      ]
    case .teams:
      [
        "key": "aurora", "name": "Aurora", "country": "Canada", "city_en": "Toronto", "table": "4", "room": "Main Hall",
        "about_en": "Maps for safer ways home.",
      ]
    case .tracks: ["key": "health", "name_en": "Health", "name_fr": "Santé", "name_es": "Salud"]
    case .submissions:
      [
        "team": "Aurora", "title_en": "Safe Routes", "summary_en": "Maps of safe ways home.",
        "url": "https://example.org/safe-routes", "opted_for": "Best use of data",
      ]
    case .organisations:
      ["key": "open-data", "role": "partner", "name_en": "Open Data Society", "url": "https://example.org"]
    case .mentors:
      [
        "key": "bea", "name": "Bea Stone", "email": "bea@example.org", "expertise": "maps, statistics",
        "languages": "English, French", "slot_minutes": "30", "shifts": "2026-05-09 13:00-16:00",
      ]
    case .hours: ["mentor": "Bea Stone", "from": "2026-05-09 13:00", "to": "2026-05-09 16:00"]
    case .bookings: ["mentor": "Bea Stone", "team": "Aurora", "from": "2026-05-09 13:30", "minutes": "30"]
    case .judges:
      [
        "code": "J-01", "name": "Cy Moreau", "affiliation": "City of Toronto", "email": "cy@example.com",
        "languages": "English, French", "expertise": "health, maps",
      ]
    case .conflicts: ["judge": "J-01", "team": "Aurora", "reason": "Teaches a member of the team."]
    case .rubric:
      [
        "key": "impact", "weight": "60", "minimum": "0", "maximum": "10", "name_en": "Impact",
        "description_en": "How much would change for the people concerned?",
      ]
    case .assignments: ["judge": "J-01", "team": "Aurora"]
    case .scores: ["judge": "J-01", "team": "Aurora", "criterion": "impact", "score": "8.5"]
    case .ranks: ["team": "Aurora", "rank": "1"]
    case .prizes:
      [
        "key": "first", "kind": "money", "rank": "1", "amount": "5000", "currency": "CAD",
        "label_en": "First prize",
      ]
    case .votes: ["team": "Aurora", "votes": "42"]
    case .rooms: ["key": "main-hall", "name_en": "Main Hall", "capacity": "120"]
    case .sessions:
      [
        "key": "welcome", "date": "2026-05-08", "start": "09:00", "end": "09:30", "languages": "en", "kind": "talk",
        "title_en": "Welcome", "room": "Main Hall",
      ]
    case .speakers:
      ["session": "Welcome", "name": "Ana Ruiz", "role_en": "Host", "organisation_en": "Open University"]
    }
  }

  /// The cells of the example in the order of the columns.
  public var example: [String] { columns.map { exampleCells[$0] ?? "" } }
}
