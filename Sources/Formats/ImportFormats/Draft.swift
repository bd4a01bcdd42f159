/// What one row says of one thing, before anybody has looked whether it may be so.
public struct Draft: Equatable, Sendable {
  public let noun: ImportNoun
  private var texts = [String?](repeating: nil, count: DraftField.allCases.count)

  public init(_ noun: ImportNoun) { self.noun = noun }

  /// The text of a field; nil where the row does not say it. A blank text counts as not said.
  public subscript(field: DraftField) -> String? {
    get { texts[field.rawValue] }
    set { texts[field.rawValue] = newValue.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil } }
  }
}
