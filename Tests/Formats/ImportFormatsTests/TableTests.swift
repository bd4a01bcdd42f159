import CSV
import Testing
import Vocabulary

@testable import ImportFormats

/// The tables of names, which must not contradict themselves.
@Suite struct TableTests {
  @Test func everyNameOfACountryLeadsBackToIt() {
    var codes: Set<String> = []
    let texts = [CountryNames.text, CountryAliases.text, Nationalities.text]
    for line in texts.joined(separator: "\n").split(separator: "\n") {
      let code = String(line.prefix(2))
      codes.insert(code)
      for name in line.dropFirst(3).split(separator: "|") {
        #expect(CountryCode(named: String(name))?.text == code, "\(name)")
      }
    }
    #expect(codes == Set(CountryCode.allCases.map(\.text)))
  }

  @Test(arguments: ImportNoun.allCases, ImportProfile.allCases)
  func noColumnStandsForTwoFields(noun: ImportNoun, profile: ImportProfile) throws {
    for language in Language.allCases {
      let names = FieldNames.of(noun, in: profile, language)
      for one in names {
        for name in one.all {
          let header = try Header(Record(cells: [name], row: 1, line: 1))
          let others = names.filter { $0.field != one.field }.flatMap(\.all)
          #expect(others.filter { header.index(of: $0) != nil } == [], "\(name)")
        }
      }
    }
  }
}
