import Announcement
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Files
import Foundation
import Vocabulary

extension AnnouncementCommand.Check {
  /// Looks through every file below a folder for what must not be read yet.
  func findLeaks(below folder: String) async throws {
    let backend = try await global.open()
    let embargo = try await backend.read { try backend.announcement.embargo(on: $0.id, in: $1) }
    let files = try Self.files(below: folder)
    let scan = LeakScan(embargo)
    // From the hour on everything may be read.
    let leaks = embargo.isOver ? [] : try files.flatMap { scan.leaks(in: $0, try InputFile.read(folder + "/" + $0)) }
    if global.json {
      let items = leaks.map { leak -> JSON in
        [
          "file": .string(leak.file), "line": leak.line.map { .integer($0) } ?? .null, "what": .string(leak.what),
        ]
      }
      let document: JSON = [
        "items": .array(items), "count": .integer(items.count), "files": .integer(files.count),
        "is_public": .bool(embargo.isOver),
      ]
      Console.print(document.pretty)
    } else {
      Page(leaks.map { "FAIL  \($0.file)\($0.line.map { ", line \($0)" } ?? "")  \($0.what)" }).print()
      let read = files.count == 1 ? "1 file" : "\(files.count) files"
      Console.say(
        embargo.isOver
          ? "The result is public, so that nothing can leak."
          : "\(leaks.count == 1 ? "1 leak" : "\(leaks.count) leaks") in \(read).")
    }
    if !leaks.isEmpty { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
  }

  /// The paths of all files below a folder, relative to it.
  private static func files(below folder: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw FileError.missing(folder)
    }
    guard isFolder.boolValue else {
      throw UsageError("\(quoted(folder)) is a file.", hint: "Name the folder that it is in.")
    }
    return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }
}
