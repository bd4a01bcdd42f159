import Foundation

/// Files of the checkout that these tests were compiled from.
enum Repository {
  private static let root = URL(filePath: #filePath).appending(path: "../../../../..").standardized

  static func file(_ path: String) -> URL { root.appending(path: path) }

  /// A committed output that the program's is compared with; "" is the folder of all.
  static func golden(_ name: String) -> URL { file("Tests/Clients/CommandLineTests/Golden").appending(path: name) }
}
