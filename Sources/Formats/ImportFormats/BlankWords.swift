import Vocabulary

/// What people write into a cell in place of leaving it blank, in three languages.
enum BlankWords {
  /// Whether a text says no more than a blank cell.
  static func contain(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    if text.utf8.allSatisfy(isMark) { return true }
    let lower = text.lowercased()
    return words.contains(lower) || beginnings.contains { lower.hasPrefix($0) } || lower == "—" || lower == "–"
  }

  /// Whether an ASCII character is neither a letter nor a digit.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: false
    default: true
    }
  }

  // "NA" is Namibia.
  private static let words: Set = [
    "n/a", "n.a.", "n/d", "n.d.", "#n/a", "none", "not applicable", "not available", "no answer",
    "rather not say", "i'd rather not say", "decline to answer", "decline to state", "unspecified",
    "s/o", "s.o.", "n/s", "sans objet", "sans réponse", "sans reponse", "non applicable", "aucun", "aucune", "néant",
    "neant",
    "non précisé", "non precise", "ne souhaite pas répondre", "ne souhaite pas repondre",
    "no aplica", "no aplicable", "no disponible", "ninguno", "ninguna", "sin respuesta", "no especificado",
  ]

  private static let beginnings = [
    "prefer not to ", "i prefer not to ", "i would prefer not to ", "i would rather not ", "je préfère ne pas ",
    "je prefere ne pas ", "préfère ne pas ", "prefere ne pas ", "préfère ne pas", "prefiero no ",
  ]
}

extension Row {
  /// The text of a field's cell; nil when it is blank, or says so in words that the field takes for blank.
  func text(of field: DraftField, at index: Int?, for noun: ImportNoun) -> String? {
    guard let text = text(at: index) else { return nil }
    return field.takesBlankWords(of: noun) && BlankWords.contain(text) ? nil : text
  }
}

extension DraftField {
  /// Whether "none" in its cell means nothing; names, keys and long texts are taken by their letters.
  func takesBlankWords(of noun: ImportNoun) -> Bool {
    switch self {
    case .email, .country, .city, .affiliation, .languages, .alias, .mayBeNamed, .registrationSource, .isCaptain,
      .cityEn, .cityFr, .cityEs, .track, .declaredSize, .table, .room, .order, .url, .videoUrl, .logo, .links,
      .optedFor, .receivedAt:
      true
    case .team: noun == .participant
    default: false
    }
  }

  /// Whether a row is taken without its value where that cannot be read.
  func canBeLeftOut(of noun: ImportNoun) -> Bool {
    switch self {
    case .key, .sourceKey, .email, .role, .url, .videoUrl, .logo: false
    // It decides whether a submission counts.
    case .receivedAt: noun != .submission
    default: true
    }
  }
}
