public import ExplanationFormats
import RankingEngine
import RankingReports
public import Results
public import Vocabulary

/// Explains the ranks of one result to organisers and to teams.
public struct RankExplanations: Sendable {
  /// What is known of a result besides its figures.
  public struct Context: Sendable {
    public var event: LocalizedText
    /// By key; a criterion without a name in a language goes by its key.
    public var criteria: [String: LocalizedText]
    /// The names of the teams that the public knows.
    public var announced: Set<String>
    public var isPublic: Bool
    /// The command by which a reader computes the result again.
    public var verification: String

    public init(
      event: LocalizedText, criteria: [String: LocalizedText], announced: Set<String>, isPublic: Bool,
      verification: String
    ) {
      self.event = event
      self.criteria = criteria
      self.announced = announced
      self.isPublic = isPublic
      self.verification = verification
    }
  }

  private let result: RankingResult
  private let kept: KeptFigures
  private let explanations: ResultExplanations
  private let context: Context
  private let severities: [String: Double]
  private let digits: Int

  /// - Throws: `ScoringError`.
  public init(_ result: RankingResult, _ kept: KeptFigures, _ context: Context) throws {
    self.result = result
    self.kept = kept
    self.context = context
    explanations = try ResultExplanations(result, kept)
    severities = try Self.severities(result, kept)
    digits = result.shownDigits
  }

  /// What each judge adds to scores, as it was kept; a result without draws by a plain method has nothing of it.
  private static func severities(_ result: RankingResult, _ kept: KeptFigures) throws -> [String: Double] {
    guard kept.severities.isEmpty, case .computed(let method) = result.method else { return kept.severities }
    let ranking = try Ranking(of: kept.book, by: method, draws: 1, across: true)
    return ranking.judges.reduce(into: [:]) { $0[kept.names.judges[$1.judge]] = $1.severity }
  }

  public func figures(of team: String) -> ResultExplanation? { explanations.explanation(of: team) }

  /// For organisers: with the codes of judges, the keys of criteria and the names of all teams.
  public func forOrganisers(_ team: String) -> ExplainedRank? {
    explained(team) { key in key }
  }

  /// For the team itself, in one language.
  public func forTeam(_ team: String, in language: Language) -> ExplainedRank? {
    explained(team, event: context.event[language] ?? "") { key in context.criteria[key]?[language] ?? key }?
      .forTeam(announced: context.announced)
  }

  private func explained(_ team: String, event: String = "", named: (String) -> String) -> ExplainedRank? {
    guard let standing = result.standings.first(where: { $0.team == team }),
      let figures = explanations.explanation(of: team)
    else { return nil }
    let score = standing.score.flatMap(Double.init)
    let latent = figures.latent.map { ($0.quality, $0.room, figures.conversion) }
    return ExplainedRank(
      event: event, team: standing.name, rank: standing.rank, teamCount: result.standings.count, score: score,
      standardError: standing.standardError.flatMap(Double.init), digits: digits, method: result.method.name,
      result: result.number, computedAt: result.computedAt.description, sha256: result.sha256,
      verification: context.verification,
      first: standing.pFirst.flatMap(Double.init), ranks: standing.ranks, tieBreak: standing.tieBreak,
      isProvisional: standing.isProvisional,
      decisions: result.decisions.filter { $0.teams.contains(team) }.map(\.reason), criteria: criteria(named),
      countsShares: kept.book.sharedRanges != nil, sheets: sheets(of: team, figures.latent),
      isMean: isMean(team, score),
      latent: latent, ahead: figures.ahead.map(neighbour), behind: figures.behind.map(neighbour),
      changes: figures.changes?.map { ExplainedRank.Change(judge: $0.judge, rank: $0.rank) },
      isPublic: context.isPublic)
  }

  private func criteria(_ named: (String) -> String) -> [ExplainedRank.Criterion] {
    zip(kept.criteria, kept.book.weights).map { criterion, weight in
      ExplainedRank.Criterion(name: named(criterion.key), weight: weight, range: criterion.range)
    }
  }

  private func sheets(of team: String, _ latent: LatentExplanation?) -> [ExplainedRank.Sheet] {
    let (book, names) = (kept.book, kept.names)
    guard let position = names.teams.firstIndex(of: team) else { return [] }
    return book.sheets(ofTeam: position).map { sheet in
      let judge = names.judges[book.judges[sheet]]
      return ExplainedRank.Sheet(
        judge: judge,
        points: names.criteria.indices.map { book.points(sheet: sheet, criterion: $0).map(Points.init(thousandths:)) },
        total: book.totals[sheet], severity: severities[judge], isFlagged: kept.isFlagged(sheet),
        latent: latent?.sheets.first { $0.sheet == sheet })
    }
  }

  /// Whether the score is the mean of the totals; other methods take other ways, which their page describes.
  private func isMean(_ team: String, _ score: Double?) -> Bool {
    guard let score, let position = kept.names.teams.firstIndex(of: team) else { return false }
    let totals = kept.book.sheets(ofTeam: position).map { kept.book.totals[$0] }
    guard !totals.isEmpty else { return false }
    return abs(score - totals.reduce(0, +) / Double(totals.count)) < 0.006
  }

  private func neighbour(_ other: ResultExplanation.Neighbour) -> ExplainedRank.Neighbour {
    ExplainedRank.Neighbour(
      rank: other.rank, name: other.name, distance: other.distance, isBetter: other.isBetter)
  }
}
