import Files

/// A picture as other programs draw it, where one of them is installed.
enum PNGConverter {
  private static let converter = "rsvg-convert"

  /// Draws an SVG file as a PNG file beside it.
  /// - Returns: The path of the picture; nil where nobody can draw it.
  static func make(of path: String, for readers: DraftedFile.Readers) throws -> String? {
    guard let program = InstalledProgram(converter) else { return nil }
    // The picture comes through a pipe: the converter itself would follow a link in its place.
    guard let bytes = program.output(["--", path], upTo: .document), !bytes.isEmpty else { return nil }
    let picture = path.hasSuffix(".svg") ? path.dropLast(4) + ".png" : path + ".png"
    let file = try DraftedFile(picture, for: readers)
    try file.write(bytes)
    try file.end()
    return picture
  }
}
