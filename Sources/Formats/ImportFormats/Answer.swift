import Vocabulary

/// Reads what people answer to a question that asks for yes or no, in three languages.
enum Answer {
  /// "true" or "false".
  static func flag(_ text: String) throws(Refusal) -> String {
    guard let flag = plain[text.lowercased()] else { throw Refusal("\(quoted(text)) is neither \"yes\" nor \"no\"") }
    return flag ? "true" : "false"
  }

  /// "true" or "false"; besides a plain answer one with words behind it, such as "Yes, you may use my name".
  static func consent(_ text: String) throws(Refusal) -> String {
    if let flag = plain[text.lowercased()] { return flag ? "true" : "false" }
    let words = FoldedName(text).text.split(separator: " ").map(String.init)
    let first = text.lowercased().prefix(while: \.isLetter)
    // In French, "si possible" is a condition.
    let isYes = ["yes", "oui", "sí"].contains(first) || first == "si" && hasMarkBehindFirstWord(text)
    if isYes, !words.dropFirst().contains(where: conditions.contains) { return "true" }
    if ["no", "non"].contains(first), hasMarkBehindFirstWord(text) { return "false" }
    throw Refusal("\(quoted(text)) is no clear yes")
  }

  private static func hasMarkBehindFirstWord(_ text: String) -> Bool {
    text.first { !$0.isLetter }.map { ",.;:!".contains($0) } ?? true
  }

  private static let plain: [String: Bool] = [
    "no": false, "n": false, "false": false, "0": false, "non": false, "faux": false, "falso": false,
    "yes": true, "y": true, "true": true, "1": true, "oui": true, "sí": true, "si": true, "x": true, "vrai": true,
    "verdadero": true,
  ]

  /// Words that take back a part of a yes.
  private static let conditions: Set = [
    "but", "only", "except", "unless", "if", "not", "no", "without", "maybe", "depends", "dont", "anonymously",
    "initials", "first",
    "mais", "seulement", "sauf", "pas", "si", "sans", "ne", "uniquement", "peutetre", "anonymement", "initiales",
    "prenom",
    "pero", "solo", "solamente", "salvo", "excepto", "menos", "sin", "quiza", "quizas", "iniciales",
  ]
}
