/// The code of a language that somebody speaks: two letters of ISO 639-1, or three of ISO 639-3 for the many others.
public struct LanguageCode: Hashable, Sendable {
  public let text: String

  /// Nil for what is no code; letters have to be small.
  public init?(_ text: String) {
    let isShort = Self.short.contains(text)
    if let short = Self.longForms[text] {
      self.text = short
      return
    }
    guard isShort || text.utf8.count == 3 && text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    self.text = text
  }

  /// Of the languages in which events publish, so that each has one code.
  private static let longForms = ["eng": "en", "fra": "fr", "fre": "fr", "spa": "es"]

  /// ISO 639-1.
  private static let short = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
    ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
