import ArgumentParser
import Files
import Vocabulary

/// `datajam manual`
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "manual", "Write the manual: a page for the program and one for each noun.",
    more: """
      The pages are in the format of man (groff); read one with: man -l FILE. With --as md, the folder gets one file, \
      commands.md, with all commands.
      """,
    examples: "datajam manual -o man1")

  @Option(name: .customLong("as"), help: "The format: man or md.") var format = ManualFormat.man
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder for the pages.", valueName: "folder"), completion: .directory)
  var output: String

  func run() throws {
    try OutputFile.makeFolder(output, for: .everybody)
    let files = format.files
    for file in files { try OutputFile.write(file.text, to: output + "/" + file.name) }
    Console.say("Wrote \(files.count) \(files.count == 1 ? "file" : "files") to \(output)")
  }
}

/// A format of the manual.
enum ManualFormat: String, CaseIterable, ExpressibleByArgument {
  case man, md

  var files: [(name: String, text: String)] {
    switch self {
    case .man: ManualPage.all.map { ($0.name + ".1", $0.text) }
    case .md: [("commands.md", CommandReference.text)]
    }
  }
}
