import Foundation

/// Simulates the scenarios that are asked for and prints the tables; says on standard error how far it is.
func simulate() throws {
  let options = try Options(Array(CommandLine.arguments.dropFirst()))
  let replicates = options.first..<options.first + options.replicates
  var results: [Results] = []
  for scenario in options.scenarios {
    let start = Date()
    let result = try Results(
      scenario, options.contenders, options.pairs, seed: options.seed, replicates: replicates)
    results.append(result)
    let seconds = Date().timeIntervalSince(start)
    say("\(results.count)/\(options.scenarios.count) \(scenario.name) \(Int(seconds * 1000)) ms", to: .standardError)
  }
  say("# seed \(options.seed), events \(options.first) to \(replicates.upperBound - 1) of each scenario\n")
  say(Report(contenders: options.contenders, pairs: options.pairs, results: results).text)
}

/// Prints a line at once, also into a pipe.
func say(_ line: String, to file: FileHandle = .standardOutput) { file.write(Data((line + "\n").utf8)) }

do {
  try simulate()
} catch let misuse as Options.Misuse {
  say("\(misuse.message)\n\(Options.usage)", to: .standardError)
  exit(2)
} catch {
  say("\(error)", to: .standardError)
  exit(1)
}
