import Testing
import XML

/// Documents that are read, and those that would never end.
@Suite struct XMLTests {
  private final class Outline: XMLListener {
    var words: [String] = []
    func begin(_ element: String, _ attributes: [String: String]) {
      words.append(
        "<" + ([element] + attributes.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }).joined(separator: " "))
    }
    func end(_ element: String) { words.append(">" + element) }
    func text(_ text: String) { if text.contains(where: { !$0.isWhitespace }) { words.append(text) } }
  }

  private func outline(_ text: String) throws -> [String] {
    let outline = Outline()
    try XMLScanner.read(Array(text.utf8), telling: outline)
    return outline.words
  }

  @Test func `elements, attributes and texts are told in their order`() throws {
    #expect(
      try outline("<?xml version='1.0'?><a><x:b c='1' d:e='2'>T &amp; &#233;</x:b><f/></a>")
        == ["<a", "<b c=1 e=2", "T ", "&", "é", ">b", "<f", ">f", ">a"])
  }

  @Test func `a document that declares a type is refused, whatever its entities would become`() {
    let laughs = """
      <!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">\
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>
      """
    #expect(throws: XMLError.declaresType) { try outline(laughs) }
    #expect(throws: XMLError.declaresType) {
      try outline("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>")
    }
    #expect(throws: XMLError.declaresType) { try outline("<!DOCTYPE a SYSTEM 'http://x.example/a.dtd'><a/>") }
  }

  @Test func `a document deeper than any form is refused before its end`() throws {
    let deep = String(repeating: "<a>", count: XMLScanner.deepest)
    #expect(try outline(deep + String(repeating: "</a>", count: XMLScanner.deepest)).count == 2 * XMLScanner.deepest)
    let outline = Outline()
    let endless = Array(String(repeating: "<a>", count: 200_000).utf8)
    #expect(throws: XMLError.tooDeep(limit: XMLScanner.deepest)) { try XMLScanner.read(endless, telling: outline) }
    #expect(outline.words.count == XMLScanner.deepest)
  }

  @Test(arguments: ["", "<a>", "<a></b>", "a", "<a>&nbsp;</a>", "<a><b></a>", "<a b='1' b='2'/>", "\u{0}"])
  func `what is no XML is refused`(text: String) {
    #expect(throws: XMLError.damaged(line: 1)) { try outline(text) }
  }

  @Test func `the line of a fault is told`() {
    #expect(throws: XMLError.damaged(line: 3)) { try outline("<a>\n<b/>\n</c>\n</a>") }
  }
}
