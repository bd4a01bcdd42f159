import CSV
import Vocabulary

/// What the columns of a spreadsheet say of its rows.
struct NounGuess {
  private let header: Header
  private let profile: ImportProfile
  private let settings: ReadingSettings

  /// What the rows stand for.
  /// - Throws: `unclearNoun` when the columns do not tell, `mapNeeded` when a form's questions tell nothing at all.
  static func noun(
    of header: Header, in profile: ImportProfile, _ settings: ReadingSettings
  ) throws(ImportFormatError) -> ImportNoun {
    let guess = NounGuess(header: header, profile: profile, settings: settings)
    let candidates = guess.candidates
    if candidates.count == 1 { return candidates[0] }
    if candidates.isEmpty && profile == .googleForms { throw .mapNeeded(profile) }
    throw .unclearNoun(candidates)
  }

  private var candidates: [ImportNoun] {
    var candidates: [ImportNoun] = []
    if fields(of: .organisation).isSuperset(of: [.key, .role]) { candidates.append(.organisation) }
    if tells(.participant, by: [.email, .givenName, .familyName]), !isAboutTeams { candidates.append(.participant) }
    let texts: Set<DraftField> = [.titleEn, .titleFr, .titleEs, .summaryEn, .summaryFr, .summaryEs]
    if fields(of: .submission).contains(.team) && tells(.submission, by: texts) { candidates.append(.submission) }
    return candidates.isEmpty ? weakCandidates : candidates
  }

  /// Whether an address is all that the file says of its row's own person, beside the members of a team.
  private var isAboutTeams: Bool {
    let person = fieldIndices(of: .participant)
    guard Completeness.personNames.allSatisfy({ person[$0] == nil }), fields(of: .team).contains(.name) else {
      return false
    }
    let members = MemberColumns(header, besides: Set(person.values))
    return members.leader?.hasName != true && !(members.members.isEmpty && members.lists.isEmpty)
  }

  /// What remains where no column is telling: people known by a name alone, or a table of teams.
  private var weakCandidates: [ImportNoun] {
    // Only the organiser's word tells that a video or a prize is that of a team's project.
    let ofProjects: Set = ["video_url", "links", "built_with", "opted_for"]
    let isMapped = settings.map?.entries.contains { $0.field.map(ofProjects.contains) ?? false } ?? false
    if isMapped, fields(of: .submission).contains(.team) { return [.submission] }
    guard fields(of: .team).contains(.name) else {
      return fields(of: .participant).contains(.displayName) ? [.participant] : []
    }
    if header.index(of: "display_name") != nil { return [.participant] }
    return isListOfNames ? [.participant, .team] : [.team]
  }

  /// Whether names are all that the file has, of people or of teams.
  private var isListOfNames: Bool {
    header.names.count { !$0.isEmpty } == 1 && ["name", "nom", "nombre"].contains { header.index(of: $0) != nil }
  }

  /// Whether the file has one of the fields, in a column that would not do for a team's name or description too.
  private func tells(_ noun: ImportNoun, by telling: Set<DraftField>) -> Bool {
    let team = fieldIndices(of: .team)
    let shared = [DraftField.name, .aboutEn, .aboutFr, .aboutEs].compactMap { team[$0] }
    return fieldIndices(of: noun).contains { telling.contains($0.key) && !shared.contains($0.value) }
  }

  private func fields(of noun: ImportNoun) -> Set<DraftField> { Set(fieldIndices(of: noun).keys) }

  private func fieldIndices(of noun: ImportNoun) -> [DraftField: Int] {
    var indices: [DraftField: Int] = [:]
    let names = FieldNames.of(noun, in: profile, settings.eventLanguage)
    var mapped: Set<Int> = []
    for entry in settings.map?.entries ?? [] {
      guard let index = header.index(of: entry.column) else { continue }
      mapped.insert(index)
      if let name = entry.field, let field = names.first(where: { $0.own.contains(name) })?.field {
        indices[field] = index
      }
    }
    for one in names where indices[one.field] == nil {
      indices[one.field] = one.all.lazy.compactMap(header.index(of:)).first { !mapped.contains($0) }
    }
    return indices
  }
}
