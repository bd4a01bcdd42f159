import Announcement
import ArgumentParser
import Foundation
import Vocabulary

/// `datajam announcement template …`
struct AnnouncementTemplateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "The layouts of the announcement, for an organiser to change.",
    subcommands: [Export.self])

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write the layouts as they ship.",
      discussion: "Keep the files that you change, and give their folder to --templates. Those that are not in it stay "
        + "as they ship.")

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write them to.", valueName: "folder"))
    var output: String

    func run() async throws {
      try OutputFile.makeFolder(output)
      let files = AnnouncementTemplates.files
      for file in files {
        let path = output + "/" + file.name
        if OutputFile.holdsOther(than: Array(file.text.utf8), at: path) { throw FileError.filledIn(path) }
      }
      for file in files { try OutputFile.write(file.text, to: output + "/" + file.name) }
      Surroundings.say(
        "Wrote \(files.count) templates to \(output). Next: datajam announcement render --templates \(output) -o FOLDER"
      )
    }
  }
}

/// An organiser's own layouts.
struct TemplateOptions: ParsableArguments {
  @Option(
    name: .customLong("templates"),
    help: ArgumentHelp("A folder of layouts that take the place of those that ship.", valueName: "folder"))
  var folder: String?

  /// - Throws: `TemplateError` naming the file, the line and the column; `FileError` when a file cannot be read.
  func read() throws -> AnnouncementTemplates {
    guard let folder else { return try AnnouncementTemplates() }
    var texts: [String: String] = [:]
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw FileError.missing(folder)
    }
    for name in names.sorted() where name.hasSuffix(".mustache") {
      texts[name] = String(decoding: try InputFile.read(folder + "/" + name), as: UTF8.self)
    }
    return try AnnouncementTemplates(replacing: texts)
  }
}
