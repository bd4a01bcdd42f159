import CanonicalJSON
import RankingEngine
import RankingReports

extension LatentFigures {
  /// The form in a snapshot: what each sheet says, in the order of the snapshot's sheets.
  func json(_ sheets: [RankingInput.Sheet], _ book: ScoreBook, _ names: RankingNames) -> JSON {
    let positions = KeptSheets(book, names)
    let figures = explanations.compactMap(\.self).flatMap(\.sheets).reduce(into: [:]) { $0[$1.sheet] = $1 }
    return [
      "sheets": .array(
        sheets.map { sheet in
          guard let figure = positions.index(judge: sheet.judge, team: sheet.team).flatMap({ figures[$0] }) else {
            return .null
          }
          return [
            "says": .number("\(figure.says)"), "severity": .number("\(figure.severity)"),
            "weight": .number("\(figure.weight)"),
          ]
        }),
      "conversion": .array(
        conversion.map { ["quality": .number("\($0.quality)"), "score": .number("\($0.score)")] }),
    ]
  }

  /// Reads the form in a snapshot; nil where a result keeps none.
  init?(_ facts: JSON, _ book: ScoreBook, _ names: RankingNames) {
    guard let latent = facts["latent"], let figures = latent["sheets"]?.elements,
      let sheets = facts["sheets"]?.elements, sheets.count == figures.count
    else { return nil }
    let positions = KeptSheets(book, names)
    var byTeam = [[LatentExplanation.Sheet]](repeating: [], count: book.teamCount)
    for (sheet, figure) in zip(sheets, figures) {
      guard let index = positions.index(judge: sheet["judge"]?.text ?? "", team: sheet["team"]?.text ?? ""),
        let says = figure["says"]?.double, let severity = figure["severity"]?.double,
        let weight = figure["weight"]?.double
      else { continue }
      byTeam[book.teams[index]].append(
        LatentExplanation.Sheet(sheet: index, says: says, severity: severity, weight: weight))
    }
    let explanations = byTeam.map { sheets -> LatentExplanation? in
      guard !sheets.isEmpty else { return nil }
      let sheets = sheets.sorted { $0.sheet < $1.sheet }
      return LatentExplanation(sheets: sheets, room: 0, quality: sheets.reduce(0) { $0 + $1.adds })
    }
    let conversion = (latent["conversion"]?.elements ?? []).compactMap { entry -> LatentScore? in
      guard let quality = entry["quality"]?.double, let score = entry["score"]?.double else { return nil }
      return LatentScore(quality: quality, score: score)
    }
    self.init(explanations: explanations, conversion: conversion)
  }
}

/// Where the sheet of a judge on a team stands in a book.
private struct KeptSheets {
  private struct Key: Hashable {
    let judge: String
    let team: String
  }

  private let indices: [Key: Int]

  init(_ book: ScoreBook, _ names: RankingNames) {
    indices = book.teams.indices.reduce(into: [:]) { indices, sheet in
      indices[Key(judge: names.judges[book.judges[sheet]], team: names.teams[book.teams[sheet]])] = sheet
    }
  }

  func index(judge: String, team: String) -> Int? { indices[Key(judge: judge, team: team)] }
}

extension JSON {
  fileprivate var double: Double? {
    guard case .number(let digits) = self else { return nil }
    return Double(digits)
  }
}
