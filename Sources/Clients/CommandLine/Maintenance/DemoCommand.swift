import Access
import ArgumentParser
import Backend
import DemoFiles
import Files
import LocalPostgres
import Postgres
import Terminal
import UseCases
import Vocabulary

/// `datajam demo`
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "demo", "Run two example events from registration to announcement.",
    more: """
      The first is the real event of 2021; the second is fictional and includes judging. The demo has its \
      own folder and database and never changes your events. Each run starts from the beginning.
      """,
    examples: "datajam demo")

  func run() async throws {
    var environment = ProcessEnvironment.variables
    let around = try LocalCluster.Home(environment: environment)
    try around.make()
    let home = around.folder + "/demo"
    environment["DATAJAM_HOME"] = home
    for name in ["DATAJAM_DATABASE_URL", "DATAJAM_EVENT", "DATAJAM_BY", "DATAJAM_TOKEN_FILE"] {
      environment[name] = nil
    }
    try await ProcessEnvironment.$variables.withValue(environment) {
      let cluster = try LocalCluster(environment: ProcessEnvironment.variables)
      do {
        try await perform(in: home)
        try await cluster.stop()
      } catch {
        try await cluster.stop()
        throw error
      }
    }
  }

  private func perform(in home: String) async throws {
    Console.print("Preparing a database for the demonstration …")
    let configuration = Configuration(
      systemUser: ProcessEnvironment.userName, environment: ProcessEnvironment.variables)
    try await SchemaCare(configuration).clear()
    let folder = home + "/files"
    for file in DemoFiles.all {
      try OutputFile.makeFolder(folder + "/" + file.path.prefix { $0 != "/" })
      try OutputFile.write(file.text, to: folder + "/" + file.path)
    }
    try ProcessEnvironment.enter(folder)
    Console.print("The files that are used lie in \(folder)")
    for step in DemoScript.whole.steps { try await perform(step) }
    Console.print(
      """

      That is a whole event. To look at it:
        cd \(folder)
        export DATAJAM_HOME=\(home)
        datajam team list -E demo-jam
      To begin your own event: datajam event add --help
      """)
  }

  private func perform(_ step: DemoScript.Step) async throws {
    switch step {
    case .heading(let text): Console.print("\n\(text)\n" + String(repeating: "=", count: displayWidth(text)))
    case .say(let text): Console.print("\n" + text)
    case .run(let arguments): try await run(arguments)
    case .publish(let event, let hour): try await publish(event, at: hour)
    }
  }

  /// - Parameter token: The token file of the principal who acts; nil for the system's user.
  private func run(_ arguments: [String], by token: String? = nil) async throws {
    let words = (token.map { ["DATAJAM_TOKEN_FILE=\($0)"] } ?? []) + ["datajam"] + arguments.map(shellQuoted)
    Console.print("\n$ " + words.joined(separator: " "))
    var environment = ProcessEnvironment.variables
    environment["DATAJAM_TOKEN_FILE"] = token
    let code = await ProcessEnvironment.$variables.withValue(environment) {
      await Console.$tellsOnOutput.withValue(true) { await runCommandLine(arguments) }
    }
    guard code == 0 else { throw ExitCode(code) }
  }

  private func publish(_ event: String, at hour: String) async throws {
    var tokens: [String] = []
    for name in ["ada", "amina"] {
      try await run(["organiser", "add", "-E", event, name])
      tokens.append("\(event)/\(name).token")
      try await makeToken(for: name, of: event, in: tokens[tokens.count - 1])
    }
    for token in tokens { try await run(["result", "approve", "-E", event], by: token) }
    try await run(
      ["result", "announce", "-E", event, "--at", hour, "--unusual-time", "--confirm", event], by: tokens.first)
  }

  /// Keeps a token where its holder reads it, and shows the command by which a person would.
  private func makeToken(for name: String, of event: String, in file: String) async throws {
    Console.print("\n$ datajam token add -E \(event) \(name) > \(file)")
    let configuration = Configuration(
      event: event, systemUser: ProcessEnvironment.userName, environment: ProcessEnvironment.variables)
    let backend = try await Backend.open(configuration)
    let issued = try await backend.change { event, unit in
      try backend.tokens.add(for: name, .full, days: 1, of: event, in: unit)
    }
    await backend.database.close()
    try OutputFile.write(issued.token.description + "\n", to: file, for: .owner)
  }
}
