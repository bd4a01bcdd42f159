import CSVFuzz
import Foundation
import ScheduleFuzz
import WorkbookFuzz

let words = CommandLine.arguments.dropFirst()
let numbers = words.compactMap { Double($0) }
let forms = words.filter { Double($0) == nil }
let trial = Trial(
  files: Int((numbers.first ?? 1) * 1_000_000), seed: numbers.count > 1 ? UInt64(numbers[1]) : 1, forms: Set(forms))

var files = TabularFuzz(seed: trial.seed)
var schedules = ScheduleFuzz(seed: trial.seed)
var workbooks = WorkbookFuzz(seed: trial.seed)
do {
  try trial.run("files") {
    try files.step()
    return (files.read, files.refused)
  }
  try trial.run("schedules") {
    try schedules.step()
    return (schedules.read, schedules.refused)
  }
  try trial.run("workbooks") {
    try workbooks.step()
    return (workbooks.read, workbooks.refused)
  }
} catch {
  print("seed \(trial.seed): \(error)")
  exit(1)
}
