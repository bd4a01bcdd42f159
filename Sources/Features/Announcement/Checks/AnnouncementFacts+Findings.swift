import Vocabulary

extension AnnouncementFacts {
  /// What is missing or doubtful for this language: what concerns all of them first.
  ///
  /// A text that exists in one language has to exist in each language that is published: nothing falls back.
  func findings(in language: Language) -> [AnnouncementFinding] {
    findingsInEvery + findingsOnly(in: language)
  }

  /// What concerns this language and no other.
  func findingsOnly(in language: Language) -> [AnnouncementFinding] {
    missingTexts(in: language) + namesWithoutConsent(in: language) + doubts(in: language)
  }

  /// What concerns every language.
  var findingsInEvery: [AnnouncementFinding] { missingInEvery + doubtsInEvery }

  private var missingInEvery: [AnnouncementFinding] {
    var missing: [AnnouncementFinding] = []
    if event.announcedOn == nil {
      missing.append(
        AnnouncementFinding(
          .missing, "the day of the announcement is not known", "datajam event set --announced DATE"))
    }
    if event.participants == 0 {
      missing.append(
        AnnouncementFinding(
          .missing, "nobody takes part, neither registered (datajam participant import FILE) nor stated",
          "datajam event set --stated-participants N"))
    }
    if places.isEmpty {
      missing.append(AnnouncementFinding(.missing, "no team has a place", "datajam result compute"))
    }
    for team in teams where team.isInactive {
      missing.append(
        AnnouncementFinding(
          .missing, "the team \(quoted(team.name)) takes no part any more, so that the places are others",
          "datajam result compute"))
    }
    for prize in prizes where prize.kind == .money && prize.amount == nil && !prize.isUndisclosed {
      missing.append(
        AnnouncementFinding(
          .missing,
          "the amount of prize \(quoted(prize.key)) is neither known (--amount N --currency CODE) nor marked undisclosed",
          "datajam prize set \(prize.key) --undisclosed"))
    }
    return missing
  }

  private var doubtsInEvery: [AnnouncementFinding] {
    let addresses =
      teams.compactMap { team in
        team.projectAddress.map {
          ("the project of \(quoted(team.name))", $0, "datajam submission set \(team.key) --url URL")
        }
      }
      + organisations.compactMap { organisation in
        organisation.address.map {
          ("organisation \(quoted(organisation.key))", $0, "datajam org set \(organisation.key) --url URL")
        }
      }
    var seen: Set<String> = []
    return addresses.filter { !isWellFormed($0.1) && seen.insert($0.2).inserted }.map { whose, address, command in
      AnnouncementFinding(.doubtful, "the address of \(whose) leads nowhere: \(quoted(address))", command)
    }
  }

  /// Whether a browser would take it: a scheme, a host with a dot in it, and no character that stands in no address.
  private func isWellFormed(_ address: String) -> Bool {
    let rest = address.drop { $0 != "/" }.drop { $0 == "/" }
    let host = rest.prefix { !"/?#:".contains($0) }
    return webAddress(address) == address && host.contains(".") && !host.hasPrefix(".") && !host.hasSuffix(".")
  }
}
