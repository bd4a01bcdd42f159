import Vocabulary

/// French as it is written in Canada (fr-CA; Office québécois de la langue française), in neutral wording.
struct FrenchWording: Wording {
  private typealias Table = FrenchTables
  private var space: String { Table.space }

  let factsLabel = "Faits\u{A0}:"
  let projectLabel = "Projet\u{A0}:"

  func check(factsBeginWith digits: String) -> String {
    "Pour vérifier\u{A0}: facts_sha256 dans le fichier des faits commence par \(digits)."
  }

  func title(event: String, year: Int, winners: [String]) -> String {
    let opening = "\(edition(event, year))\(space):"
    return winners.count == 1
      ? "\(opening) la 1re place est attribuée à \(winners[0])"
      : "\(opening) \(listed(winners, and: "et")) se partagent la 1re place"
  }

  func dateline(mode: EventMode, day: CalendarDate) -> String {
    mode == .online ? "En ligne, le \(date(day))" : "Le \(date(day))"
  }

  func lead(_ lead: AnnouncementLead) -> String {
    let weekday = Table.weekdays[lead.announcedOn.weekday - 1]
    let opening =
      "Les équipes lauréates de l’événement «\(space)\(lead.event)\(space)» ont été dévoilées \(weekday)."
    // In French 0 and 1 take the singular.
    let people =
      lead.participants < 2 ? "\(lead.participants) personne" : "\(Table.number(lead.participants)) personnes"
    let origin =
      switch lead.nationalities {
      case 0: ""
      case 1: " d’une seule nationalité"
      default: " de \(lead.nationalities) nationalités"
      }
    let purpose = lead.purpose.map { Self.joined(to: $0) + $0 } ?? ""
    return "\(opening) \(Table.period(lead.days)), la \(kind(lead.mode)) a réuni \(people)\(origin)\(purpose)."
  }

  /// No comma stands before a purpose or a subject that belongs to the verb.
  private static func joined(to purpose: String) -> String {
    ["afin", "pour", "autour"].contains { purpose.lowercased().hasPrefix($0 + " ") } ? " " : ", "
  }

  func rankHeading(_ rank: Int, isShared: Bool, team: String) -> String {
    "\(self.rank(rank, isShared: isShared))\(space): \(team)."
  }

  func otherAwardHeading(_ otherAward: OtherAwardName, team: String) -> String {
    "\(self.otherAward(otherAward))\(space): \(team)."
  }

  func rank(_ rank: Int, isShared: Bool) -> String {
    "\(Table.ordinal(rank)) place\(isShared ? " (ex aequo)" : "")"
  }

  func otherAward(_ otherAward: OtherAwardName) -> String {
    switch otherAward {
    case .track(let name): "Volet «\(space)\(name)\(space)»"
    case .specialAward: "Mention d’honneur"
    case .choice: "Prix du public"
    }
  }

  func team(_ name: String, city: String?) -> String { city.map { "\(name) (\($0))" } ?? name }

  func receives(team: String) -> String { "L’équipe reçoit\(space):" }

  func moneyPrize(_ amount: Money?, label: String?) -> String {
    let prize = label ?? "un prix en argent"
    guard let amount else { return "\(prize) (montant non divulgué)" }
    return label == nil ? "\(prize) de \(Table.money(amount))" : "\(prize) (\(Table.money(amount)))"
  }

  func invitation(to target: String, when: FuzzyDate?) -> String {
    "une invitation à l’événement «\(space)\(target)\(space)»" + (when.map { ", " + Table.when($0) } ?? "")
  }

  func shared(_ prize: String, among teams: Int) -> String {
    "\(prize), sa part d’un prix partagé entre \(teams) équipes"
  }

  func prizeEnding(isLast: Bool) -> String { isLast ? "." : ";" }

  func quickFacts(_ lead: AnnouncementLead, languages: [Language]) -> LabelledLine {
    var facts = [
      lead.participants < 2
        ? "\(lead.participants) personne participante" : "\(Table.number(lead.participants)) personnes participantes"
    ]
    if lead.nationalities > 0 {
      facts.append(lead.nationalities < 2 ? "1 nationalité" : "\(lead.nationalities) nationalités")
    }
    let days = lead.dayCount < 2 ? "1 jour" : "\(lead.dayCount) jours"
    facts.append(days + (lead.mode == .online ? " en ligne" : ""))
    facts.append(listed(languages.map { "en " + Table.name(of: $0) }, and: "et"))
    return LabelledLine(label: "En bref\(space):", words: facts.joined(separator: " · "))
  }

