import Foundation
import Testing

extension Workplace {
  /// Invites a judge and returns the code of the letter, which only its owner may read.
  func invitation(of judge: String) async throws -> String {
    try #require(await run("judge", "invite", judge, "-o", "letters").code == 0)
    let path = folder + "/letters/invitation-\(judge).txt"
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    let letter = try String(contentsOfFile: path, encoding: .utf8)
    return String(try #require(letter.firstMatch(of: /Code: (.+)/)).1)
  }

  /// Lets a judge in, who acts here from then on.
  func comeIn(_ judge: String) async throws {
    let code = try await invitation(of: judge)
    try #require(await run("judge", "accept", input: code).code == 0)
  }
}

extension Workplace {
  /// The program as a judge runs it; organisers go on acting by name.
  func judge(_ code: String) async throws -> Program {
    let invitation = try await invitation(of: code)
    var own = program
    own.environment["DATAJAM_HOME"] = folder + "/home-\(code)"
    try #require(await own.run("judge", "accept", input: invitation).code == 0)
    return own
  }
}
