import Foundation

/// A picture as other programs draw it, where one of them is installed.
enum PNGConverter {
  private static let converter = "rsvg-convert"

  /// Draws an SVG file as a PNG file beside it.
  /// - Returns: The path of the picture; nil where nobody can draw it.
  static func make(of path: String) throws -> String? {
    let folders = (ProcessEnvironment.variables["PATH"] ?? "").split(separator: ":")
    guard let program = folders.map({ "\($0)/\(converter)" }).first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    let picture = path.hasSuffix(".svg") ? path.dropLast(4) + ".png" : path + ".png"
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["--output", picture, "--", path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? picture : nil
  }
}
