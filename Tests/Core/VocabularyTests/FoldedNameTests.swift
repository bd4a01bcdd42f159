import Testing
import Vocabulary

@Suite struct FoldedNameTests {
  @Test(arguments: [
    ("Université de Montréal", "universite de montreal"),
    ("  UNIVERSITE   de MONTRE\u{301}AL.", "universite de montreal"),
    ("Univ. of Toronto", "univ of toronto"), ("univ-of-toronto", "univ of toronto"), ("R&D (2021)", "r d 2021"),
    ("Tromsø", "tromso"), ("Tromso\u{338}", "tromso"), ("TROMSØ", "tromso"), ("Łódzki", "lodzki"), ("Đại", "dai"),
    ("Œuvre", "oeuvre"), ("Straße", "strasse"), ("STRAẞE", "strasse"), ("Ægir", "aegir"), ("Þór", "thor"),
    ("Guðrún", "gudrun"), ("Ħamrun", "hamrun"), ("Ŋe", "ne"), ("İstanbul", "istanbul"), ("Diyarbakır", "diyarbakir"),
    ("São Paulo", "sao paulo"), ("Sa\u{303}o Paulo", "sao paulo"), ("Việt Nam", "viet nam"), ("Ðặng", "dang"),
    ("ﬁrst", "first"), ("Ǆ", "dz"), ("№ 5", "no 5"), ("m²", "m2"), ("ＡＢＣ １２３", "abc 123"), ("فريق ٣", "فريق 3"),
    ("Ομάδα", "ομαδα"), ("ΟΔΟΣ", "οδοσ"), ("οδός", "οδοσ"), ("Ёлки й", "елки и"), ("Київ", "киів"),
    ("東京大学", "東京大学"), ("ｶﾅ", "カナ"), ("カ\u{3099}", "ガ"), ("한국", "한국"), ("\u{1112}\u{1161}\u{11AB}국", "한국"),
    ("أحمد", "احمد"), ("مُحَمَّد", "محمد"), ("שָׁלוֹם", "שלום"), ("हिन्दी", "हिन्दी"),
    ("L’Oréal", "loreal"), ("L'Oréal", "loreal"), ("L`Oréal", "loreal"), ("Hawaiʻi", "hawaii"),
    ("A–B—C", "a b c"), ("A\u{A0}B\u{2003}C\u{3000}D", "a b c d"), ("so\u{AD}ft\u{200B}ly\u{FEFF}", "softly"),
    ("🎉 Party", "party"), ("🎉", ""), ("—", ""), ("", ""),
  ]) func `spellings of a name fold together`(name: String, folded: String) {
    #expect(FoldedName(name).text == folded)
    #expect(FoldedName(folded).text == folded, "a folded name folds to itself")
  }

  @Test(arguments: [
    ("カキ", "ガキ"), ("की", "कु"), ("каша", "кеша"), ("Team 1", "Team 11"), ("Oslo", "Olso"), ("東京", "京東"),
  ]) func `other names stay apart`(name: String, other: String) {
    #expect(FoldedName(name) != FoldedName(other))
  }

  @Test(arguments: [
    ("🎉", "🎉"), ("❤️", "❤"), (" — ", "—"), ("?!", "?!"), ("++  --", "++ --"), ("🎉 Party", "party"), ("", ""),
  ]) func `a name without a letter stands for itself`(name: String, folded: String) {
    #expect(FoldedName(keepingSymbols: name).text == folded)
  }

  @Test(arguments: ["Tromsø", "Łódzki", "Đại", "Œuvre", "Straße", "İstanbul", "Þór", "São Paulo", "ﬁrst", "ＡＢＣ １２３"])
  func `a key is made of the same letters`(name: String) {
    #expect(Slug(naming: name)?.text == FoldedName(name).text.replacing(" ", with: "-"))
  }

  @Test func `an address is no name, and accents tell mailboxes apart`() throws {
    let (one, other) = try (#require(EmailAddress("José@X.org")), #require(EmailAddress("jose@x.org")))
    #expect(one.folded == "josé@x.org")
    #expect(one.folded != other.folded)
    #expect(EmailAddress("Jose\u{301}@x.ORG")?.folded == one.folded)
  }
}
