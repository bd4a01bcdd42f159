import ArgumentParser
import Backend
import CanonicalJSON
import LocalPostgres
import Postgres
import Vocabulary

/// `datajam db …`
struct DatabaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "db", abstract: "The database: the private one, or one that you name.",
    subcommands: [Status.self, Start.self, Stop.self, Migrate.self])

  struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: "Say which database serves and how far its schema is.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let configuration = global.configuration
      if configuration.databaseAddress == nil {
        let status = try await LocalCluster(environment: configuration.environment).status()
        guard status.state == .running else {
          show(["state": .string(status.state.rawValue), "folder": .string(status.dataFolder)])
          return
        }
        if !global.json {
          Surroundings.print("private database in \(quoted(status.dataFolder)), log in \(quoted(status.log))")
        }
      }
      let care = try await SchemaCare(configuration)
      let schema = try await care.status()
      show([
        "state": "running", "database": .string(care.target.description), "schema": .integer(schema.found),
        "program": .integer(schema.known),
      ])
      if !schema.isCurrent {
        Surroundings.say(schema.found < schema.known ? "Run: datajam db migrate" : "Use a newer datajam.")
        throw ExitCode(Explanation.Kind.incomplete.exitCode)
      }
    }

    private func show(_ status: JSON) {
      if global.json {
        Surroundings.print(status.pretty)
        return
      }
      for member in status.members ?? [] {
        Surroundings.print("\(member.key): \(member.value.text ?? member.value.canonical)")
      }
    }
  }

  struct Start: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "start", abstract: "Start the private database.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let cluster = try LocalCluster(environment: global.configuration.environment)
      _ = try await cluster.start()
      global.tell("running", of: cluster, "The private database runs in \(quoted(cluster.home.dataFolder)).")
    }
  }

  struct Stop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stop", abstract: "Stop the private database; the next command starts it.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let cluster = try LocalCluster(environment: global.configuration.environment)
      let ran = try await cluster.stop()
      global.tell(
        "stopped", of: cluster, ran ? "The private database is stopped." : "The private database was not running.")
    }
  }

  struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "migrate", abstract: "Bring the database's schema to this program's.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let steps = try await SchemaCare(global.configuration).migrate()
      if global.json {
        let document: JSON = ["items": .array(steps.map(JSON.string)), "count": .integer(steps.count)]
        Surroundings.print(document.pretty)
      } else if steps.isEmpty {
        Surroundings.say("The schema is up to date.")
      } else {
        Surroundings.say("Done: \(steps.joined(separator: ", ")). Next: datajam event list")
      }
    }
  }
}

extension GlobalOptions {
  /// Says how the private database is now, in the form of `db status` where JSON is wanted.
  fileprivate func tell(_ state: String, of cluster: LocalCluster, _ words: String) {
    let document: JSON = ["state": .string(state), "folder": .string(cluster.home.dataFolder)]
    json ? Surroundings.print(document.pretty) : Surroundings.say(words)
  }
}
