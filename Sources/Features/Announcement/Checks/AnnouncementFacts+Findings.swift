import Vocabulary

extension AnnouncementFacts {
  /// What is missing or doubtful for this language: what concerns all of them first.
  ///
  /// A text that exists in one language has to exist in each language that is published: nothing falls back.
  func findings(in language: Language) -> [Finding] {
    findingsInEvery + findingsOnly(in: language)
  }

  /// What concerns this language and no other.
  func findingsOnly(in language: Language) -> [Finding] {
    missingTexts(in: language) + namesWithoutConsent(in: language) + doubts(in: language)
      + straightMarks(in: language)
  }

  /// What concerns every language.
  var findingsInEvery: [Finding] { missingInEvery + doubtsInEvery }

  private var missingInEvery: [Finding] {
    var missing: [Finding] = []
    if event.announcedOn == nil {
      missing.append(
        Finding(
          .problem, "the day of the announcement is not known", "event set --announced DATE"))
    }
    if event.participants == 0 {
      missing.append(
        Finding(
          .problem, "nobody takes part, neither registered nor stated (event set --stated-participants)",
          "participant import FILE"))
    }
    if rankedTeams.isEmpty {
      missing.append(Finding(.problem, "no team has a rank", "result compute"))
    }
    for team in teams where team.isInactive {
      missing.append(
        Finding(
          .problem, "the team \(quoted(team.name)) is no longer in the contest, so the ranks are different",
          "result compute"))
    }
    for prize in prizes where prize.kind == .money && prize.amount == nil && !prize.isUndisclosed {
      missing.append(
        prize.awaitsAmount
          ? Finding(
            .problem, "the amount of prize \(quoted(prize.key)) was set after the prize was awarded", "prize award")
          : Finding(
            .problem,
            "the amount of prize \(quoted(prize.key)) is neither known (--amount N --currency CODE) nor marked undisclosed",
            "prize set \(prize.key) --undisclosed"))
    }
    return missing
  }

  private var doubtsInEvery: [Finding] {
    let addresses: [(String, String, NextStep)] =
      teams.compactMap { team in
        team.projectAddress.map {
          ("the project of \(quoted(team.name))", $0, "submission set \(team.key) --url URL")
        }
      }
      + organisations.compactMap { organisation in
        organisation.address.map {
          ("organisation \(quoted(organisation.key))", $0, "organisation set \(organisation.key) --url URL")
        }
      }
    var seen: Set<String> = []
    return addresses.filter { !isWellFormed($0.1) && seen.insert($0.2.description).inserted }.map {
      whose, address, step in
      Finding(.warning, "the address of \(whose) leads nowhere: \(quoted(address))", step)
    }
  }

  /// Whether a browser would take it: a scheme, a host with a dot in it, and no character that stands in no address.
  private func isWellFormed(_ address: String) -> Bool {
    let rest = address.drop { $0 != "/" }.drop { $0 == "/" }
    let host = rest.prefix { !"/?#:".contains($0) }
    return webAddress(address) == address && host.contains(".") && !host.hasPrefix(".") && !host.hasSuffix(".")
  }
}
