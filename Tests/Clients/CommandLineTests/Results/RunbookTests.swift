import Foundation
import Testing

/// The commands of docs/runbook.md take the fictional event from open judging to its certificates.
@Suite struct RunbookTests {
  /// A command of the runbook, and who types it.
  struct Command: CustomStringConvertible {
    let organiser: String
    let words: [String]

    var description: String { words.joined(separator: " ") }
  }

  /// Every line with a prompt, in the order of the page.
  static func commands() throws -> [Command] {
    let page = Repository.file("docs/runbook.md")
    var (organiser, commands): (String?, [Command]) = (nil, [])
    for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("```") {
        let opened = line.dropFirst(3).split(separator: " ")
        organiser =
          organiser == nil && opened.first == "console" ? opened.dropFirst().first.map(String.init) ?? "Olga" : nil
      } else if let organiser, line.hasPrefix("$ datajam ") {
        let words = line.split(separator: " ").dropFirst(2).map(String.init)
        commands.append(Command(organiser: organiser, words: words))
      }
    }
    return commands
  }

  @Test func `the last day goes from open judging to certificates by the commands of the runbook`() async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      var place = place
      place.program.environment["DATAJAM_BY"] = "Olga"
      try await place.demonstrate("demo-jam", upTo: ["judging", "close"])
      var tokens: [String: String] = [:]
      var (ended, codes): ([String: String], [String]) = ([:], [])
      for command in try Self.commands() {
        var settings = ["DATAJAM_EVENT": "demo-jam"]
        if let token = tokens[command.organiser], tokens.count == 2 {
          settings["DATAJAM_TOKEN_FILE"] = token
          settings["DATAJAM_BY"] = ""
        }
        // Nobody is there to be asked, and the day of the runbook has passed.
        let words =
          command.words
          + (command.words.starts(with: ["result", "announce"]) ? ["--confirm", "demo-jam", "--unusual-time"] : [])
        let run = try await place.with(settings).start(words).end()
        if run.code != 0 { codes.append("\(command): \(run.code)") }
        if command.words.starts(with: ["token", "add"]) {
          let name = command.words[2]
          tokens[name] = try place.keep(run.output, as: "\(name).token")
        }
        ended[command.description] = run.output + run.errors
      }
      // The day before, nobody has a rank yet.
      #expect(codes == ["announcement check: 3"])
      #expect(ended["announcement check --leaks out"]?.hasPrefix("0 leaks in ") == true)
      #expect(
        ended["result verify result.json"]?.hasPrefix("ok    result 1: 12 ranks of 34 sheets recomputed") == true)
      #expect(ended["event phase show"]?.contains("[announced]") == true)
      let names = try place.names("out")
      #expect(names.allSatisfy { $0.hasPrefix("EMBARGOED.") || $0.hasPrefix("awards.") })
      #expect(try place.names("public").allSatisfy { !$0.contains("EMBARGOED") })
      #expect(try place.names("certificates").contains("certificate.aurora.en.html"))
      #expect(try place.text("public/announcement.en.md").contains("**1st place – Aurora (Montreal).**"))
    }
  }
}

extension Workplace {
  /// Writes a token where only its holder reads it.
  fileprivate func keep(_ token: String, as name: String) throws -> String {
    try write(token, to: name)
    let path = folder + "/" + name
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    return path
  }
}
