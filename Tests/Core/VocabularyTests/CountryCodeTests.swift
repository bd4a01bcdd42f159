import Testing
import Vocabulary

@Suite struct CountryCodeTests {
  @Test func thereAre250WithKosovo() {
    #expect(CountryCode.allCases.count == 250)
    #expect(Set(CountryCode.allCases.map(\.alpha3)).count == 250)
  }

  @Test func twoLettersAndThreeMeanTheSame() {
    for country in CountryCode.allCases {
      #expect(country.text.count == 2 && country.alpha3.count == 3)
      #expect(CountryCode(country.alpha3) == country)
      #expect(CountryCode(country.text.lowercased()) == country)
    }
  }

  @Test(
    arguments: [
      ("CA", "CAN"), ("GB", "GBR"), ("CH", "CHE"), ("DE", "DEU"), ("XK", "XKX"), ("XX", nil), ("UK", nil),
      ("SS", "SSD"),
      ("AX", "ALA"),
      ("CW", "CUW"), ("AN", nil), ("YU", nil), ("ZA", "ZAF"), ("HR", "HRV"), ("C", nil), ("", nil), ("Canada", nil),
      ("ＣＡ", nil),
    ] as [(String, String?)])
  func onlyCodesOfTheStandardAreTaken(_ text: String, _ alpha3: String?) {
    #expect(CountryCode(text)?.alpha3 == alpha3)
  }
}

@Suite struct SlugFromNameTests {
  @Test(
    arguments: [
      ("Équipe Données!", "equipe-donnees"), ("  Team -- 42 ", "team-42"), ("L’Œuvre d'Łódź", "l-oeuvre-d-lodz"),
      ("Straße ＡＢＣ", "strasse-abc"), ("İstanbul", "istanbul"), ("日本 2021", "2021"),
      (String(repeating: "a", count: 59) + " b", String(repeating: "a", count: 59)),
      (String(repeating: "a", count: 70), String(repeating: "a", count: 60)), ("日本", nil), ("!?", nil), ("", nil),
    ] as [(String, String?)])
  func aNameBecomesAReadableKey(_ name: String, _ key: String?) {
    #expect(Slug(naming: name)?.text == key)
  }
}
