import Agenda
import ArgumentParser
import Backend
import Lookup
import Vocabulary

extension AgendaSpeakerCommand {
  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change what is said of a speaker.",
      more: "What you leave out stays as it is.",
      examples: "datajam agenda speaker set opening 1 --role-fr \"Présidente\"")

    @Argument(help: "The session's key.", completion: .keys(.session)) var session: String
    @Argument(help: "The speaker's name, or the position among the speakers.") var who: String
    @OptionGroup var fields: SpeakerFields
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (position, outcome) = try await backend.change { event, unit in
        let language = try backend.agenda.languages(of: event, in: unit).first ?? .english
        return try backend.agenda.changeSpeaker(who, of: session, event, in: unit) {
          fields.apply(to: &$0, in: language)
        }
      }
      global.tell(outcome, "speaker", "\(session)/\(position)", next: "agenda show \(session)")
    }
  }
}

/// What a speaker is and where, in each language.
struct SpeakerFields: ParsableArguments {
  @Option(help: ArgumentHelp("The title before or after the name, such as Dr. or Ph.D.", valueName: "text"))
  var honorific: String?
  @Option(help: ArgumentHelp("The role, in the event's first language.", valueName: "text")) var role: String?
  @OptionGroup var roles: LocalisedOptions<RoleField>
  @Option(
    help: ArgumentHelp("The organisation of this role, in the event's first language.", valueName: "name"),
    completion: .keys(.organisation))
  var organisation: String?
  @OptionGroup var organisations: LocalisedOptions<RoleOrganisationField>
  @Option(
    name: .customLong("role-2"), help: ArgumentHelp("A second role, in the event's first language.", valueName: "text"))
  var secondRole: String?
  @OptionGroup var secondRoles: LocalisedOptions<SecondRoleField>
  @Option(
    name: .customLong("organisation-2"),
    help: ArgumentHelp("The organisation of the second role, in the event's first language.", valueName: "name"))
  var secondOrganisation: String?
  @OptionGroup var secondOrganisations: LocalisedOptions<SecondOrganisationField>

  var hasRole: Bool { role != nil || !roles.replacing(in: LocalizedText()).isEmpty }

  func apply(to speaker: inout Speaker, in first: Language) {
    speaker.honorific = honorific.map { $0.nilWhenBlank } ?? speaker.honorific
    func said(_ text: LocalizedText, _ plain: String?) -> LocalizedText {
      plain.map { text.replacing(first, with: $0) } ?? text
    }
    speaker.role = roles.replacing(in: said(speaker.role, role))
    speaker.organisation = organisations.replacing(in: said(speaker.organisation, organisation))
    speaker.secondRole = secondRoles.replacing(in: said(speaker.secondRole, secondRole))
    speaker.secondOrganisation = secondOrganisations.replacing(in: said(speaker.secondOrganisation, secondOrganisation))
  }
}

enum RoleField: LocalisedField {
  static let name = "role"
  static let help = "The role"
}

enum RoleOrganisationField: LocalisedField {
  static let name = "organisation"
  static let help = "The organisation of the role"
}

enum SecondRoleField: LocalisedField {
  static let name = "role-2"
  static let help = "The second role"
}

enum SecondOrganisationField: LocalisedField {
  static let name = "organisation-2"
  static let help = "The organisation of the second role"
}
