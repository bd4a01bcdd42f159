public import Vocabulary

/// A team that a judge is to score.
public struct SheetTask: Equatable, Sendable {
  public let team: String
  public let name: String
  /// What it submitted, where it did.
  public let title: LocalizedText?
  public let summary: LocalizedText?
  public let url: String?
}