  func organisations(role: OrganisationRole, names: [String]) -> LabelledLine {
    let word =
      switch role {
      case .funder: "Financement"
      case .coOrganiser: names.count == 1 ? "Organisme coorganisateur" : "Organismes coorganisateurs"
      case .sponsor: names.count == 1 ? "Commanditaire" : "Commanditaires"
      case .partner: names.count == 1 ? "Partenaire" : "Partenaires"
      case .prizeGiver: "Prix offerts par"
      case .affiliation: "Affiliations"
      }
    return LabelledLine(label: "\(word)\(space):", words: names.joined(separator: " · "))
  }

  func organisation(_ name: String, acronym: String?) -> String {
    acronym.flatMap { $0 == name ? nil : "\(name) (\($0))" } ?? name
  }

  func relatedEditions(_ relation: RelatedEdition.Relation, names: [String]) -> LabelledLine {
    let label =
      switch relation {
      case .followUp: names.count == 1 ? "Prochaine édition" : "Prochaines éditions"
      case .sister: names.count == 1 ? "Édition associée" : "Éditions associées"
      case .follows: names.count == 1 ? "Édition précédente" : "Éditions précédentes"
      }
    return LabelledLine(label: label + "\(space):", words: names.joined(separator: " · "))
  }

  func relatedEdition(_ name: String, when: FuzzyDate?) -> String {
    name + (when.map { ", " + Table.when($0) } ?? "")
  }

  func contact(_ contact: String) -> LabelledLine { LabelledLine(label: "Renseignements\(space):", words: contact) }

  var nameRemoved: RemovedNameWords {
    RemovedNameWords(
      mark: "[nom retiré]", note: "À la demande de la personne concernée, un nom a été retiré de cette annonce.")
  }

  func correction(notedOn day: CalendarDate, _ text: String) -> LabelledLine {
    LabelledLine(label: "Correction du \(date(day))\(space):", words: text)
  }

  func score(_ criterion: String, _ mean: String, of maximum: String) -> String {
    "\(criterion)\(space): \(mean.replacing(".", with: ",")) sur \(maximum.replacing(".", with: ","))"
  }

  func embargo(until hour: PublicHour?) -> String {
    hour.map { "SOUS EMBARGO JUSQU’AU \(moment($0))" } ?? "SOUS EMBARGO\(space): à ne pas publier pour l’instant"
  }

  func moment(_ hour: PublicHour) -> String { "\(date(hour.local.day)) à \(Table.hour(hour))" }

  func date(_ day: CalendarDate) -> String { Table.date(day) }

  let reveal = RevealWords(
    instructions: "Appuyez sur la barre d’espacement ou la flèche droite pour dévoiler la page suivante.",
    next: "Suivant", previous: "Précédent", thanks: "Merci à toutes les personnes qui ont participé.")

  func certificate(_ subject: CertificateSubject) -> CertificateWords {
    let event =
      "l’événement «\(space)\(edition(subject.event, subject.year))\(space)», tenu "
      + Table.period(subject.days, startsSentence: false)
    let team = subject.person == nil ? "" : ", au sein de l’équipe «\(space)\(subject.team)\(space)»"
    let verb = subject.rank.map { "a remporté la \(rank($0, isShared: subject.isShared)) de" } ?? "a participé à"
    return CertificateWords(
      title: subject.rank == nil ? "Attestation de participation" : "Attestation de réussite",
      sentence: "\(verb) \(event)\(team).",
      codeLabel: "Code\(space):",
      verification: "L’équipe organisatrice confirme, à partir de ce code, si l’attestation est valide.")
  }

  private func kind(_ mode: EventMode) -> String {
    switch mode {
    case .online: "compétition en ligne"
    case .hybrid: "compétition hybride"
    case .onSite: "compétition"
    }
  }
}
