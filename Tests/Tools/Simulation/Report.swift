import Foundation

/// The tables of a run, one line a scenario.
struct Report {
  let contenders: [Contender]
  let pairs: [Results.Pair]
  let results: [Results]

  var text: String {
    var tables = [accuracy]
    if !pairs.isEmpty { tables.append(differences) }
    let measured = contenders.indices.filter { contender in results.contains { $0.calibration[contender] != nil } }
    if !measured.isEmpty { tables += [calibration(measured), bands(measured)] }
    let doubting = contenders.indices.filter { contender in
      results.contains { $0.detection[contender]?.hasFlagged == true }
    }
    if !doubting.isEmpty { tables.append(detection(doubting)) }
    return tables.map(\.text).joined(separator: "\n")
  }

  private var accuracy: Table {
    Table(
      title: "Accuracy: top-1 % / top-3 % / tau x1000 / regret (deviations of quality lost by the declared winner)",
      heads: contenders.map(\.name),
      rows: results.map { result in
        (
          result.scenario.name,
          result.accuracy.map { means in
            means.dropLast().map { format($0.value, 0) }.joined(separator: "/") + "/" + format(means[3].value, 2)
          }
        )
      }
        + [
          (
            "largest error",
            contenders.indices.map { contender in
              Results.measures.indices.map { measure in
                let errors = results.map { $0.accuracy[contender][measure].error }.filter { !$0.isNaN }
                return format(errors.max() ?? .nan, measure == 3 ? 2 : 0)
              }.joined(separator: "/")
            }
          )
        ])
  }

  private var differences: Table {
    let kinds: [(name: String, results: [Results])] = [
      ("all honest", results.filter { $0.scenario.attack == nil && $0.scenario.rooms == nil }),
      ("all rooms", results.filter { $0.scenario.rooms != nil }),
      ("all attacks", results.filter { $0.scenario.attack != nil }),
    ]
    let single = results.map { (name: $0.scenario.name, results: [$0]) }
    return Table(
      title: "Paired differences in the same events, +- Monte Carlo standard error: top-1 / tau x1000 / regret",
      heads: pairs.map { "\(contenders[$0.one].name) - \(contenders[$0.other].name)" },
      rows: (single + kinds.filter { $0.results.count > 1 }).map { group in
        (
          group.name,
          pairs.map { pair in
            [0, 2, 3].map { measure in
              let mean = pooled(group.results.compactMap { $0.differences[pair]?[measure] })
              let digits = measure == 3 ? 2 : 1
              return format(mean.value, digits, signed: true) + "+-" + format(mean.error, digits)
            }.joined(separator: " / ")
          }
        )
      })
  }

  private func calibration(_ measured: [Int]) -> Table {
    func cell(_ calibration: Calibration?) -> String {
      guard let calibration, calibration.saidFirst.count > 0 else { return "-" }
      return [
        format(calibration.saidFirst.value, 2), format(calibration.wasFirst.value, 2),
        format(calibration.excess.value, 2, signed: true) + "+-" + format(calibration.excess.error, 2),
        format(calibration.coverage.value, 3) + "+-" + format(calibration.coverage.error, 3),
      ].joined(separator: " / ")
    }
    return Table(
      title: "Certainty: P(first) of the declared winner / was first / difference / coverage of 90 % rank intervals",
      heads: measured.map { contenders[$0].name },
      rows: (results.map { ($0.scenario.name, [$0]) } + [("all", results)]).map { name, group in
        (name, measured.map { contender in cell(pooled(group.compactMap { $0.calibration[contender] })) })
      })
  }

  private func bands(_ measured: [Int]) -> Table {
    let pools = measured.map { contender in pooled(results.compactMap { $0.calibration[contender] }) }
    return Table(
      title: "P(1st beats 2nd), all scenarios: mean said / was so +- error / events",
      heads: measured.map { contenders[$0].name },
      rows: Calibration.edges.indices.map { band in
        (
          "from " + format(Calibration.edges[band], 2),
          pools.map { pool in
            guard let (said, so) = pool?.bands[band], said.count > 0 else { return "-" }
            return format(said.value, 2) + " / " + format(so.value, 2) + "+-" + format(so.error, 2) + " / \(said.count)"
          }
        )
      })
  }

  private func detection(_ doubting: [Int]) -> Table {
    Table(
      title: "Sheets flagged as unrelated: friendly ones / honest ones",
      heads: doubting.map { contenders[$0].name },
      rows: results.map { result in
        (
          result.scenario.name,
          doubting.map { contender in
            guard let detection = result.detection[contender] else { return "-" }
            let friendly =
              detection.friendly.count > 0 ? format(100 * detection.friendly.value, 0) + " %" : "none given"
            return friendly + " / " + format(100 * detection.honest.value, 2) + " %"
          }
        )
      })
  }
}

private func pooled(_ means: [Mean]) -> Mean { means.reduce(into: Mean()) { $0.add($1) } }

private func pooled(_ calibrations: [Calibration]) -> Calibration? {
  calibrations.isEmpty ? nil : calibrations.reduce(into: Calibration()) { $0.add($1) }
}

private func format(_ value: Double, _ digits: Int, signed: Bool = false) -> String {
  value.isNaN ? "-" : String(format: "%\(signed ? "+" : "").\(digits)f", value)
}
