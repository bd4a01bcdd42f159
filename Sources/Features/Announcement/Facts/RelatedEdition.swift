import CanonicalJSON
public import Vocabulary

/// Another event of the same series, as an announcement names it.
public struct RelatedEdition: Equatable, Sendable {
  /// In the order in which they are announced.
  public enum Relation: String, CaseIterable, Sendable {
    /// The other event follows this one.
    case followUp = "follow-up"
    case sister
    /// This event follows the other one.
    case follows
  }

  public var relation: Relation
  /// Its key; nil where it is not in this database.
  public var key: String?
  /// What an organiser called it, in every language; nil where it is in this database.
  public var title: String?
  public var name = LocalizedText()
  /// The year of its last day; nil where it is not in this database.
  public var year: Int?
  /// When it is held, as precisely as it was said.
  public var when: FuzzyDate?

  public init(_ relation: Relation, key: String? = nil, title: String? = nil) {
    self.relation = relation
    self.key = key
    self.title = title
  }

  /// Its name with its year; nil where it has none in the language.
  func words(in language: Language) -> String? {
    if let title { return isolated(title) }
    guard let name = name[language] else { return nil }
    return isolated(year.map { edition(name, $0) } ?? name)
  }
}

extension RelatedEdition {
  var json: JSON {
    [
      "relation": .string(relation.rawValue), "key": key.json, "title": title.json, "name": name.json,
      "year": year.map { .integer($0) } ?? .null, "when": when?.json ?? .null,
    ]
  }
}

extension AnnouncementText {
  /// A line for each relation in which another edition stands.
  static func relatedEditions(
    _ facts: AnnouncementFacts, in language: Language, worded wording: any Wording
  ) -> [LabelledLine] {
    RelatedEdition.Relation.allCases.compactMap { relation in
      let names = facts.relatedEditions.filter { $0.relation == relation }.map { other in
        wording.relatedEdition(other.words(in: language) ?? "", when: other.when)
      }
      return names.isEmpty ? nil : wording.relatedEditions(relation, names: names)
    }
  }
}
