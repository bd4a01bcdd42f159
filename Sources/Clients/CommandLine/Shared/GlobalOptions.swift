import Access
import ArgumentParser
import Backend
import CanonicalJSON
import Vocabulary

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(name: [.customShort("E"), .long], help: ArgumentHelp("The event (or DATAJAM_EVENT).", valueName: "slug"))
  var event: String?

  @Option(help: ArgumentHelp("The organiser who acts (or DATAJAM_BY; otherwise the system's user).", valueName: "name"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "The database (or DATAJAM_DATABASE_URL; otherwise a private one). Keep its password in ~/.pgpass.",
      valueName: "uri"))
  var db: String?

  @Option(
    help: ArgumentHelp(
      "A token to act by (or DATAJAM_TOKEN_FILE; otherwise that of datajam login); - is standard input.",
      valueName: "file"))
  var tokenFile: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(name: .shortAndLong, help: "Add technical details to errors.")
  var verbose = false

  var configuration: Configuration {
    Configuration(
      databaseAddress: db, event: event, principal: by, systemUser: Surroundings.userName,
      environment: Surroundings.environment)
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

  /// The same by a token that was read already.
  func open(by token: AccessToken?, allowing role: Role? = nil) async throws -> Backend {
    if let by, token != nil {
      throw UsageError(
        "--by says that \(quoted(by)) acts, but the token in use says who does.",
        hint: "Leave --by out, or forget the token: datajam logout")
    }
    let backend = try await Backend.open(configuration, token: token, allowing: role)
    Interruption.handle()
    return backend
  }

  /// A command to go on with: whoever named the event here has to name it there too.
  func inTheSameEvent(_ command: String) -> String {
    guard let event, !command.contains(" -E "), !command.hasPrefix("datajam event ") else { return command }
    return "\(command) -E \(event)"
  }

  /// Prints a list as a table, or as JSON with its count; an empty one says how to add the first.
  func show(_ table: TextTable, as items: [JSON], whenEmpty hint: String) {
    if json {
      let document: JSON = ["items": .array(items), "count": .integer(items.count)]
      Surroundings.print(document.pretty)
    } else if items.isEmpty {
      Surroundings.say(hint)
    } else {
      Surroundings.print(table.text)
    }
  }

  /// Says what a change came to.
  func tell(_ outcome: Outcome, _ noun: String, _ key: String, next: String? = nil) {
    if json {
      let document: JSON = ["noun": .string(noun), "key": .string(key), "outcome": .string(outcome.rawValue)]
      Surroundings.print(document.pretty)
    } else {
      Surroundings.say(
        "\(noun) \(quoted(key)): \(outcome.rawValue)" + (next.map { ". Next: \(inTheSameEvent($0))" } ?? ""))
    }
  }
}
