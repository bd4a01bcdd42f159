public import Vocabulary

extension CountryCode {
  /// The country that a text names by its letters, or by its name or its nationality in English, French or Spanish.
  ///
  /// Case, accents, an article and the marks between words do not matter.
  public init?(named name: String) {
    if let code = CountryCode(name) {
      self = code
      return
    }
    guard let key = Slug(naming: name)?.text else { return nil }
    guard let code = CountryLookup.codes[key] ?? CountryLookup.codes[CountryLookup.withoutArticle(key)] else {
      return nil
    }
    self = code
  }
}

/// Finds countries by their names, folded as `Slug(naming:)` folds.
enum CountryLookup {
  static let codes: [String: CountryCode] = {
    var codes: [String: CountryCode] = [:]
    let names = [CountryNames.text, CountryAliases.text, Nationalities.text].joined(separator: "\n")
    for line in names.split(separator: "\n") {
      guard let code = CountryCode(String(line.prefix(2))) else { continue }
      for name in line.dropFirst(3).split(separator: "|") {
        if let key = Slug(naming: String(name))?.text { codes[key] = code }
      }
    }
    return codes
  }()

  static func withoutArticle(_ key: String) -> String {
    let articles = ["the-", "le-", "la-", "les-", "l-", "el-", "los-", "las-"]
    return articles.first { key.hasPrefix($0) }.map { String(key.dropFirst($0.count)) } ?? key
  }
}
