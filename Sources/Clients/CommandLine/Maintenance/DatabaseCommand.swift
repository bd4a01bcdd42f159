import ArgumentParser
import Backend
import CanonicalJSON
import LocalPostgres
import Postgres
import Vocabulary

/// `datajam db …`
struct DatabaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "db", "The database: a private one, or a server of your own.",
    subcommands: [Status.self, Start.self, Stop.self, Migrate.self])

  struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "status", "Show which database is in use and the version of its schema.",
      examples: "datajam db status")

    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let configuration = global.configuration
      if configuration.databaseAddress == nil {
        let status = try await LocalCluster(environment: configuration.environment).status()
        guard status.state == .running else {
          show(["state": .string(status.state.rawValue), "folder": .string(status.dataFolder)])
          return
        }
        if !global.json {
          Page("private database in \(quoted(status.dataFolder)), log in \(quoted(status.log))").print()
        }
      }
      let care = try await SchemaCare(configuration)
      let schema = try await care.status()
      show([
        "state": "running", "database": .string(care.target.description), "schema": .integer(schema.found),
        "program": .integer(schema.known),
      ])
      if !schema.isCurrent {
        Console.say(schema.found < schema.known ? "Run: \(run: "db migrate")" : "Use a newer datajam.")
        throw ExitCode(Explanation.Kind.incomplete.exitCode)
      }
    }

    private func show(_ status: JSON) {
      if global.json {
        Console.print(status.pretty)
        return
      }
      for member in status.members ?? [] {
        Console.print("\(member.key): \(member.value.text ?? member.value.canonical)")
      }
    }
  }

  struct Start: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "start", "Start the private database.",
      examples: "datajam db start")

    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let cluster = try LocalCluster(environment: global.configuration.environment)
      _ = try await cluster.start()
      global.tell("running", of: cluster, "The private database runs in \(quoted(cluster.home.dataFolder)).")
    }
  }

  struct Stop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "stop", "Stop the private database. The next command starts it again.",
      examples: "datajam db stop")

    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let cluster = try LocalCluster(environment: global.configuration.environment)
      let ran = try await cluster.stop()
      global.tell(
        "stopped", of: cluster, ran ? "The private database is stopped." : "The private database was not running.")
    }
  }

  struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "migrate", "Update the database's schema to the version of this program.",
      more: """
        --guards makes functions, views and triggers anew, and removes foreign triggers and rules. Use it when \
        "datajam doctor" or "datajam log verify" names one.
        """,
      examples: "datajam db migrate", "datajam db migrate --guards")

    @Flag(help: "Restore functions, views and triggers that somebody changed.") var guards = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let care = try await SchemaCare(global.configuration)
      let steps = try await care.migrate()
      if guards { return try await restoreGuards(by: care) }
      if global.json {
        let document: JSON = ["items": .array(steps.map(JSON.string)), "count": .integer(steps.count)]
        Console.print(document.pretty)
      } else if steps.isEmpty {
        Console.say("The schema is up to date.")
      } else {
        Console.say("Done: \(steps.joined(separator: ", ")). Next: \(run: "event list")")
      }
    }

    private func restoreGuards(by care: SchemaCare) async throws {
      let left = try await care.restoreGuards()
      if global.json {
        let items = left.map { JSON.string($0.sentence) }
        Console.print((["items": .array(items), "count": .integer(items.count)] as JSON).pretty)
      } else {
        Page(left.map { "FAIL  \($0.sentence)" }).print()
        let rest = left.isEmpty ? "" : ", except for what is named here"
        Console.say("The functions, views and triggers are those of the program\(rest). Next: \(run: "log verify")")
      }
      guard left.isEmpty else { throw ExitCode(Explanation.Kind.refused.exitCode) }
    }
  }
}

extension GlobalOptions {
  /// Says how the private database is now, in the form of `db status` where JSON is wanted.
  fileprivate func tell(_ state: String, of cluster: LocalCluster, _ words: String) {
    let document: JSON = ["state": .string(state), "folder": .string(cluster.home.dataFolder)]
    json ? Console.print(document.pretty) : Console.say(words)
  }
}
