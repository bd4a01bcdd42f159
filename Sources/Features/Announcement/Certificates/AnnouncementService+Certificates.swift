import Audit
public import CanonicalJSON
public import Postgres
public import Vocabulary

extension AnnouncementService {
  /// What certificates were asked for, and how many of them are new.
  public struct IssuedCertificates: Sendable {
    public let count: Int
    public let new: Int
  }

  /// Issues a certificate to each active team and to each of its members who agreed to be named; those that were
  /// issued before have the same codes.
  /// - Parameters:
  ///   - languages: The languages of each certificate; nil for the person's own, otherwise the event's first.
  ///   - write: Takes each as it is written, so that they need not all be held at once.
  /// - Throws: `AnnouncementError` when a text is missing in a language that is needed.
  public func certificates(
    of event: EventID, in languages: [Language]?, by templates: AnnouncementTemplates, in unit: UnitOfWork,
    write: (Certificate) throws -> Void
  ) throws -> IssuedCertificates {
    let facts = try facts(of: event, in: unit)
    let publication = try publication(of: event, in: unit)
    let secret = try AnnouncementChangeStore().certificateSecret(of: event, in: unit)
    let redaction = try ErasedNameStore().redaction(of: event, in: unit)
    let places = Dictionary(facts.rankedTeams.map { ($0.team.key, $0) }) { first, _ in first }
    var writers: [Language: CertificateWriter] = [:]
    var issued: [CertificateStore.Issued] = []
    for holder in try CertificateStore().holders(of: event, in: unit) {
      let holder = facts.named(holder, without: redaction)
      let ranked = places[holder.teamKey]
      let subject =
        "\(event.rawValue)/\(holder.team.rawValue)/\(holder.participant?.rawValue ?? 0)/\(ranked?.rank ?? 0)"
      let code = CertificateCode(of: subject, by: secret)
      for language in languages ?? [holder.language(among: facts.event.languages)] {
        let writer =
          try writers[language]
          ?? CertificateWriter(try source(facts, in: language, publication: publication, by: templates))
        writers[language] = writer
        try write(try writer.certificate(for: holder, ranked, code: code))
      }
      issued.append(
        CertificateStore.Issued(
          hash: code.hash, team: holder.team, participant: holder.participant, rank: ranked?.rank))
    }
    let new = try CertificateStore().keep(issued, of: event, in: unit)
    if new > 0 {
      try audit.did("issued", "certificates", facts.event.key, [AuditField("number", new)], of: event, in: unit)
    }
    return IssuedCertificates(count: issued.count, new: new)
  }

  /// The certificates that were issued to one person; what they say, and no codes, of which only hashes are kept.
  public func certificateRecord(
    of person: Int64, _ event: EventID, in snapshot: Snapshot
  ) throws -> JSON {
    try CertificateStore().record(of: ParticipantID(person), event, in: snapshot)
  }

  /// What a code says of its certificate, as somebody copied it from paper.
  public func verify(code text: String, of event: EventID, in snapshot: Snapshot) throws -> CertificateVerdict {
    guard let code = CertificateCode(reading: text) else { return .unknown }
    let facts = try facts(of: event, in: snapshot)
    let redaction = try ErasedNameStore().redaction(of: event, in: snapshot)
    return try CertificateStore().verdict(on: code.hash, of: event, in: snapshot) { key, name in
      facts.publicName(ofTeam: key, otherwise: name, without: redaction)
    }
  }
}

extension AnnouncementFacts {
  /// The name under which a team is announced; nil for a team that is not.
  func name(ofTeam key: String) -> String? { teams.first { $0.key == key }?.name }

  /// The name under which a team is announced; for a team that is not, its own without names of erased people.
  func publicName(ofTeam key: String, otherwise name: String, without redaction: NameRedaction) -> String {
    self.name(ofTeam: key) ?? redaction.redacted(name, in: event.languages.first ?? .english)
  }

  fileprivate func named(_ holder: CertificateHolder, without redaction: NameRedaction) -> CertificateHolder {
    var holder = holder
    holder.teamName = publicName(ofTeam: holder.teamKey, otherwise: holder.teamName, without: redaction)
    return holder
  }
}

extension CertificateHolder {
  fileprivate func language(among languages: [Language]) -> Language {
    spoken.compactMap { Language(rawValue: $0) }.first { languages.contains($0) } ?? languages.first ?? .english
  }
}

/// All certificates of one language are written by this: what they share is worded once.
struct CertificateWriter {
  private let source: AnnouncementSource
  private let event: String
  private let date: String
  private let facts: String

  init(_ source: AnnouncementSource) {
    self.source = source
    event = singleLine(source.facts.event.name[source.language] ?? "")
    date = source.wording.date(source.facts.event.announcedOn ?? source.facts.event.endsOn)
    facts = source.facts.sha256
  }

  func certificate(
    for holder: CertificateHolder, _ ranked: AnnouncementFacts.RankedTeam?, code: CertificateCode
  ) throws(TemplateError) -> Certificate {
    let event = source.facts.event
    let words = source.wording.certificate(
      CertificateSubject(
        event: self.event, year: event.endsOn.year, days: event.startsOn...event.endsOn,
        team: isolated(holder.teamName), person: holder.person, rank: ranked?.rank, isShared: ranked?.isShared ?? false)
    )
    var values = [
      "languageTag": source.language.tag, "title": words.title, "name": isolated(holder.person ?? holder.teamName),
      "sentence": words.sentence, "date": date, "codeLabel": words.codeLabel, "code": code.text,
      "verification": words.verification, "facts": facts,
    ]
    values["embargo"] = source.embargo
    let key = [holder.teamKey, holder.participantKey].compactMap { $0 }.joined(separator: ".")
    return Certificate(
      language: source.language, name: source.fileName("certificate.\(key).\(source.language.code).html"),
      text: try source.rendered(.certificate, values))
  }
}
