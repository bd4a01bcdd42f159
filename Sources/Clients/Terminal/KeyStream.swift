import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The keys pressed at a terminal, read on a thread of its own because reading waits.
public struct KeyStream: AsyncSequence, Sendable {
  /// How long the rest of a sequence may take over a slow line before an escape is the Escape key, in milliseconds.
  private static let patience: Int32 = 100
  /// How often the window's size is looked at, in milliseconds.
  private static let heartbeat: Int32 = 250

  private let keys: AsyncStream<Key>

  /// Begins to read; ends when the terminal is gone. Begin before the first picture, so that no change of size is missed.
  public init(of terminal: TerminalSession) {
    let firstSize = terminal.size
    keys = AsyncStream { continuation in
      let hasEnded = Flag()
      continuation.onTermination = { _ in hasEnded.raise() }
      Thread.detachNewThread {
        var (decoder, size) = (KeyDecoder(), firstSize)
        while !hasEnded.isRaised {
          switch Self.bytes(within: decoder.isWaiting ? Self.patience : Self.heartbeat) {
          case .some(let bytes) where bytes.isEmpty: return continuation.finish()
          case .some(let bytes): for key in decoder.decode(bytes) { continuation.yield(key) }
          case .none: for key in decoder.flush() { continuation.yield(key) }
          }
          let now = terminal.size
          if now != size { continuation.yield(.resized) }
          size = now
        }
      }
    }
  }

  public func makeAsyncIterator() -> AsyncStream<Key>.Iterator { keys.makeAsyncIterator() }

  /// What came; nothing when the terminal is gone, nil when nothing came in time.
  private static func bytes(within milliseconds: Int32) -> [UInt8]? {
    var watched = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    let ready = poll(&watched, 1, milliseconds)
    if ready == 0 || (ready < 0 && errno == EINTR) { return nil }
    guard ready > 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { return nil }
    return Array(buffer.prefix(Swift.max(0, count)))
  }
}
