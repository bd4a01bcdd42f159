import Announcement
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Files
import Vocabulary

extension AnnouncementCommand.Check {
  /// Looks through every file below a folder for what must not be read yet.
  func findLeaks(below folder: String) async throws {
    let backend = try await global.open()
    let embargo = try await backend.read { try backend.announcement.embargo(on: $0.id, in: $1) }
    let listing = try Self.listing(of: folder)
    var report = LeakReport()
    // From the hour on everything may be read.
    if !embargo.isOver {
      let scan = LeakScan(embargo)
      for file in listing.files {
        let found = Self.search(file, below: folder, by: scan)
        report.leaks += found.leaks
        report.unread += found.unread
      }
      report.unread += listing.obstacles.map { UnreadFile(file: $0.path, why: $0.obstacle.words) }
    }
    tell(report, embargo, files: listing.files.count)
    if !report.leaks.isEmpty || (!report.unread.isEmpty && !allowUnread) {
      throw ExitCode(Explanation.Kind.incomplete.exitCode)
    }
  }

  private static func search(_ file: String, below folder: String, by scan: LeakScan) -> LeakReport {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(folder + "/" + file, upTo: .searched)
    } catch {
      return LeakReport(unread: [UnreadFile(file: file, why: error.reason)])
    }
    return scan.search(file, bytes, pages: PDFReader.text)
  }

  private func tell(_ report: LeakReport, _ embargo: Embargo, files: Int) {
    guard !global.json else {
      let items = report.leaks.map { leak -> JSON in
        ["file": .string(leak.file), "line": leak.line.map { .integer($0) } ?? .null, "what": .string(leak.what)]
      }
      let unread = report.unread.map { ["file": .string($0.file), "why": .string($0.why)] as JSON }
      let document: JSON = [
        "items": .array(items), "count": .integer(items.count), "unread": .array(unread), "files": .integer(files),
        "is_public": .bool(embargo.isOver),
      ]
      return Console.print(document.pretty)
    }
    Page(
      report.leaks.map { "FAIL  \($0.file)\($0.line.map { ", line \($0)" } ?? "")  \($0.what)" }
        + report.unread.map { "\(allowUnread ? "warn" : "FAIL")  \($0.file)  not read: \($0.why)" }
    ).print()
    guard !embargo.isOver else { return Console.say("The result is public, so that nothing can leak.") }
    let found = report.leaks.count == 1 ? "1 leak" : "\(report.leaks.count) leaks"
    let read = files == 1 ? "1 file" : "\(files) files"
    let unread = report.unread.isEmpty ? "" : ", and \(report.unread.count) not read: look at them yourself"
    Console.say("\(found) in \(read)\(unread).")
  }

  private static func listing(of folder: String) throws -> FolderListing {
    if let status = FileStatus(folder), !status.isFolder {
      throw UsageError("\(quoted(folder)) is a file.", hint: "Name the folder that it is in.")
    }
    return try FolderListing(of: folder)
  }
}

extension FolderListing.Obstacle {
  fileprivate var words: String {
    switch self {
    case .pipe: "it is a pipe"
    case .socket: "it is a socket"
    case .device: "it is a device"
    case .linkToNothing: "it is a link to nothing"
    case .linkToFolderOutside: "it is a link to another folder, which has to be searched by itself"
    case .unreadable(let fault): FileError.reason(fault)
    }
  }
}
