import Digests
import Dispatch
public import RankingEngine
import Synchronization

/// How somebody wants scores ranked.
public struct RankingRequest: Equatable, Sendable {
  /// The method, or nil for the one that fits the scores.
  public var method: RankingMethod?
  public var seed: UInt64
  public var draws: Int
  public var across: Bool

  public init(method: RankingMethod? = nil, seed: UInt64 = 1, draws: Int = 10_000, across: Bool = false) {
    self.method = method
    self.seed = seed
    self.draws = draws
    self.across = across
  }

  /// Up to this many judges or teams the podium is compared with that of other methods, which costs nothing there.
  private static let mostCompared = 300

  /// Ranks, and compares the podium with that of the mixed model and of the raw means.
  /// - Throws: `ScoringError`.
  public func report(
    of book: ScoreBook, _ names: RankingNames, notes: [RankingWarning] = []
  ) throws(ScoringError) -> RankingReport {
    let (ranking, digest) = try rankingAndDigest(of: book, names)
    let isCompared = ranking.certainty != nil && min(book.judgeCount, book.teamCount) <= Self.mostCompared
    let usual: [RankingMethod] = [.reliability, .integrated, .raw]
    let methods = usual.contains(ranking.method) ? usual : [ranking.method] + usual
    let crossCheck = isCompared ? CrossCheck(ranking, book, methods: methods) : nil
    return RankingReport(ranking, book, names, crossCheck: crossCheck, digest: digest, notes: notes)
  }

  /// The digest of a large book takes about as long as its raw means, and a second processor.
  private func rankingAndDigest(
    of book: ScoreBook, _ names: RankingNames
  ) throws(ScoringError) -> (Ranking, SHA256Digest) {
    let digest = Mutex<SHA256Digest?>(nil)
    let ranking = Mutex<Result<Ranking, ScoringError>?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      if part == 0 {
        let ranked = Result { () throws(ScoringError) in
          try Ranking(of: book, by: method, draws: draws, seed: seed, across: across)
        }
        ranking.withLock { $0 = ranked }
      } else {
        let computed = RankingDigest.digest(of: book, names)
        digest.withLock { $0 = computed }
      }
    }
    guard let ranked = ranking.withLock({ $0 }), let digest = digest.withLock({ $0 }) else {
      preconditionFailure("Both parts have ended.")
    }
    return (try ranked.get(), digest)
  }
}
