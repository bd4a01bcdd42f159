import ImportFormats
import Testing
import Vocabulary

@Suite struct CountryNameTests {
  @Test(arguments: [
    ("United States", "US"), ("USA", "US"), ("the United States of America", "US"), ("États-Unis", "US"),
    ("ETATS UNIS", "US"), ("Estados Unidos", "US"), ("UK", "GB"), ("Royaume-Uni", "GB"), ("Corée du Sud", "KR"),
    ("South Korea", "KR"), ("Corea del Sur", "KR"), ("Côte d’Ivoire", "CI"), ("cote d'ivoire", "CI"),
    ("Ivory Coast", "CI"), ("Le Canada", "CA"), ("can", "CA"), ("ca", "CA"), ("Türkiye", "TR"), ("Turkey", "TR"),
    ("Democratic Republic of the Congo", "CD"), ("Congo", "CG"), ("Viet Nam", "VN"), ("Brasil", "BR"),
    ("Pays-Bas", "NL"), ("The Netherlands", "NL"), ("Russian Federation", "RU"), ("Bolivia", "BO"), ("Haïti", "HT"),
    ("Saint Lucia", "LC"), ("Hong Kong", "HK"), ("Trinidad and Tobago", "TT"), ("México", "MX"), ("EE. UU.", "US"),
  ])
  func aCountryIsKnownByItsNames(_ name: String, _ code: String) {
    #expect(CountryCode(named: name)?.text == code)
  }

  @Test(arguments: ["", "Atlantis", "XX", "EU", "Canadaa", "!!!", "日本"])
  func anythingElseIsNoCountry(_ name: String) {
    #expect(CountryCode(named: name) == nil)
  }
}
