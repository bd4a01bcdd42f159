import Glibc
import Postgres
import Synchronization

/// Stands between libpq and the server on a Unix socket of its own and cuts the line at a COMMIT.
final class CuttingProxy: Sendable {
  enum Cut {
    /// The server never sees the COMMIT.
    case beforeServer
    /// The server has answered the COMMIT, but the answer is not passed on.
    case afterServer
  }

  private struct State {
    var cut: Cut?
    var endsThen = false
    var hasEnded = false
  }

  let folder: String
  private let server: String
  private let listener: Int32
  private let state = Mutex(State())

  /// - Parameter server: The folder of the real server's socket.
  init(to server: String) {
    var template = Array("/tmp/datajam-proxy.XXXXXX".utf8CString)
    _ = mkdtemp(&template)
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    self.server = server
    listener = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    _ = Self.withAddress(of: folder) { bind(listener, $0, $1) }
    listen(listener, 16)
    Thread.detach { [self] in acceptAll() }
  }

  /// Arms the proxy for the next COMMIT.
  /// - Parameter endsThen: Whether nobody can connect any more afterwards.
  func cutNextCommit(_ cut: Cut, endsThen: Bool = false) {
    state.withLock { state in
      state.cut = cut
      state.endsThen = endsThen
    }
  }

  func end() {
    // Once only: the socket's number may be another's afterwards.
    let isFirst = state.withLock { state in
      defer { state.hasEnded = true }
      return !state.hasEnded
    }
    guard isFirst else { return }
    shutdown(listener, Int32(SHUT_RDWR))
    unlink(folder + "/.s.PGSQL.5432")
    rmdir(folder)
  }

  private func acceptAll() {
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else { break }
      let upstream = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      let line = Line(client: client, server: upstream)
      guard Self.withAddress(of: server, { connect(upstream, $0, $1) }) == 0 else { continue }
      Thread.detach { [self] in pumpToServer(line) }
      Thread.detach { [self] in pumpToClient(line) }
    }
    close(listener)
  }

  private func pumpToServer(_ line: Line) {
    while let bytes = Self.read(line.client) {
      switch takeCut(in: bytes) {
      case .beforeServer: return line.hangUp()
      case .afterServer: line.isDeaf.store(true, ordering: .releasing)
      case nil: break
      }
      Self.write(bytes, to: line.server)
    }
    line.hangUp()
  }

  private func pumpToClient(_ line: Line) {
    while let bytes = Self.read(line.server) {
      if line.isDeaf.load(ordering: .acquiring) { break }
      Self.write(bytes, to: line.client)
    }
    line.hangUp()
  }

  /// What to do about a COMMIT among the bytes; once only.
  private func takeCut(in bytes: [UInt8]) -> Cut? {
    guard String(decoding: bytes, as: UTF8.self).contains("COMMIT\0") else { return nil }
    let (cut, endsThen) = state.withLock { state in
      defer { state.cut = nil }
      return (state.cut, state.cut != nil && state.endsThen)
    }
    if endsThen { end() }
    return cut
  }

  /// A client's connection and ours to the server, closed when both pumps have let go of it.
  private final class Line: Sendable {
    let client: Int32
    let server: Int32
    let isDeaf = Atomic(false)

    init(client: Int32, server: Int32) {
      self.client = client
      self.server = server
    }

    deinit {
      close(client)
      close(server)
    }

    func hangUp() {
      shutdown(client, Int32(SHUT_RDWR))
      shutdown(server, Int32(SHUT_RDWR))
    }
  }

  private static func read(_ socket: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(socket, &bytes, bytes.count, 0)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }

  private static func write(_ bytes: [UInt8], to socket: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func withAddress(of folder: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: (folder + "/.s.PGSQL.5432").utf8) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
  }
}
