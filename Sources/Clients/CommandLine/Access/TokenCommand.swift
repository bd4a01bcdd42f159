import Access
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Vocabulary

/// `datajam token …`
struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "token", "Tokens, which prove who runs a command.",
    subcommands: [Add.self, List.self, Revoke.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Create a token for an organiser.",
      more: """
        The token is shown once, and only its hash is stored. Judges get their token by an invitation: datajam \
        judge invite
        """,
      examples: "datajam token add amina --days 30")

    @Argument(help: "The organiser's name.") var name: String
    @Flag(help: "The token can read everything and change nothing.") var readOnly = false
    @Option(
      parsing: .unconditional, help: ArgumentHelp("The number of days for which the token is valid.", valueName: "n"))
    var days = TokensService.defaultDays
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard (1...3650).contains(days) else {
        throw ValidationError("'--days' takes 1 to 3650, but \(days) was given.")
      }
    }

    func run() async throws {
      let backend = try await global.open()
      let issued = try await backend.change(during: Phase.all) { event, unit in
        try backend.tokens.add(for: name, readOnly ? .read : .full, days: days, of: event, in: unit)
      }
      if global.json {
        let document: JSON = [
          "name": .string(name), "prefix": .string(issued.token.prefix), "token": .string(issued.token.description),
          "expires_at": .string(issued.expiresAt.description),
        ]
        Console.print(document.pretty)
      } else {
        Console.print(issued.token.description)
        Console.say(
          "It is shown this once and holds until \(issued.expiresAt). \(quoted(name)) keeps it by: \(run: "login")")
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the tokens without their secret part.",
      examples: "datajam token list")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let tokens = try await backend.read { try backend.tokens.all(of: $0.id, in: $1) }
      let table = TextTable(
        header: ["prefix", "holder", "role", "scope", "made", "until", "last used", "state"],
        rows: tokens.map { token in
          [
            token.prefix, token.holder.name, token.holder.role.rawValue, token.scope.rawValue,
            token.createdAt.description, token.expiresAt.description, token.lastUsedAt?.description ?? "never",
            token.state.rawValue,
          ]
        }, expendable: ["made", "scope", "last used"])
      try global.show(
        table, as: tokens.map(\.json), in: list, whenEmpty: "There is no token yet. Make one: \(run: "token add NAME")")
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "revoke", "End a token at once.",
      examples: "datajam token revoke pbrju21w2x")

    @Argument(help: "The first part of the token, as the list shows it.") var prefix: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let prefix = TokensService.prefix(in: prefix)
      let backend = try await global.open()
      let wasValid = try await backend.change(during: Phase.all) { try backend.tokens.revoke(prefix, of: $0, in: $1) }
      global.tell(
        removed: wasValid, "token", prefix,
        "token \(quoted(prefix)): " + (wasValid ? "revoked" : "had been revoked already"))
    }
  }
}

extension TokenRecord {
  fileprivate var json: JSON {
    [
      "prefix": .string(prefix), "holder": .string(holder.name), "role": .string(holder.role.rawValue),
      "scope": .string(scope.rawValue), "created_at": .string(createdAt.description),
      "expires_at": .string(expiresAt.description), "last_used_at": (lastUsedAt?.description).json,
      "state": .string(state.rawValue),
    ]
  }
}
