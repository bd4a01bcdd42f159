import Files
import Foundation
import Testing

/// Files appear whole under their names, and never through somebody else's link.
@Suite struct DraftedFileTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "datajam-files-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func `a file has its name when it ends, and not before`() throws {
    try withFolder { folder in
      let file = try DraftedFile(folder + "/a.csv", for: .everybody)
      try file.write(Array("one\n".utf8))
      #expect(try !names(in: folder).contains("a.csv"))
      try file.write(Array("two\n".utf8))
      try file.end()
      #expect(try names(in: folder) == ["a.csv"])
      #expect(try InputFile.read(folder + "/a.csv") == Array("one\ntwo\n".utf8))
    }
  }

  @Test func `a file that does not end leaves nothing and changes nothing`() throws {
    try withFolder { folder in
      try OutputFile.write("old", to: folder + "/a.csv")
      func fail() throws {
        let file = try DraftedFile(folder + "/a.csv", for: .owner)
        try file.write(Array("new".utf8))
        throw CancellationError()
      }
      #expect(throws: CancellationError.self) { try fail() }
      #expect(try names(in: folder) == ["a.csv"])
      #expect(try InputFile.read(folder + "/a.csv") == Array("old".utf8))
    }
  }

  @Test func `two drafts of one file do not mix, and the last to end is the file`() throws {
    try withFolder { folder in
      let first = try DraftedFile(folder + "/a.csv", for: .everybody)
      let second = try DraftedFile(folder + "/a.csv", for: .everybody)
      try first.write(Array("first".utf8))
      try second.write(Array("second".utf8))
      try first.end()
      #expect(try InputFile.read(folder + "/a.csv") == Array("first".utf8))
      try second.end()
      #expect(try InputFile.read(folder + "/a.csv") == Array("second".utf8))
    }
  }

  @Test func `a link in the file's place is replaced, and its target stays as it is`() throws {
    try withFolder { folder in
      try OutputFile.write("precious", to: folder + "/target")
      for name in ["a.csv", "a.csv.part"] {
        try FileManager.default.createSymbolicLink(atPath: folder + "/" + name, withDestinationPath: folder + "/target")
      }
      try OutputFile.write("data", to: folder + "/a.csv", for: .owner)
      #expect(try InputFile.read(folder + "/target") == Array("precious".utf8))
      #expect(try InputFile.read(folder + "/a.csv") == Array("data".utf8))
    }
  }

  @Test func `a draft has a name of its own that nobody can guess, and belongs to its owner from the start`() throws {
    try withFolder { folder in
      let first = try DraftedFile(folder + "/a.csv", for: .owner)
      let second = try DraftedFile(folder + "/a.csv", for: .owner)
      let drafts = try names(in: folder)
      #expect(drafts.count == 2 && drafts.allSatisfy { $0.count > 20 && !$0.contains("a.csv") })
      for draft in drafts { #expect(try mode(of: folder + "/" + draft) == 0o600) }
      try first.end()
      try second.end()
      #expect(try names(in: folder) == ["a.csv"])
    }
  }

  @Test func `a link to a pipe or a folder is not written through`() throws {
    try withFolder { folder in
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      try FileManager.default.createSymbolicLink(atPath: folder + "/a.csv", withDestinationPath: folder + "/pipe")
      try OutputFile.write("data", to: folder + "/a.csv", for: .owner)
      #expect(try InputFile.read(folder + "/a.csv") == Array("data".utf8))
      try FileManager.default.createSymbolicLink(atPath: folder + "/b.csv", withDestinationPath: folder)
      #expect(throws: FileError.unwritable(folder + "/b.csv", EISDIR)) {
        try OutputFile.write("x", to: folder + "/b.csv")
      }
    }
  }

  @Test(.enabled(if: geteuid() == 0, "needs root to make a stranger's pipe"))
  func `a stranger's pipe in the file's place is refused`() throws {
    try withFolder { folder in
      #expect(mkfifo(folder + "/a.csv", 0o666) == 0)
      #expect(chown(folder + "/a.csv", 65534, 65534) == 0)
      #expect(throws: FileError.unwritable(folder + "/a.csv", EPERM)) {
        try OutputFile.write("people", to: folder + "/a.csv", for: .owner)
      }
    }
  }

  @Test func `a draft that cannot take its name leaves nothing`() throws {
    try withFolder { folder in
      let file = try DraftedFile(folder + "/a.csv", for: .owner)
      try FileManager.default.createDirectory(atPath: folder + "/a.csv", withIntermediateDirectories: false)
      #expect(throws: FileError.unwritable(folder + "/a.csv", EISDIR)) { try file.end() }
      #expect(try names(in: folder) == ["a.csv"])
    }
  }

  @Test func `only the owner reads what is for the owner, whatever was there`() throws {
    try withFolder { folder in
      try OutputFile.write("old", to: folder + "/a.csv")
      #expect(try mode(of: folder + "/a.csv") & 0o044 != 0)
      try OutputFile.write("people", to: folder + "/a.csv", for: .owner)
      #expect(try mode(of: folder + "/a.csv") == 0o600)
    }
  }

  @Test func `what cannot be written is named`() throws {
    try withFolder { folder in
      #expect(throws: FileError.unwritable(folder, EISDIR, option: "--chart")) {
        try OutputFile.write("x", to: folder, option: "--chart")
      }
      #expect(throws: FileError.unwritable(folder + "/no/a.csv", ENOENT)) {
        try OutputFile.write("x", to: folder + "/no/a.csv")
      }
      #expect(throws: FileError.unwritable("/dev/full", ENOSPC)) { try OutputFile.write("x", to: "/dev/full") }
      try OutputFile.write("x", to: "/dev/null")
      #expect(FileStatus("/dev/null")?.isFile == false)
    }
  }

  @Test func `what cannot be read is named`() throws {
    try withFolder { folder in
      #expect(throws: FileError.missing(folder + "/none")) { try InputFile.read(folder + "/none") }
      #expect(throws: FileError.folder(folder)) { try InputFile.read(folder) }
    }
  }

  @Test func `a large file comes in pieces`() throws {
    try withFolder { folder in
      let text = String(repeating: "01234567", count: InputFile.pieceSize / 4)
      try OutputFile.write(text, to: folder + "/large")
      let file = try InputFile(folder + "/large", upTo: .document)
      #expect(try file.next().count == InputFile.pieceSize)
      #expect(try file.next().count == InputFile.pieceSize)
      #expect(try file.next().isEmpty)
      #expect(try InputFile.read(folder + "/large") == Array(text.utf8))
    }
  }

  @Test func `folders are made, and what is there stays`() throws {
    try withFolder { folder in
      try OutputFile.makeFolder(folder + "/a/b")
      #expect(try [folder + "/a", folder + "/a/b"].map(mode) == [0o700, 0o700])
      try OutputFile.makeFolder(folder + "/open", for: .everybody)
      #expect(FileStatus(folder + "/open")?.isReadByOthers == true)
      try OutputFile.write("x", to: folder + "/a/b/c")
      try OutputFile.makeFolder(folder + "/a/b")
      #expect(OutputFile.holdsOther(than: Array("y".utf8), at: folder + "/a/b/c"))
      #expect(!OutputFile.holdsOther(than: Array("x".utf8), at: folder + "/a/b/c"))
      #expect(OutputFile.remove(folder + "/a/b/c"))
      #expect(!OutputFile.remove(folder + "/a/b/c"))
    }
  }
}
