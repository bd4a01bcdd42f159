import CanonicalJSON
import Vocabulary

extension AnnouncementFacts {
  /// Reads facts that were kept as canonical JSON.
  /// - Throws: `UnreadableFacts` where the program did not write them.
  init(reading json: JSON) throws {
    try self.init(
      resultVersion: json.integer("result"), edition: json.integer("edition"), event: Event(reading: json),
      rankedTeams: json.list("places").map(RankedTeam.init(reading:)),
      otherAwards: json.list("other_awards").map(OtherAward.init(reading:)),
      organisations: json.list("orgs").map(Organisation.init(reading:)),
      relatedEditions: (json["related_editions"]?.elements ?? []).map(RelatedEdition.init(reading:)),
      corrections: json.list("corrections").map(Correction.init(reading:)), proof: Proof(reading: json))
  }
}

/// Kept facts that the program did not write.
struct UnreadableFacts: Error {
  /// The key of the value that is missing or of another kind.
  let key: String
}

extension AnnouncementFacts.Event {
  fileprivate init(reading json: JSON) throws {
    let event = try json.member("event")
    let counts = try json.member("counts")
    try self.init(
      key: event.string("key"), name: event.texts("name"), purpose: event.texts("purpose"),
      notice: event.texts("notice"), mode: event.word("mode"), startsOn: event.day("starts_on"),
      endsOn: event.day("ends_on"), announcedOn: event["announced_on"]?.text.flatMap { CalendarDate($0) },
      timeZone: event.string("tz"), languages: event.list("languages").compactMap { Language(rawValue: $0.text ?? "") },
      participants: counts.member("participants").integer("value"),
      nationalities: counts.member("nationalities").integer("value"), addresses: event.texts("urls"),
      contact: event["contact"]?.text)
  }
}

extension AnnouncementFacts.Proof {
  fileprivate init?(reading json: JSON) {
    guard let proof = json["proof"], let history = proof["result_history_sha256"]?.text,
      let seal = proof["log_seal"]?.text
    else { return nil }
    self.init(history: history, seal: seal)
  }
}

extension AnnouncementFacts.RankedTeam {
  fileprivate init(reading json: JSON) throws {
    try self.init(
      rank: json.integer("rank"), isShared: json["shared"] == true, team: AnnouncedTeam(reading: json),
      prizes: json.list("prizes").map(AnnouncedPrize.init(reading:)))
  }
}

extension AnnouncementFacts.OtherAward {
  fileprivate init(reading json: JSON) throws {
    let word = try json.string("basis")
    let basis: Basis
    switch word {
    case "track":
      let track = try json.member("track")
      basis = try .track(key: track.string("key"), name: track.texts("name"))
    case "special-award": basis = .specialAward
    case "choice": basis = .choice
    default: throw UnreadableFacts(key: "basis")
    }
    try self.init(
      basis: basis, team: AnnouncedTeam(reading: json), prize: AnnouncedPrize(reading: json.member("prize")))
  }
}

extension AnnouncementFacts.Organisation {
  fileprivate init(reading json: JSON) throws {
    try self.init(
      key: json.string("key"), role: json.word("role"), name: json.texts("name"), acronym: json.texts("acronym"),
      address: json["url"]?.text)
  }
}

extension RelatedEdition {
  fileprivate init(reading json: JSON) throws {
    try self.init(json.word("relation"), key: json["key"]?.text, title: json["title"]?.text)
    name = try json.texts("name")
    year = json["year"]?.integer
    when = json["when"]?["text"]?.text.flatMap { FuzzyDate($0) }
  }
}

extension AnnouncementFacts.Correction {
  fileprivate init(reading json: JSON) throws {
    try self.init(number: json.integer("number"), notedOn: json.day("date"), text: json.texts("text"))
  }
}

extension AnnouncedTeam {
  /// Reads a team and its project, which stand beside each other.
  fileprivate init(reading json: JSON) throws {
    let (team, project) = (try json.member("team"), try json.member("project"))
    try self.init(key: team.string("key"), name: team.string("name"))
    city = try team.texts("city")
    about = try team.texts("about")
    affiliation = team["affiliation"]?.text
    members = team["member_count"]?.integer
    projectTitle = try project.texts("title")
    summary = try project.texts("summary")
    projectAddress = project["url"]?.text
  }
}

extension AnnouncedPrize {
  fileprivate init(reading json: JSON) throws {
    try self.init(key: json.string("key"), kind: json.word("kind"))
    label = try json.texts("label")
    giver = json["giver"]?.text
    shares = try json.integer("shares")
    if let amount = json["amount"]?.integer, let currency = json["currency"]?.text {
      self.amount = try Money(minorUnits: Int64(amount), currency: currency)
    }
    isUndisclosed = json["undisclosed"] == true
    target = json["target"]?.text
    targetWhen = json["when"]?["text"]?.text.flatMap { FuzzyDate($0) }
  }
}

extension JSON {
  fileprivate func member(_ key: String) throws -> JSON {
    guard let value = self[key] else { throw UnreadableFacts(key: key) }
    return value
  }

  fileprivate func string(_ key: String) throws -> String {
    guard let text = try member(key).text else { throw UnreadableFacts(key: key) }
    return text
  }

  fileprivate func integer(_ key: String) throws -> Int {
    guard let number = try member(key).integer else { throw UnreadableFacts(key: key) }
    return number
  }

  fileprivate func list(_ key: String) throws -> [JSON] {
    guard let elements = try member(key).elements else { throw UnreadableFacts(key: key) }
    return elements
  }

  fileprivate func texts(_ key: String) throws -> LocalizedText { LocalizedText(json: try member(key)) }

  fileprivate func day(_ key: String) throws -> CalendarDate {
    guard let day = CalendarDate(try string(key)) else { throw UnreadableFacts(key: key) }
    return day
  }

  fileprivate func word<Word: RawRepresentable<String>>(_ key: String) throws -> Word {
    guard let word = Word(rawValue: try string(key)) else { throw UnreadableFacts(key: key) }
    return word
  }
}
