import Announcement
import ArgumentParser
import Files
import Foundation
import Vocabulary

/// `datajam announcement template …`
struct AnnouncementTemplateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "template", "The layouts of the announcement, which you can change.",
    subcommands: [Export.self])

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "export", "Write the standard layouts to a folder.",
      more: """
        Change the files you need and give their folder to --templates. For a file that is not there, the \
        standard layout is used.
        """,
      examples: "datajam announcement template export -o layouts")

    @Option(
      name: .shortAndLong, help: ArgumentHelp("The folder for the layouts.", valueName: "folder"),
      completion: .directory)
    var output: String

    func run() async throws {
      try OutputFile.makeFolder(output)
      let files = AnnouncementTemplates.files
      for file in files {
        let path = output + "/" + file.name
        if OutputFile.holdsOther(than: Array(file.text.utf8), at: path) { throw FileError.filledIn(path) }
      }
      for file in files { try OutputFile.write(file.text, to: output + "/" + file.name) }
      Console.say(
        "Wrote \(files.count) templates to \(output). Next: \(run: "announcement render --templates \(output) -o FOLDER")"
      )
    }
  }
}

/// An organiser's own layouts.
struct TemplateOptions: ParsableArguments {
  @Option(
    name: .customLong("templates"),
    help: ArgumentHelp("A folder with layouts of your own.", valueName: "folder"), completion: .directory)
  var folder: String?

  /// - Throws: `TemplateError` naming the file, the line and the column; `FileError` when a file cannot be read.
  func read() throws -> AnnouncementTemplates {
    guard let folder else { return try AnnouncementTemplates() }
    var texts: [String: String] = [:]
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw FileError.missing(folder)
    }
    for name in names.sorted() where name.hasSuffix(".mustache") {
      texts[name] = try InputFile.text(folder + "/" + name)
    }
    return try AnnouncementTemplates(replacing: texts)
  }
}
