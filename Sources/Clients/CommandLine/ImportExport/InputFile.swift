import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that a command was given, or standard input for "-".
enum InputFile {
  /// - Throws: `FileError` when it is not there, is a folder or cannot be read.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : try open(path)
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    var status = stat()
    // A pipe says 0, and grows as it comes.
    if fstat(descriptor, &status) == 0 { bytes.reserveCapacity(Int(status.st_size)) }
    while true {
      let next = try piece(of: descriptor, path)
      if next.isEmpty { return bytes }
      bytes += next
    }
  }

  static let pieceSize = 1 << 18

  static func open(_ path: String) throws(FileError) -> Int32 {
    let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw errno == ENOENT ? .missing(path) : .unreadable(path, errno) }
    return descriptor
  }

  /// The next bytes of an open file; none at its end.
  static func piece(of descriptor: Int32, _ path: String) throws(FileError) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: pieceSize)
    let count = systemRead(descriptor, &chunk)
    guard count >= 0 else { throw errno == EISDIR ? .folder(path) : .unreadable(path, errno) }
    chunk.removeLast(chunk.count - count)
    return chunk
  }

  private static func systemOpen(_ path: String, _ flags: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, flags)
    #else
      Darwin.open(path, flags)
    #endif
  }

  private static func systemRead(_ descriptor: Int32, _ chunk: inout [UInt8]) -> Int {
    chunk.withUnsafeMutableBytes { buffer in
      while true {
        let count = Int(recvOrRead(descriptor, buffer.baseAddress, buffer.count))
        if count >= 0 || errno != EINTR { return count }
      }
    }
  }

  private static func recvOrRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, start, count)
    #else
      Darwin.read(descriptor, start, count)
    #endif
  }
}

/// A file that is to be written, whole or not at all.
enum OutputFile {
  /// What is no file, a device or a pipe, is written into and never replaced.
  /// - Parameter option: The option that names the location, for the message that asks for another one.
  /// - Throws: `FileError` when the folder is missing or nothing can be written there.
  static func write(_ text: String, to path: String, option: String = "-o") throws(FileError) {
    var status = stat()
    let kind = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    guard kind != S_IFDIR else { throw .unwritable(path, EISDIR, option: option) }
    let isFile = kind == S_IFREG
    let draft = isFile ? path + ".part" : path
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unwritable(path, errno, option: option) }
    var fault = writeAll(text, to: descriptor)
    if close(descriptor) != 0, fault == 0 { fault = errno }
    guard isFile else {
      if fault != 0 { throw .unwritable(path, fault, option: option) }
      return
    }
    if fault == 0, rename(draft, path) != 0 { fault = errno }
    if fault != 0 {
      unlink(draft)
      throw .unwritable(path, fault, option: option)
    }
  }

  /// Writes all of a text; the number of the fault, or 0.
  private static func writeAll(_ text: String, to descriptor: Int32) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return errno }
      rest = rest.dropFirst(max(count, 0))
    }
    return 0
  }

  /// Whether a file stands there already that holds something, and not these bytes.
  static func holdsOther(than bytes: [UInt8], at path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return false }
    return (try? InputFile.read(path)) != bytes
  }

  /// Makes the folder and those above it.
  static func makeFolder(_ path: String) throws(FileError) {
    guard !path.isEmpty else { throw .unwritable(path, ENOENT) }
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      guard mkdir(made, 0o755) == 0 || errno == EEXIST else { throw .unwritable(path, errno) }
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #else
      Darwin.write(descriptor, bytes, count)
    #endif
  }
}

/// Why a file cannot be read or written.
enum FileError: ExplainedError, Equatable {
  case missing(String)
  case folder(String)
  case unreadable(String, Int32)
  case unwritable(String, Int32, option: String = "-o")
  case unwritableOutput(Int32)
  case filledIn(String)

  var explanation: Explanation {
    switch self {
    case .missing(let path):
      Explanation(
        .missingFile, code: "file-missing", "There is no file \(quoted(path)).", hint: "Check the name and the folder.",
        location: path)
    case .folder(let path):
      Explanation(
        .missingFile, code: "file-is-folder", "\(quoted(path)) is a folder, but a file is needed.",
        hint: "Name one of the files in it.", location: path)
    case .unreadable(let path, let fault):
      Explanation(
        .missingFile, code: "file-unreadable", "\(quoted(path)) cannot be read: \(String(cString: strerror(fault))).",
        hint: "Check who may read it.", location: path)
    case .unwritable(let path, let fault, let option):
      Explanation(
        .cannotWrite, code: "cannot-write", "\(quoted(path)) cannot be written: \(String(cString: strerror(fault))).",
        hint: fault == EISDIR ? "Name a file in it with \(option)." : "Choose another folder with \(option).",
        location: path)
    case .unwritableOutput(let fault):
      Explanation(
        .cannotWrite, code: "cannot-write",
        "What was asked for could not be written: \(String(cString: strerror(fault))).",
        hint: "Send it to another file or disk, and run the same command again if it only shows something.")
    case .filledIn(let path):
      Explanation(
        .cannotWrite, code: "file-there", "\(quoted(path)) is there already and not empty, so it was left as it is.",
        hint: "Choose another name with -o, or take that file away first.", location: path)
    }
  }
}
