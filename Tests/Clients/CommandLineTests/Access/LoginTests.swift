import Foundation
import Testing

/// Coming in by an invitation or a token, and going out again.
@Suite struct LoginTests {
  @Test func `a judge comes in by the letter, once`() async throws {
    try await Workplace.withJudging { place async throws in
      let code = try await place.invitation(of: "J-01")
      let welcome = try await place.run("judge", "accept", input: "  \(code.lowercased())\n")
      #expect(welcome.code == 0 && welcome.errors.hasPrefix(#"Welcome, Ann: you are judge J-01 of event "jam" here"#))
      #expect(welcome.output == "")
      #expect(try permissions(place.folder + "/home/token") == 0o600)
      #expect(
        try await place.run("judge", "accept", input: code)
          == .saying(
            1, "Error: Somebody is logged in here already.",
            "See who: datajam whoami. To take their place, add --replace."))
      #expect(
        try await place.run("logout") == .saying(0, "Forgotten: nobody is logged in here."))
      for text in [code, "", "no code"] {
        #expect(
          try await place.run("judge", "accept", input: text)
            == .saying(
              4, "Error: This code lets nobody in: it is wrong, was used, or has expired.",
              "Copy it whole from the invitation, or ask an organiser for another: datajam judge invite CODE"))
      }
    }
  }

  @Test func `a token is taken from a private file, standard input or the environment`() async throws {
    try await Workplace.withEvent { place async throws in
      let token = try await place.run("token", "add", "ada").output
      try place.write(token, to: "token")
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place.folder + "/token")
      #expect(
        try await place.run("whoami", "--token-file", "token")
          == .saying(78, #"Error: "token" holds a token, but others may read it."#, "Run: chmod 600 token"))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.folder + "/token")
      let known = try await place.run("whoami", "--token-file", "token")
      #expect(known.code == 0 && known.output.hasPrefix("ada (organiser) · event jam · db "))
      #expect(try await place.run("whoami", "--token-file", "-", input: token) == known)
      #expect(try await place.with(["DATAJAM_TOKEN_FILE": "token"]).run("whoami") == known)
      #expect(try await place.run("login", input: token) == known)
      #expect(try await place.run("whoami") == known)
      let prefix = String(token.dropFirst(4).prefix(10))
      #expect(try await place.run("token", "revoke", token) == .saying(0, #"token "\#(prefix)": revoked"#))
      #expect(
        try await place.run("whoami")
          == .saying(
            4, #"Error: The token "djt_\#(prefix)_…" is unknown here, was revoked or has expired."#,
            "Ask an organiser for another one, and forget this one: datajam logout"))
      #expect(try await place.run("login", input: "hello").code == 65)
      #expect(try await place.run("token", "add", "bob").code == 4)
      #expect(try await place.run("logout").code == 0)
      #expect(try await place.run("token", "add", "bob").code == 5)
    }
  }

  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
