import CSVFuzz
import Foundation
import ScheduleFuzz

let words = CommandLine.arguments.dropFirst().map { UInt64($0) ?? 1 }
let (millions, seed) = (words.first ?? 1, words.count > 1 ? words[1] : 1)

var fuzz = TabularFuzz(seed: seed)
do {
  for _ in 0..<millions * 1_000_000 { try fuzz.step() }
  print("\(fuzz.read + fuzz.refused) files from seed \(seed): \(fuzz.read) read, \(fuzz.refused) refused")
  var schedules = ScheduleFuzz(seed: seed)
  for _ in 0..<millions * 1_000_000 { try schedules.step() }
  print("\(schedules.read + schedules.refused) schedules: \(schedules.read) read, \(schedules.refused) refused")
} catch let broken as ScheduleFuzz.Broken {
  print("not \(broken.promise), schedule from seed \(seed): \(broken.bytes)")
  exit(1)
} catch let broken as TabularFuzz.Broken {
  print("not \(broken.promise), after \(fuzz.read + fuzz.refused) files from seed \(seed): \(broken.bytes)")
  exit(1)
}
