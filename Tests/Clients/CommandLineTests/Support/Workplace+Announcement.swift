import DemoFiles
import Foundation
import Postgres
import Testing
import UseCases

extension Workplace {
  /// Runs the commands by which the demonstration makes an event, up to its announcement.
  /// - Parameters:
  ///   - stop: The command before which it stops.
  ///   - change: What is typed instead, so that something is missing.
  func demonstrate(
    _ event: String, upTo stop: [String] = ["log"], files: (String, String) -> String = { $1 },
    typing change: ([String]) -> [String] = { $0 }
  ) async throws {
    try #require(await run("db", "migrate").code == 0)
    for file in DemoFiles.all where file.path.hasPrefix(event + "/") {
      try FileManager.default.createDirectory(atPath: folder + "/" + event, withIntermediateDirectories: true)
      try write(files(file.path, file.text), to: file.path)
    }
    for case .run(let arguments) in DemoScript.whole.steps where arguments.contains(event) {
      guard arguments.first != "announcement", arguments.first != "doctor" else { continue }
      if arguments.starts(with: stop) { return }
      let ended = try await program.start(change(arguments)).end()
      try #require(ended.code == 0, "\(arguments): \(ended)")
    }
  }

  /// Announces the newest result for an hour, past the two who would have to approve it.
  func announce(at hour: String) async throws {
    try await arrange(
      """
      INSERT INTO result_step (event_id, number, kind, principal_id, publish_at)
      SELECT r.event_id, max(r.number), 'announced', min(p.principal_id), '\(hour)'
      FROM result AS r JOIN principal AS p USING (event_id) GROUP BY r.event_id
      """)
  }

  /// The text of a file.
  func text(_ name: String) throws -> String { try String(contentsOfFile: folder + "/" + name, encoding: .utf8) }

  /// The files in a folder, by name.
  func names(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/" + name).sorted()
  }
}
