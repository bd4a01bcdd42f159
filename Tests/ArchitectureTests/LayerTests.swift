import CanonicalJSON
import Foundation
import Testing

/// The layers of docs/architecture.md, held against Package.swift and the folders of Sources.
@Suite struct LayerTests {
  /// The folders of Sources, lowest layer first.
  static let layers = ["Core", "Ranking", "Formats", "Database", "Features", "Application", "Clients", "Programs"]

  struct Module {
    let name: String
    let layer: String
    let imports: [String]
    let products: [String]

    var rank: Int { LayerTests.layers.firstIndex(of: layer) ?? -1 }
  }

  /// The modules of the package; `scripts/test` writes the description that is read here.
  static func modules() throws -> [Module] {
    let path = try #require(ProcessInfo.processInfo.environment["DATAJAM_TEST_PACKAGE"])
    let package = try JSON(parsing: String(contentsOfFile: path, encoding: .utf8))
    let targets = try #require(package["targets"]?.elements)
    return targets.compactMap { target in
      let folders = target["path"]?.text?.split(separator: "/").map(String.init) ?? []
      guard let layer = folders.first == "sql" ? "Database" : layer(of: folders) else { return nil }
      let dependencies = target["dependencies"]?.elements ?? []
      return Module(
        name: target["name"]?.text ?? "", layer: layer,
        imports: dependencies.compactMap { ($0["byName"] ?? $0["target"])?.elements?.first?.text },
        products: dependencies.compactMap { $0["product"]?.elements?.first?.text })
    }
  }

  private static func layer(of folders: [String]) -> String? {
    folders.count == 3 && folders[0] == "Sources" ? folders[1] : nil
  }

  @Test func everyModuleLiesInTheFolderOfItsLayer() throws {
    let modules = try Self.modules()
    #expect(modules.count > 30)
    for module in modules { #expect(Self.layers.contains(module.layer), "\(module.name) in \(module.layer)") }
    let sources = Repository.folder("Sources")
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    #expect(folders.sorted() == Self.layers.sorted())
    for layer in Self.layers {
      let found = try FileManager.default.contentsOfDirectory(atPath: sources.appending(path: layer).path)
      #expect(found.sorted() == modules.filter { $0.layer == layer && $0.name != "Schema" }.map(\.name).sorted())
    }
  }

  @Test func aModuleImportsModulesOfLowerLayersOnly() throws {
    let modules = Dictionary(uniqueKeysWithValues: try Self.modules().map { ($0.name, $0) })
    for module in modules.values {
      for name in module.imports {
        let other = try #require(modules[name], "\(module.name) imports \(name), which is no module of Sources")
        // Within a layer Package.swift decides; features stand side by side.
        let isAllowed = other.rank < module.rank || (other.rank == module.rank && module.layer != "Features")
        #expect(isAllowed, "\(module.name) (\(module.layer)) imports \(name) (\(other.layer))")
      }
    }
  }

  @Test func onlyOneModuleImportsEachLibrary() throws {
    let users = try Self.modules().filter { !$0.products.isEmpty }.map {
      "\($0.name): \($0.products.joined(separator: " "))"
    }
    #expect(
      users.sorted() == [
        "Announcement: Mustache", "CommandLine: ArgumentParser", "Files: SystemPackage", "RubricFiles: Yams",
      ])
  }

  @Test func theRankingEngineImportsNothing() throws {
    let engine = try #require(Self.modules().first { $0.name == "RankingEngine" })
    #expect(engine.imports.isEmpty && engine.products.isEmpty)
  }

  /// Promises that the compiler cannot check are allowed in the Postgres module only, and SQL in stores.
  @Test func uncheckedPromisesAndSQLAreWhereTheyBelong() throws {
    let sources = Repository.folder("Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var strays: [String] = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let path = String(file.path.dropFirst(sources.path.count + 1))
      let text = try String(contentsOf: file, encoding: .utf8)
      let isUnchecked = text.contains("@unchecked Sendable") || text.contains("nonisolated(unsafe)")
      if isUnchecked && !path.hasPrefix("Database/Postgres/") { strays.append(path) }
      let hasSQL = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM "].contains {
        text.contains("\"\($0)") || text.contains("      \($0)")
      }
      let mayHaveSQL =
        path.contains("Store")
        || ["Lookup", "LocalPostgres", "Postgres"].contains { path.hasPrefix("Database/\($0)/") }
      if hasSQL && !mayHaveSQL { strays.append(path) }
    }
    #expect(strays == [])
  }
}
