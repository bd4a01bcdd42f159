import Vocabulary

/// Spanish as it is written in Latin America (es-419), in neutral wording.
struct SpanishWording: Wording {
  private typealias Table = SpanishTables

  let factsLabel = "Datos:"
  let projectLabel = "Proyecto:"

  func check(factsBeginWith digits: String) -> String {
    "Para comprobar: facts_sha256 en el archivo de datos comienza con \(digits)."
  }

  func title(event: String, year: Int, winners: [String]) -> String {
    winners.count == 1
      ? "\(edition(event, year)): el 1.er lugar es para \(winners[0])"
      : "\(edition(event, year)): \(Table.listed(winners)) comparten el 1.er lugar"
  }

  func dateline(mode: EventMode, day: CalendarDate) -> String {
    mode == .online ? "En línea, \(date(day))" : date(day)
  }

  func lead(_ lead: AnnouncementLead) -> String {
    let weekday = Table.weekdays[lead.announcedOn.weekday - 1]
    let opening =
      "Los equipos ganadores del evento «\(lead.event)» se dieron a conocer el \(weekday)."
    let people = lead.participants == 1 ? "1 persona" : "\(Table.number(lead.participants)) personas"
    let origin =
      switch lead.nationalities {
      case 0: ""
      case 1: " de 1 nacionalidad"
      default: " de \(lead.nationalities) nacionalidades"
      }
    let purpose = lead.purpose.map { " " + $0 } ?? ""
    return "\(opening) \(Table.period(lead.days)), la \(kind(lead.mode)) reunió a \(people)\(origin)\(purpose)."
  }

  func rankHeading(_ rank: Int, isShared: Bool, team: String) -> String {
    "\(self.rank(rank, isShared: isShared)): \(team)."
  }

  func otherAwardHeading(_ otherAward: OtherAwardName, team: String) -> String {
    "\(self.otherAward(otherAward)): \(team)."
  }

  func rank(_ rank: Int, isShared: Bool) -> String { "\(Table.ordinal(rank)) lugar\(isShared ? " (empate)" : "")" }

  func otherAward(_ otherAward: OtherAwardName) -> String {
    switch otherAward {
    case .track(let name): "Categoría «\(name)»"
    case .specialAward: "Mención de honor"
    case .choice: "Premio del público"
    }
  }

  func team(_ name: String, city: String?) -> String { city.map { "\(name) (\($0))" } ?? name }

  func receives(team: String) -> String { "El equipo recibe:" }

  func moneyPrize(_ amount: Money?, label: String?) -> String {
    let prize = label ?? "un premio en dinero"
    guard let amount else { return "\(prize) (monto no divulgado)" }
    return label == nil ? "\(prize) de \(Table.money(amount))" : "\(prize) (\(Table.money(amount)))"
  }

  func invitation(to target: String, when: FuzzyDate?) -> String {
    "una invitación al evento «\(target)»" + (when.map { ", " + Table.when($0) } ?? "")
  }

  func shared(_ prize: String, among teams: Int) -> String {
    "\(prize), su parte de un premio compartido entre \(teams) equipos"
  }

  func prizeEnding(isLast: Bool) -> String { isLast ? "." : ";" }

  func quickFacts(_ lead: AnnouncementLead, languages: [Language]) -> LabelledLine {
    var facts = [lead.participants == 1 ? "1 participante" : "\(Table.number(lead.participants)) participantes"]
    if lead.nationalities > 0 {
      facts.append(lead.nationalities == 1 ? "1 nacionalidad" : "\(lead.nationalities) nacionalidades")
    }
    let days = lead.dayCount == 1 ? "1 día" : "\(lead.dayCount) días"
    facts.append(days + (lead.mode == .online ? " en línea" : ""))
    facts.append("en " + Table.listed(languages.map(Table.name)))
    return LabelledLine(label: "En resumen:", words: facts.joined(separator: " · "))
  }

  func organisations(role: OrganisationRole, names: [String]) -> LabelledLine {
    let label =
      switch role {
      case .funder: "Financiamiento:"
      case .coOrganiser: names.count == 1 ? "Entidad coorganizadora:" : "Entidades coorganizadoras:"
      case .sponsor: names.count == 1 ? "Entidad patrocinadora:" : "Entidades patrocinadoras:"
      case .partner: names.count == 1 ? "Entidad aliada:" : "Entidades aliadas:"
      case .prizeGiver: "Premios de:"
      case .affiliation: "Afiliaciones:"
      }
    return LabelledLine(label: label, words: names.joined(separator: " · "))
  }

  func organisation(_ name: String, acronym: String?) -> String {
    acronym.flatMap { $0 == name ? nil : "\(name) (\($0))" } ?? name
  }

  func relatedEditions(_ relation: RelatedEdition.Relation, names: [String]) -> LabelledLine {
    let label =
      switch relation {
      case .followUp: names.count == 1 ? "Próxima edición:" : "Próximas ediciones:"
      case .sister: names.count == 1 ? "Edición relacionada:" : "Ediciones relacionadas:"
      case .follows: names.count == 1 ? "Edición anterior:" : "Ediciones anteriores:"
      }
    return LabelledLine(label: label, words: names.joined(separator: " · "))
  }

  func relatedEdition(_ name: String, when: FuzzyDate?) -> String {
    name + (when.map { ", " + Table.when($0) } ?? "")
  }

  func contact(_ contact: String) -> LabelledLine { LabelledLine(label: "Contacto:", words: contact) }

  var nameRemoved: RemovedNameWords {
    RemovedNameWords(
      mark: "[nombre suprimido]",
      note: "A petición de la persona interesada, se ha suprimido un nombre de este anuncio.")
  }

  func correction(notedOn day: CalendarDate, _ text: String) -> LabelledLine {
    LabelledLine(label: "Corrección del \(date(day)):", words: text)
  }

  func score(_ criterion: String, _ mean: String, of maximum: String) -> String {
    "\(criterion): \(mean) de \(maximum)"
  }

  func embargo(until hour: PublicHour?) -> String {
    hour.map { "EMBARGADO HASTA EL \(moment($0))" } ?? "EMBARGADO: todavía no se puede publicar"
  }

  func moment(_ hour: PublicHour) -> String {
    let isOne = hour.local.minuteOfDay / 60 == 1
    return "\(date(hour.local.day)) a \(isOne ? "la" : "las") \(Table.hour(hour))"
  }

  func date(_ day: CalendarDate) -> String { Table.date(day) }

  let reveal = RevealWords(
    instructions: "Presione la barra espaciadora o la flecha derecha para mostrar la página siguiente.",
    next: "Siguiente", previous: "Anterior", thanks: "Gracias a todas las personas que participaron.")

  func certificate(_ subject: CertificateSubject) -> CertificateWords {
    let event =
      "el evento «\(edition(subject.event, subject.year))», realizado \(Table.period(subject.days, startsSentence: false))"
    let team = subject.person == nil ? "" : ", como integrante del equipo «\(subject.team)»"
    let verb = subject.rank.map { "obtuvo el \(rank($0, isShared: subject.isShared)) en" } ?? "participó en"
    return CertificateWords(
      title: subject.rank == nil ? "Constancia de participación" : "Constancia de logro",
      sentence: "\(verb) \(event)\(team).",
      codeLabel: "Código:",
      verification: "El equipo organizador confirma con este código si la constancia es válida.")
  }

  private func kind(_ mode: EventMode) -> String {
    switch mode {
    case .online: "competencia en línea"
    case .hybrid: "competencia híbrida"
    case .onSite: "competencia"
    }
  }
}
