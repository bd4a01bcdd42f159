import CanonicalJSON
public import Vocabulary

// How the vocabulary that all rooms share is kept in columns.

/// `bigint`.
extension ID: SQLEncodable, SQLDecodable, SQLArrayElement {
  public var parameter: Parameter { rawValue.parameter }
  public var arrayText: String { rawValue.arrayText }

  public init?(_ cell: Cell) {
    guard let value = Int64(cell) else { return nil }
    self.init(value)
  }
}

/// `text`.
extension Slug: SQLEncodable, SQLDecodable, SQLArrayElement {
  public var parameter: Parameter { text.parameter }
  public var arrayText: String { text.arrayText }

  public init?(_ cell: Cell) {
    guard let text = String(cell), let slug = try? Slug(text) else { return nil }
    self = slug
  }
}

/// `bigint`, whole thousandths.
extension Points: SQLEncodable, SQLDecodable, SQLArrayElement {
  public var parameter: Parameter { thousandths.parameter }
  public var arrayText: String { thousandths.arrayText }

  public init?(_ cell: Cell) {
    guard let thousandths = Int64(cell) else { return nil }
    self.init(thousandths: thousandths)
  }
}

/// `jsonb`.
extension LocalizedText: SQLEncodable, SQLDecodable {
  public var parameter: Parameter { json.canonical.parameter }

  public init?(_ cell: Cell) {
    guard let text = String(cell), let json = try? JSON(parsing: text) else { return nil }
    self.init(json: json)
  }
}

/// `timestamptz`, which travels as microseconds since 2000-01-01T00:00Z.
extension Timestamp: SQLEncodable, SQLDecodable {
  private static let year2000: Int64 = 946_684_800_000_000

  /// The lowest number of all means minus infinity; the one above it is out of range, and the server says so.
  public var parameter: Parameter {
    let (value, overflow) = microseconds.subtractingReportingOverflow(Self.year2000)
    return .binary(overflow ? .min + 1 : max(value, .min + 1), type: TypeNumber.timestamptz)
  }

  public init?(_ cell: Cell) {
    guard cell.isOf(TypeNumber.timestamptz), let value = cell.integer(Int64.self), value != .min else {
      return nil  // Minus infinity; plus infinity overflows below.
    }
    let (microseconds, overflow) = value.addingReportingOverflow(Self.year2000)
    guard !overflow else { return nil }
    self.init(microseconds: microseconds)
  }
}

/// `date`, which travels as days since 2000-01-01; it is bound as text, for the server to infer.
extension CalendarDate: SQLEncodable, SQLDecodable {
  private static let year2000 = 10_957

  public var parameter: Parameter { description.parameter }

  public init?(_ cell: Cell) {
    guard cell.isOf(TypeNumber.date), let days = cell.integer(Int32.self) else { return nil }
    self.init(daysSince1970: Int(days) + Self.year2000)
  }
}

/// `text` that is one of a fixed set of words.
extension SQLEncodable where Self: RawRepresentable, RawValue == String {
  public var parameter: Parameter { rawValue.parameter }
}

extension SQLDecodable where Self: RawRepresentable, RawValue == String {
  public init?(_ cell: Cell) {
    guard let text = String(cell) else { return nil }
    self.init(rawValue: text)
  }
}

extension Phase: SQLEncodable, SQLDecodable {}
extension Role: SQLEncodable, SQLDecodable {}
extension OrganisationRole: SQLEncodable, SQLDecodable {}
extension EventMode: SQLEncodable, SQLDecodable {}
extension PrizeKind: SQLEncodable, SQLDecodable {}
extension Channel: SQLEncodable, SQLDecodable {}
extension Language: SQLEncodable, SQLDecodable, SQLArrayElement {
  public var arrayText: String { code }
}
