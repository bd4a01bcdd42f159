import CSV
import ImportFormats
import Testing
import Vocabulary

/// What a file is, told by its columns alone.
@Suite struct GuessTests {
  private func guess(_ header: String) throws -> Interpreter {
    try Interpreter(
      Table(bytes: Array(header.utf8)).header,
      .with {
        $0.dateOrder = .monthFirst
        $0.timeZone = "America/Toronto"
      })
  }

  @Test(arguments: [
    ("key,display_name,team", ImportNoun.participant), ("Nom,Prénom,Courriel", .participant),
    ("name,email,key", .participant), ("team,title_en", .submission), ("Équipe,Titre,Résumé", .submission),
    ("team,summary_en,summary_fr", .submission), ("key,role,name_en", .organisation), ("key,name", .team),
    ("Team name,City,Description", .team), ("Nom,Ville", .team),
  ])
  func theColumnsTellWhatARowIs(_ header: String, _ noun: ImportNoun) throws {
    #expect(try guess(header).noun == noun)
  }

  @Test(arguments: [
    ("Project Title,Submission Url,Project Status", ImportProfile.devpost),
    ("Submission Title,Submission Url,Plain Description", .devpost),
    ("First Name,Last Name,Full Name,Email,Portfolio Url,Registered At", .devpostRegistrants),
    ("Timestamp,Email Address,First name", .googleForms), ("Horodateur,Adresse e-mail,Nom complet", .googleForms),
    ("Marca temporal,Correo,Nombre", .googleForms),
    ("Order #,Order Date,First Name,Last Name,Email,Ticket Type,Attendee #,Attendee Status", .eventbrite),
    ("Order no.,First Name,Surname,Email,Ticket Type,Attendee no.", .eventbrite),
    ("key,given_name,email,registered_at", .generic),
  ])
  func theColumnsTellWhoseFormItIs(_ header: String, _ profile: ImportProfile) throws {
    #expect(try guess(header).profile == profile)
  }

  @Test(arguments: ["Name", "Nom", "Nombre"]) func aListOfNamesMayBeOneOfPeople(_ header: String) throws {
    #expect(throws: ImportFormatError.unclearNoun([.participant, .team])) { try guess(header) }
    #expect(try guess("Team name").noun == .team)
    #expect(try guess("Full name").noun == .participant)
  }

  @Test func whatTheOrganiserSaysCounts() throws {
    let settings = ReadingSettings.with { $0.noun = .team }
    #expect(try Sample("name,email\nAurora,a@example.org\n", settings).drafts == [Draft(.team, [.name: "Aurora"])])
  }
}
