/// Somebody whose identity is to be taken out.
public struct PersonToErase: Equatable, Sendable {
  /// The number of the participant, which stays.
  public let number: Int64
  /// The key, which goes.
  public let key: String
  public let isErased: Bool
}
