import Access
import ArgumentParser
import Backend
import CanonicalJSON
import Lookup
import Vocabulary

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  /// What the help calls them.
  static let title = "Common options"

  @Option(
    name: [.customShort("E"), .long],
    help: ArgumentHelp("The event. Without it: DATAJAM_EVENT, or the only event.", valueName: "slug"),
    completion: .keys(.event))
  var event: String?

  @Option(help: ArgumentHelp("The organiser who acts. Without it: DATAJAM_BY, or your user name.", valueName: "name"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "The database. Without it: DATAJAM_DATABASE_URL, or the private database. Keep the password in ~/.pgpass.",
      valueName: "uri"))
  var db: String?

  @Option(
    help: ArgumentHelp(
      "A file with your token; - reads standard input. Without it: DATAJAM_TOKEN_FILE, or the token of datajam login.",
      valueName: "file"), completion: .file())
  var tokenFile: String?

  @Flag(help: "Print the answer as one JSON document.")
  var json = false

  @Flag(name: .shortAndLong, help: "Add technical details to error messages.")
  var verbose = false

  var configuration: Configuration {
    Configuration(
      databaseAddress: db, event: event, principal: by, systemUser: ProcessEnvironment.userName,
      environment: ProcessEnvironment.variables)
  }

  func validate() throws {
    if db?.isEmpty == true {
      throw ValidationError("'--db' needs the database's address; leave it out to use the private one.")
    }
  }

  /// Opens the database for one command, which is for organisers unless it lets others in too.
  func open(allowing role: Role? = nil) async throws -> Backend {
    try await open(by: try TokenFile.token(at: tokenFile), allowing: role)
  }

  /// The same for a step of a result, which nobody takes while a guard of the schema is not the program's.
  func openGuarded() async throws -> Backend {
    let backend = try await open()
    try await backend.requireGuards()
    return backend
  }

  /// The same by a token that was read already.
  func open(by token: AccessToken?, allowing role: Role? = nil) async throws -> Backend {
    if let by, token != nil {
      throw UsageError(
        "--by says that \(quoted(by)) acts, but the token in use says who does.",
        hint: "Leave --by out, or forget the token: \(run: "logout")")
    }
    let backend = try await Backend.open(configuration, token: token, allowing: role)
    Interruption.handle()
    return backend
  }
}
