import CSV
import Testing

@Suite struct TableTests {
  @Test func aTableHasAHeaderAndRecords() throws {
    let table = try Table(bytes: Array("Nom;E-mail\nZoé;zoe@example.org\n".utf8))
    #expect(table.header.names == ["Nom", "E-mail"])
    #expect(table.records == [Record(cells: ["Zoé", "zoe@example.org"], row: 2, line: 2)])
    #expect(table.encoding == .utf8)
    #expect(table.delimiter == .semicolon)
  }

  @Test func aCellIsFoundByTheNameOfItsColumn() throws {
    let table = try Table(bytes: Array("name,email\nZoé,z@x.org\nJo\n".utf8))
    #expect(table.records.map { $0["EMAIL", in: table.header] } == ["z@x.org", nil])
    #expect(table.records.map { $0["team", in: table.header] } == [nil, nil])
  }

  @Test func aTableNeedsAHeader() {
    #expect(throws: CSVError.empty) { try Table(bytes: []) }
    #expect(throws: CSVError.empty) { try Table(bytes: Array("\n\n".utf8)) }
  }

  @Test func everyRecordMustBeAsWideAsTheHeader() throws {
    #expect(throws: Never.self) { try Table(bytes: Array("a,b\n1,2\n".utf8)).requireWidth() }
    for row in ["1", "1,2,3"] {
      let table = try Table(bytes: Array("a,\"b\n\"\n1,2\n\n\(row)\n".utf8))
      let cells = row.split(separator: ",").count
      #expect(throws: CSVError.wrongWidth(row: 4, line: 5, cells: cells, header: 2)) { try table.requireWidth() }
    }
  }

  @Test func anOpenHeaderOnlySetsTheLeastWidth() throws {
    #expect(throws: Never.self) { try Table(bytes: Array("a,b,...\n1,2\n1,2,3,4,5\n".utf8)).requireWidth() }
    #expect(throws: CSVError.wrongWidth(row: 2, line: 2, cells: 1, header: 3)) {
      try Table(bytes: Array("a,b,...\n1\n".utf8)).requireWidth()
    }
  }

  @Test func theReaderReadsAHeaderFirst() throws {
    var reader = try CSVReader(pull: chunks(Array("a,b\n1,2\n".utf8), of: 3))
    #expect(try reader.readHeader().names == ["a", "b"])
    #expect(try reader.next()?.cells == ["1", "2"])
    #expect(throws: CSVError.empty) { try reader.readHeader() }
  }
}
