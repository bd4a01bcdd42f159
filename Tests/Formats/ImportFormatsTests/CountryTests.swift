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
    ("Kosovo", "XK"), ("xk", "XK"), ("Canadian", "CA"), ("canadienne", "CA"), ("mexicana", "MX"),
    ("Suédois", "SE"), ("BRASILEÑA", "BR"), ("nigérien", "NE"), ("nigérian", "NG"), ("South Korean", "KR"),
  ])
  func aCountryIsKnownByItsNames(_ name: String, _ code: String) {
    #expect(CountryCode(named: name)?.text == code)
  }

  @Test(arguments: [
    "", "Atlantis", "XX", "EU", "Canadaa", "Canada, France", "Québec", "Congolese", "Korean", "americano", "!!!", "日本",
  ])
  func anythingElseIsNoCountry(_ name: String) {
    #expect(CountryCode(named: name) == nil)
  }
}
