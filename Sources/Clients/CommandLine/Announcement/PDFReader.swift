import Announcement
import Files

/// The text of PDF files, by a program of the Poppler project where it is installed.
enum PDFReader {
  private static let reader = "pdftotext"

  static func text(_ bytes: [UInt8]) -> PDFText {
    guard let program = InstalledProgram(reader) else { return .noProgram }
    let text = program.output(["-q", "-enc", "UTF-8", "-", "-"], reading: bytes, upTo: .searched)
    return text.map(PDFText.text) ?? .failed
  }
}
