import Competition

/// Reads a cell that names one or several languages, by code or by name.
enum LanguageList {
  /// The codes in the order of the cell with spaces between them, each once.
  static func codes(in text: String) throws(Refusal) -> String {
    var codes: [String] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || ",;/&+|".contains($0) }) {
      guard let key = Slug(naming: String(word))?.text, !joining.contains(key) else { continue }
      guard let code = code(key) else {
        throw Refusal("\(quoted(String(word))) is no language: write its two letters, such as fr (ISO 639-1).")
      }
      if !codes.contains(code) { codes.append(code) }
    }
    guard !codes.isEmpty else { throw Refusal("\(quoted(text)) names no language.") }
    return codes.joined(separator: " ")
  }

  private static func code(_ key: String) -> String? {
    // A regional form such as fr-CA counts as its language.
    let stem = String(key.prefix { $0 != "-" })
    return names[key] ?? (codes.contains(stem) ? stem : nil)
  }

  private static let joining: Set = ["and", "et", "y", "e"]

  private static let names = [
    "english": "en", "anglais": "en", "ingles": "en", "eng": "en",
    "french": "fr", "francais": "fr", "frances": "fr", "fra": "fr", "fre": "fr",
    "spanish": "es", "espagnol": "es", "espanol": "es", "spa": "es", "castellano": "es",
    "portuguese": "pt", "portugais": "pt", "portugues": "pt", "german": "de", "allemand": "de", "aleman": "de",
    "deutsch": "de", "italian": "it", "italien": "it", "italiano": "it", "arabic": "ar", "arabe": "ar",
    "chinese": "zh", "chinois": "zh", "chino": "zh", "mandarin": "zh",
  ]

  /// ISO 639-1.
  private static let codes = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
    ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
