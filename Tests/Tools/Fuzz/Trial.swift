import Foundation

/// Damaged files of each form, each of which has to end soon and in little memory.
struct Trial {
  private static let mostSeconds: UInt32 = 20
  private static let mostMegabytes = 200

  let files: Int
  let seed: UInt64
  /// The forms that are tried; all of them when it is empty.
  let forms: Set<String>

  /// Prints how many files were read and refused, the seconds, and the peak of memory so far.
  func run(_ form: String, step: () throws -> (read: Int, refused: Int)) throws {
    guard forms.isEmpty || forms.contains(form) else { return }
    var counts = (read: 0, refused: 0)
    let start = ContinuousClock.now
    for _ in 0..<files {
      // A file at which the reader hangs ends the program: "Alarm clock".
      alarm(Self.mostSeconds)
      do { counts = try step() } catch { throw Failure(form: form, after: counts.read + counts.refused, error: error) }
    }
    alarm(0)
    let megabytes = Self.peak()
    print(
      "\(files) \(form) from seed \(seed): \(counts.read) read, \(counts.refused) refused, "
        + "\((ContinuousClock.now - start).components.seconds) s, at most \(megabytes) MB of memory")
    fflush(nil)
    guard megabytes <= Self.mostMegabytes else { throw TooMuchMemory(megabytes: megabytes) }
  }

  /// The most memory that the program has had so far.
  private static func peak() -> Int {
    var usage = rusage()
    // RUSAGE_SELF, which is a number on some systems and an enumeration on others.
    getrusage(0, &usage)
    return usage.ru_maxrss / 1024
  }

  private struct Failure: Error {
    let form: String
    let after: Int
    let error: any Error
  }

  private struct TooMuchMemory: Error {
    let megabytes: Int
  }
}
