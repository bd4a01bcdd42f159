/// How a new event takes the rows of an exported table: statements over the rows, every cell a text or NULL.
///
/// In a statement, `@event` and `@organiser` stand for the numbers of the event and of the organiser who imports, and
/// `@rows` for the rows, as `r`. A row has its own columns, the folded ones, and `row`, its number in the file.
public struct ImportedRows: Sendable {
  /// A kind of record that rows name by its key.
  public enum Record: Sendable {
    case organisation, track, team, participant, room, mentor, judge, round, prize, session, principal

    var table: String { self == .session ? "agenda_session" : "\(self)" }

    var number: String { "\(self)_id" }

    var key: String {
      switch self {
      case .judge: "code"
      case .principal: "name"
      default: "key"
      }
    }

    /// What a person calls it.
    public var word: String { self == .principal ? "organiser" : "\(self)" }
  }

  /// A column of texts in the form in which they are compared, made of other columns of the same row.
  public struct Folded: Sendable {
    public enum Form: Sendable { case name, nameWithSymbols, address }

    public let name: String
    /// More than one make an array.
    public let sources: [String]
    public let form: Form

    public init(_ name: String, of sources: String..., as form: Form = .name) {
      (self.name, self.sources, self.form) = (name, sources, form)
    }
  }

  public let folded: [Folded]
  /// The columns that name a record, which must be in the event.
  public let references: [(column: String, record: Record)]
  /// They run when the tables before were taken.
  public let statements: [String]
  /// They run when every table was taken: what would have kept other rows out.
  public let lastStatements: [String]

  public init(
    _ statements: String..., folded: [Folded] = [], naming references: KeyValuePairs<String, Record> = [:],
    lastly lastStatements: [String] = []
  ) {
    self.statements = statements
    self.folded = folded
    self.references = references.map { ($0.key, $0.value) }
    self.lastStatements = lastStatements
  }
}

/// Expressions for statements.
extension ImportedRows {
  /// A text in every language, from its columns.
  public static func texts(_ name: String) -> String {
    "jsonb_strip_nulls(jsonb_build_object('en', r.\(name)_en, 'fr', r.\(name)_fr, 'es', r.\(name)_es))"
  }

  /// The number of the record that a column names; without a column, the one called like the record.
  public static func number(of record: Record, _ column: String? = nil) -> String {
    """
    (SELECT x.\(record.number) FROM \(record.table) AS x
     WHERE x.event_id = @event AND x.\(record.key) = r."\(column ?? "\(record)")")
    """
  }

  /// Whether a cell is "yes".
  public static func flag(_ column: String) -> String { "COALESCE(r.\(column) = 'yes', false)" }

  /// Points and weights in thousandths.
  public static func thousandths(_ column: String) -> String { "(r.\(column)::numeric * 1000)::bigint" }

  /// Words with commas between them.
  public static func words(_ column: String) -> String { "COALESCE(string_to_array(r.\(column), ', '), '{}')" }

  /// Codes of languages, which the schema holds with a space between them.
  public static func languages(_ column: String) -> String { "COALESCE(replace(r.\(column), ', ', ' '), '')" }
}
