import CanonicalJSON
import Testing

@Suite struct JSONTests {
  @Test func theCanonicalFormSortsKeysByTheirBytesAndHasNoSpaces() {
    let json: JSON = ["b": [1, true, nil], "a": ["z": "x", "é": "y"], "B": .number("1.50")]
    #expect(json.canonical == #"{"B":1.50,"a":{"z":"x","é":"y"},"b":[1,true,null]}"#)
  }

  @Test func thePrettyFormKeepsTheOrder() {
    let json: JSON = ["b": [], "a": ["x": 1], "c": [2]]
    #expect(json.pretty == "{\n  \"b\": [],\n  \"a\": {\n    \"x\": 1\n  },\n  \"c\": [\n    2\n  ]\n}")
  }

  @Test func everyTextComesBackAsItWas() throws {
    let texts = ["", "\"\\/", "\u{0}\u{1F}\u{7F}", "é漢👩‍👩‍👧‍👦", "\u{2028}\u{2029}", "a\tb\r\n", "</script>"]
    for text in texts {
      #expect(try JSON(parsing: JSON.string(text).canonical) == .string(text))
      #expect(try JSON(parsing: JSON.object([.init(text, .null)]).pretty) == .object([.init(text, .null)]))
    }
  }

  @Test func surrogatePairsAreOneCharacter() throws {
    #expect(try JSON(parsing: #""\ud83d\ude00""#) == .string("😀"))
  }

  @Test func numbersKeepTheirText() throws {
    for number in ["0", "-0", "10", "1.50", "1e10", "-2.5E-3", "123456789012345678901234567890"] {
      #expect(try JSON(parsing: number) == .number(number))
    }
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1,]", "{\"a\"}", "{\"a\":1,}", "01", "1.", ".5", "+1", "-", "1e", "tru", "nul", "\"",
    "\"\\x\"",
    "\"\\u12\"", "\"\\ud83d\"", "\"\\ud83dx\"", "\"\\udc00\"", "\"\n\"", "1 2", "[1 2]", "'a'", "{a:1}", "NaN",
    "\"\\u+123\"",
  ])
  func whatIsNotJSONIsRefused(_ text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text) }
  }

  @Test func hostileDepthIsRefusedWithoutACrash() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONSyntaxError.self) { try JSON(parsing: deep) }
  }
}
