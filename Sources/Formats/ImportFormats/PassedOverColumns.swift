import CSV
import Vocabulary

/// A column that nothing is done with although people are in it.
public struct PassedOverColumn: Equatable, Sendable {
  public enum Content: String, Sendable {
    case addresses = "e-mail addresses"
    case names = "names of people"
  }

  public let column: String
  public let content: Content
  /// The first row with such a cell, as a spreadsheet counts.
  public let row: Int

  public init(column: String, content: Content, row: Int) {
    self.column = column
    self.content = content
    self.row = row
  }

  public var message: String {
    "The column \(quoted(column)) holds \(content.rawValue) (first in row \(row)), and nothing is done with it."
  }
}

/// Watches the columns that nothing is done with for people.
struct PassedOverColumns {
  private let header: Header
  private var open: [(index: Int, mayHoldNames: Bool)]
  private(set) var found: [PassedOverColumn] = []

  /// - Parameter indices: Of columns that are neither used nor left out by the organiser.
  init(_ header: Header, _ indices: [Int]) {
    self.header = header
    open = indices.map { ($0, Self.mayHoldNames(header.names[$0])) }
  }

  mutating func look(at record: Record) {
    guard !open.isEmpty else { return }
    open.removeAll { column in
      guard record.cells.indices.contains(column.index) else { return false }
      let cell = record.cells[column.index]
      guard let content = Self.content(of: cell, mayBeName: column.mayHoldNames) else { return false }
      found.append(PassedOverColumn(column: header.names[column.index].asCell ?? "", content: content, row: record.row))
      return true
    }
  }

  private static func content(of cell: String, mayBeName: Bool) -> PassedOverColumn.Content? {
    if cell.utf8.contains(0x40), holdsAddress(cell) { return .addresses }
    return mayBeName && looksLikeName(cell) ? .names : nil
  }

  private static func holdsAddress(_ cell: String) -> Bool {
    cell.split { $0.isWhitespace || ",;<>()[]\"".contains($0) }.contains { EmailAddress(String($0)) != nil }
  }

  /// Words of letters that begin with a capital, but for short ones such as "van der".
  private static func looksLikeName(_ cell: String) -> Bool {
    guard cell.utf8.count <= 80 else { return false }
    let words = cell.split { $0.isWhitespace || ",;&".contains($0) }
    return (2...8).contains(words.count) && words.first?.first?.isUppercase == true
      && words.allSatisfy { $0.count <= 3 || $0.first?.isUppercase == true }
      && words.allSatisfy { $0.allSatisfy { $0.isLetter || "'’.-".contains($0) } }
  }

  /// Whether a column is called as one with people's names is.
  private static func mayHoldNames(_ name: String) -> Bool {
    let words = Set(FoldedName(name).text.split(separator: " ").map(String.init))
    return !words.isDisjoint(with: nameWords) && words.isDisjoint(with: otherWords)
  }

  private static let nameWords: Set = [
    "name", "names", "nom", "noms", "prenom", "nombre", "nombres", "apellido", "apellidos", "surname", "member",
    "members",
    "teammate", "teammates", "membre", "membres", "coequipier", "coequipiers", "integrante", "integrantes", "miembro",
    "miembros",
    "companeros", "leader", "captain", "capitaine", "capitan", "lider",
  ]
  private static let otherWords: Set = [
    "event", "team", "project", "ticket", "company", "school", "university", "college", "organisation", "organization",
    "employer", "file", "user", "username", "screen", "domain", "product", "course", "hotel", "tier", "discount",
    "promo", "session",
    "evenement", "equipe", "lequipe", "dequipe", "projet", "billet", "entreprise", "ecole", "universite", "utilisateur",
    "evento", "equipo",
    "proyecto", "entrada", "empresa", "escuela", "universidad", "usuario", "number", "count", "size", "category",
    "track", "city",
  ]
}
