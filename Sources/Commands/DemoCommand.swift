import ArgumentParser
import Backend
import Competition
import DemoFiles
import LocalPostgres
import Terminal
import Workflows

/// `datajam demo`
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Show the whole journey: the real edition of 2021, then a fictional event with judging.",
    discussion:
      "It works in a folder and a database of its own and never touches your events. Run again, it begins anew.")

  func run() async throws {
    var environment = Surroundings.environment
    let around = try LocalCluster.Home(environment: environment)
    try around.make()
    let home = around.folder + "/demo"
    environment["DATAJAM_HOME"] = home
    for name in ["DATAJAM_DATABASE_URL", "DATAJAM_EVENT", "DATAJAM_BY", "DATAJAM_TOKEN_FILE"] {
      environment[name] = nil
    }
    try await Surroundings.$environment.withValue(environment) {
      let cluster = try LocalCluster(environment: Surroundings.environment)
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
    Surroundings.print("Preparing a database for the demonstration …")
    let configuration = Configuration(systemUser: Surroundings.userName, environment: Surroundings.environment)
    try await SchemaCare(configuration).clear()
    let folder = home + "/files"
    for file in DemoFiles.all {
      try OutputFile.makeFolder(folder + "/" + file.path.prefix { $0 != "/" })
      try OutputFile.write(file.text, to: folder + "/" + file.path)
    }
    try Surroundings.enter(folder)
    Surroundings.print("The files that are used lie in \(folder)")
    for step in DemoScript.whole.steps { try await perform(step) }
    Surroundings.print(
      """

      That is the whole journey. To look around in it:
        cd \(folder)
        export DATAJAM_HOME=\(home)
        datajam team list -E demo-jam
      To begin your own event: datajam event add --help
      """)
  }

  private func perform(_ step: DemoScript.Step) async throws {
    switch step {
    case .heading(let text): Surroundings.print("\n\(text)\n" + String(repeating: "=", count: displayWidth(text)))
    case .say(let text): Surroundings.print("\n" + text)
    case .run(let arguments):
      Surroundings.print("\n$ " + (["datajam"] + arguments).map(Self.shellQuoted).joined(separator: " "))
      let code = await Surroundings.$tellsOnOutput.withValue(true) { await Commands.run(arguments) }
      guard code == 0 else { throw ExitCode(code) }
    }
  }

  /// The word as a shell takes it.
  private static func shellQuoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./,=:".contains($0)) }
    return isPlain
      ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
