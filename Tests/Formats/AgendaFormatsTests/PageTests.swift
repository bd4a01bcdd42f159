import AgendaFormats
import Testing
import Vocabulary

/// The page of Markdown, whole.
@Suite struct PageTests {
  let open = Sample.agenda().shown(to: .public)

  @Test func english() {
    #expect(
      AgendaPage(open, in: .english).text == """
        # Jam

        ## Saturday, May 8, 2021

        ### Opening; with, commas\\\\ and a very long title about données ouvertes – 漢字 👩🏽‍💻 that has to be folded

        **10:30\u{A0}a.m. to 11:15\u{A0}a.m. EDT**

        Line one Line two

        - Languages: English and French
        - Room: Salle A
        - Registration: <https://example.org/register?a=1&b=2>
        - Speakers:
          - Laura Rodriguez, Student, Andes; Co-founder, Aleph
          - Survivor

        ## Sunday, May 9, 2021

        ### Panel off (Cancelled)

        **2:30\u{A0}p.m. to 4:00\u{A0}p.m. EDT**

        """)
  }

  @Test func french() {
    #expect(
      AgendaPage(open, in: .french).text == """
        # Le jam

        ## Le samedi 8\u{A0}mai 2021

        ### Ouverture \\<officielle\\> & \\*fête\\*

        **De 10\u{A0}h\u{A0}30 à 11\u{A0}h\u{A0}15 (HAE)**

        Pourquoi

        - Langues\u{A0}: anglais et français
        - Salle\u{A0}: Salle A
        - Inscription\u{A0}: <https://example.org/register?a=1&b=2>
        - Avec\u{A0}:
          - Laura Rodriguez, Étudiante, Andes; Cofondatrice, Aleph
          - Personne survivante

        ## Le dimanche 9\u{A0}mai 2021

        ### Table ronde off (Annulée)

        **De 14\u{A0}h\u{A0}30 à 16\u{A0}h (HAE)**

        """)
  }

  @Test func spanishNamesASessionWithoutATitleAfterItsSpeakers() {
    #expect(
      AgendaPage(Sample.agenda([Sample.opening]), in: .spanish).text == """
        # Jam

        ## Sábado 8\u{A0}de mayo de 2021

        ### Charla con Laura Rodriguez

        **10:30 a 11:15 (EDT)**

        - Idiomas: inglés y francés
        - Sala: Salle A
        - Inscripción: <https://example.org/register?a=1&b=2>
        - Con:
          - Laura Rodriguez, Andes; Aleph

        """)
  }

  @Test func nothingInATextBecomesMarkup() {
    var session = Sample.session("b", number: 4, from: "2021-05-08T10:45:00-05:00", to: "2021-05-08T11:00:00-05:00")
    session.title = LocalizedText([.english: "[x](y) `a`\n# <b>"])
    session.objective = LocalizedText([.english: "- no list"])
    session.registerURL = "https://example.org/><script>"
    let text = AgendaPage(Sample.agenda([session]), in: .english).text
    #expect(text.contains(##"### \[x\](y) \`a\` \# \<b\>"##))
    #expect(text.contains("\n\\- no list\n"))
    #expect(text.contains("<https://example.org/%3E%3Cscript%3E>"))
  }

  @Test func aZoneWithoutAWordIsCountedFromUTC() {
    var session = Sample.session("b", number: 4, from: "2021-05-08T10:45:00-05:00", to: "2021-05-08T11:00:00-05:00")
    session.zoneWord = "-05"
    #expect(AgendaPage(Sample.agenda([session]), in: .english).text.contains("a.m. UTC−5**"))
  }
}
