public import ArgumentParser
import Backend
import Organisations
import Postgres
import Vocabulary

/// What can be said of an organisation.
struct OrganisationFields: ParsableArguments {
  @OptionGroup var name: LocalisedOptions<NameField>
  @OptionGroup var acronym: LocalisedOptions<AcronymField>
  @Option(help: ArgumentHelp("The organisation's web page; none removes it.", valueName: "https://…"))
  var url: ClearableAddress?
  @Option(help: ArgumentHelp("The address of the logo; none removes it.", valueName: "https://…"))
  var logo: ClearableAddress?
  @Option(help: "The role in the event. A new organisation needs one.") var role: Organisation.Role?
  @OptionGroup var order: PrintOrder

  func apply(to organisation: inout Organisation) {
    organisation.name = name.replacing(in: organisation.name)
    organisation.acronym = acronym.replacing(in: organisation.acronym)
    if let url { organisation.url = url.address }
    if let logo { organisation.logo = logo.address }
  }

  /// Adds an organisation that the event does not know by this key or another of its names.
  func add(_ key: Slug, to event: EventID, _ backend: Backend, _ unit: UnitOfWork) throws -> Outcome {
    var organisation = Organisation(key: key, name: LocalizedText())
    apply(to: &organisation)
    for name in [key.text] + organisation.name.languages.compactMap({ organisation.name[$0] }) {
      if let owner = try backend.organisations.organisation(called: name, of: event, in: unit) {
        throw OrganisationError.nameTaken(name, by: owner)
      }
    }
    guard let role else {
      throw UsageError(
        "The new organisation \(quoted(key.text)) needs a role.", hint: "Add --role partner, or another role.")
    }
    let standing = Organisation.Standing(role: role, printOrder: order.order ?? 1)
    return try backend.organisations.set(organisation, standing: standing, of: event, in: unit)
  }

  /// The standing that was asked for; nil where neither a role nor a position was.
  func standing(
    among known: [Organisation.Standing], orElse first: Organisation.Standing
  ) -> Organisation.Standing? {
    guard role != nil || order.order != nil else { return nil }
    let role = role ?? first.role
    let order = order.order ?? known.first { $0.role == role }?.printOrder ?? 1
    return Organisation.Standing(role: role, printOrder: order)
  }
}

/// Where an organisation stands among those of its role.
struct PrintOrder: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The position among the organisations of this role, from 1.", valueName: "n"))
  var order: Int?

  func validate() throws {
    if let order, !(1...1_000_000).contains(order) {
      throw ValidationError("'--order' takes 1 to 1000000, but \(order) was given.")
    }
  }
}

extension Organisation.Role: ExpressibleByArgument {}
