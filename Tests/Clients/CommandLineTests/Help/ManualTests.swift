import Foundation
import Testing

@testable import CommandLine

/// The pages of the manual.
@Suite struct ManualTests {
  @Test func `a page for the program and one for each noun is written`() async throws {
    try await withFolder { folder async throws in
      let program = Program(folder: folder, environment: plainEnvironment(folder))
      let nouns = CommandNode.root.children.map(\.name)
      #expect(
        try await program.run("manual", "-o", "man1") == .saying(0, "Wrote \(nouns.count + 1) files to man1"))
      let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/man1")
      #expect(Set(files) == Set(["datajam.1"] + nouns.map { "datajam-\($0).1" }))
    }
  }

  @Test func `every command is in a page`() {
    let text = ManualPage.all.map(\.text).joined()
    for leaf in CommandNode.root.leaves {
      #expect(text.contains(ManualPage.escaped(HelpPage(node: leaf).usage)), "\(leaf.path)")
    }
  }

  @Test func `no line is taken for a command of groff by mistake`() {
    let known = [".TH", ".SH", ".SS", ".TP", ".B", ".BR", ".PP", ".nf", ".fi", ".RS", ".RE"]
    for line in ManualPage.all.flatMap({ $0.text.split(separator: "\n") }) where line.hasPrefix(".") {
      #expect(known.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
    #expect(ManualPage.escaped(".5 \\ \"a-b\"") == "\\&.5 \\e \\(dqa\\-b\\(dq")
  }

  @Test func `groff finds nothing wrong with a page`() async throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/groff") else { return }
    try await withFolder { folder async throws in
      let program = Program(folder: folder, environment: plainEnvironment(folder))
      _ = try await program.run("manual", "-o", ".")
      let checked = try await program.shell("for page in *.1; do groff -man -ww -z -T utf8 \"$page\"; done")
      #expect(checked == .init(code: 0, output: "", errors: ""))
    }
  }
}
