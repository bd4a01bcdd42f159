import Foundation

/// The machine's LibreOffice.
enum LibreOffice {
  private static let program = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/homebrew/bin/soffice"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isHere: Bool { program != nil }

  /// The files in another format, all in one run, because the program starts slowly.
  static func convert(_ files: [[UInt8]], from old: String, to new: String) throws -> [[UInt8]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "datajam-office-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let written = folder.appending(path: "written")
    try FileManager.default.createDirectory(at: written, withIntermediateDirectories: true)
    let names = files.indices.map { "table\($0)" }
    for (name, bytes) in zip(names, files) { try Data(bytes).write(to: folder.appending(path: "\(name).\(old)")) }
    let process = Process()
    process.executableURL = program.map { URL(filePath: $0) }
    process.arguments =
      ["-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", new, "--outdir"]
      + [written.path] + names.map { folder.appending(path: "\($0).\(old)").path }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try names.map { Array(try Data(contentsOf: written.appending(path: "\($0).\(new)"))) }
  }
}
