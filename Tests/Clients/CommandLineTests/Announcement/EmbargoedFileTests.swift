import Foundation
import Postgres
import Testing

/// I8 on a machine with other accounts: only the owner reads what tells of the result before its hour.
@Suite struct EmbargoedFileTests {
  private func withDemonstration(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      try await place.demonstrate("datajam-2021")
      var place = place
      place.program.environment["DATAJAM_EVENT"] = "datajam-2021"
      // A converter of pictures that is there on every machine.
      try await place.install("[ \"$1\" = -- ] && exec cat \"$2\"", as: "rsvg-convert")
      place.program.environment["PATH"] = place.folder + "/bin:/usr/bin:/bin"
      try await body(place)
    }
  }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  private func modes(_ place: Workplace, _ folder: String) throws -> Set<Int> {
    Set(try place.names(folder).map { try mode(place.folder + "/\(folder)/\($0)") })
  }

  @Test func `files under embargo and their folders belong to their owner only`() async throws {
    try await withDemonstration { place async throws in
      let commands = [
        ["announcement", "render", "--languages", "en,fr,es", "--as", "all", "-o"], ["certificate", "render", "-o"],
      ]
      for (number, command) in commands.enumerated() {
        let ended = try await place.program.start(command + ["new\(number)/inner"]).end()
        #expect(ended.code == 0, "\(ended)")
        #expect(!ended.errors.contains("chmod"))
        for folder in ["new\(number)", "new\(number)/inner"] { #expect(try mode(place.folder + "/" + folder) == 0o700) }
        #expect(try modes(place, "new\(number)/inner") == [0o600])
        #expect(mkdir(place.folder + "/open \(number)", 0o755) == 0)
        let said = try await place.program.start(command + ["open \(number)"]).end()
        #expect(said.errors.contains("Close the folder: chmod 700 'open \(number)'\n"), "\(said)")
        #expect(try modes(place, "open \(number)") == [0o600])
      }
      #expect(try place.names("new0/inner").contains { $0.hasSuffix("card.en.png") })
      let result = try await place.run("result", "export", "-o", "result.json")
      #expect(result.code == 0, "\(result)")
      #expect(try mode(place.folder + "/result.json") == 0o600)
      // From the hour on everybody may read what is for the public.
      try await place.announce(at: "2021-06-04T14:00-04:00")
      #expect(try await place.run("announcement", "render", "--as", "md,card", "-o", "public").code == 0)
      #expect(try mode(place.folder + "/public") == 0o755)
      #expect(try modes(place, "public") == [0o644])
    }
  }

  @Test func `a picture of the winners is drawn through no link`() async throws {
    try await withDemonstration { place async throws in
      try place.write("precious", to: "victim")
      #expect(mkdir(place.folder + "/out", 0o700) == 0)
      let name = "out/EMBARGOED.card.en.png"
      try FileManager.default.createSymbolicLink(
        atPath: place.folder + "/" + name, withDestinationPath: place.folder + "/victim")
      let ended = try await place.run("announcement", "render", "--languages", "en", "--as", "card", "-o", "out")
      #expect(ended.code == 0 && ended.errors.contains(name), "\(ended)")
      #expect(try place.text("victim") == "precious")
      #expect(try place.text(name).hasPrefix("<svg"))
    }
  }

  @Test func `a layout that does not show the embargo writes nothing`() async throws {
    try await withDemonstration { place async throws in
      #expect(mkdir(place.folder + "/layouts", 0o755) == 0)
      try place.write("{{title}}\n", to: "layouts/announcement.md.mustache")
      for arguments in [[], ["-o", "out"]] {
        let ended = try await place.program.start(
          ["announcement", "render", "--languages", "en", "--templates", "layouts"] + arguments
        ).end()
        #expect(ended.code == 65 && ended.output.isEmpty, "\(ended)")
        #expect(ended.errors.hasPrefix(#"Error: "announcement.md.mustache" does not show that the result is under"#))
        #expect(!FileManager.default.fileExists(atPath: place.folder + "/out"))
      }
      try place.write("{{name}}\n", to: "layouts/certificate.html.mustache")
      let certificates = try await place.run("certificate", "render", "--templates", "layouts", "-o", "certificates")
      #expect(certificates.code == 65, "\(certificates)")
      #expect(try place.names("certificates").isEmpty)
    }
  }
}
