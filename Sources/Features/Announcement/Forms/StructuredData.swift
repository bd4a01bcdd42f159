import CanonicalJSON
import Vocabulary

/// The data of schema.org: an award stands on the team and on its project, which have that property, and never on the
/// event, which has not.
extension AnnouncementSource {
  var structuredData: JSON {
    let text = text
    let teams = facts.teams.flatMap { team -> [JSON] in
      let awards = awards(of: team)
      return [organization(team, awards)] + (project(team, awards).map { [$0] } ?? [])
    }
    return [
      "@context": "https://schema.org",
      "@graph": .array([event(text), article(text)] + teams),
    ]
  }

  private func event(_ text: AnnouncementText) -> JSON {
    let event = facts.event
    var members = [
      JSON.Member("@type", "Hackathon"), JSON.Member("@id", .string(eventID)),
      JSON.Member("name", .string(text.event)), JSON.Member("startDate", .string(event.startsOn.description)),
      JSON.Member("endDate", .string(event.endsOn.description)),
      JSON.Member("eventAttendanceMode", .string("https://schema.org/\(attendanceMode)EventAttendanceMode")),
      JSON.Member("inLanguage", .array(event.languages.map { .string($0.tag) })),
    ]
    if event.mode == .online { members.append(JSON.Member("location", ["@type": "VirtualLocation"])) }
    for (property, roles) in [
      ("organizer", [.coOrganiser]), ("contributor", [.partner]), ("sponsor", [.sponsor]), ("funder", [.funder]),
    ] as [(String, Set<OrganisationRole>)] {
      let named = facts.organisations.filter { roles.contains($0.role) }.map(organization)
      if !named.isEmpty { members.append(JSON.Member(property, .array(named))) }
    }
    if !facts.relatedEditions.isEmpty { members.append(JSON.Member("superEvent", series)) }
    return .object(members)
  }

  /// The other editions stand in a series with this one, because an event has no property for what follows it.
  private var series: JSON {
    let others = facts.relatedEditions.map { other -> JSON in
      var members = [
        JSON.Member("@type", "Event"), JSON.Member("name", .string(singleLine(other.words(in: language) ?? ""))),
      ]
      if let when = other.when, when.season == nil {
        members.append(JSON.Member("startDate", .string(when.description)))
      }
      return .object(members)
    }
    return [
      "@type": "EventSeries", "name": .string(singleLine(facts.event.name[language] ?? "")), "subEvent": .array(others),
    ]
  }

  private func article(_ text: AnnouncementText) -> JSON {
    var members = [
      JSON.Member("@type", "NewsArticle"), JSON.Member("headline", .string(text.title)),
      JSON.Member("inLanguage", .string(text.languageTag)), JSON.Member("description", .string(text.lead)),
      JSON.Member("about", ["@id": .string(eventID)]), JSON.Member("identifier", .string(facts.sha256)),
    ]
    if let day = facts.event.announcedOn { members.append(JSON.Member("datePublished", .string(day.description))) }
    if let address = text.address { members.append(JSON.Member("url", .string(address))) }
    if let embargo = text.embargo { members.append(JSON.Member("creativeWorkStatus", .string(embargo))) }
    if !text.corrections.isEmpty {
      members.append(
        JSON.Member("correction", .array(text.corrections.map { .string("\($0.label) \($0.words)") })))
    }
    return .object(members)
  }

  private func organization(_ organisation: AnnouncementFacts.Organisation) -> JSON {
    var members = [
      JSON.Member("@type", "Organization"), JSON.Member("name", .string(singleLine(organisation.name[language] ?? ""))),
    ]
    if let address = organisation.address { members.append(JSON.Member("url", .string(webAddress(address)))) }
    return .object(members)
  }

  private func organization(_ team: AnnouncedTeam, _ awards: [String]) -> JSON {
    [
      "@type": "Organization", "@id": .string("urn:datajam:\(facts.event.key):team:\(team.key)"),
      "name": .string(singleLine(team.name)), "award": .array(awards.map(JSON.string)),
    ]
  }

  /// Nil where nothing is known of the project.
  private func project(_ team: AnnouncedTeam, _ awards: [String]) -> JSON? {
    let (title, summary) = (team.projectTitle[language], team.summary[language])
    guard title != nil || summary != nil else { return nil }
    var members = [
      JSON.Member("@type", "CreativeWork"), JSON.Member("name", .string(singleLine(title ?? team.name))),
      JSON.Member("creator", ["@id": .string("urn:datajam:\(facts.event.key):team:\(team.key)")]),
      JSON.Member("award", .array(awards.map(JSON.string))),
    ]
    if let summary { members.append(JSON.Member("description", .string(singleLine(summary)))) }
    if let address = team.projectAddress { members.append(JSON.Member("url", .string(webAddress(address)))) }
    return .object(members)
  }

  /// What the team won, in words.
  private func awards(of team: AnnouncedTeam) -> [String] {
    let ranks = facts.rankedTeams.filter { $0.team.key == team.key }.map {
      wording.rank($0.rank, isShared: $0.isShared)
    }
    let otherAwards = facts.otherAwards.filter { $0.team.key == team.key }.map {
      wording.otherAward(wording.name(of: $0.basis, in: language))
    }
    let event = edition(singleLine(facts.event.name[language] ?? ""), facts.event.endsOn.year)
    return (ranks + otherAwards).map { "\($0), \(event)" }
  }

  private var eventID: String { "urn:datajam:\(facts.event.key)" }

  private var attendanceMode: String {
    switch facts.event.mode {
    case .online: "Online"
    case .hybrid: "Mixed"
    case .onSite: "Offline"
    }
  }
}
