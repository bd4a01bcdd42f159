import Foundation

/// The checkout that these tests were compiled from.
enum Repository {
  static func folder(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../" + path).standardized
  }
}
