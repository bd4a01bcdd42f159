import Testing

@testable import CommandLine

/// Words of the version before are understood, and shown nowhere.
@Suite struct RetiredWordsTests {
  @Test(arguments: [
    ("session list --audience public", "agenda list --audience public"),
    ("session speaker add opening --name Ann", "agenda speaker add opening --name Ann"),
    ("help session add", "help agenda add"),
    ("org role add ibm partner", "organisation role add ibm partner"),
    ("mentor slot book ada aurora", "mentor booking add ada aurora"),
    ("mentor slot list --free", "mentor booking list --free"),
    ("mentor agenda ada", "mentor schedule ada"),
    ("team agenda aurora", "team schedule aurora"),
    ("submission hand-in aurora", "submission submit aurora"),
    ("submission admit aurora", "submission accept-late aurora"),
    ("event set --langs=en,fr", "event set --languages=en,fr"),
    ("session export --lang fr --as md", "agenda export --language fr --as md"),
    ("announcement render --lang en,fr", "announcement render --languages en,fr"),
    ("score enter --lang fr", "score enter --language fr"),
    ("prize add gold --place 1 --kind seat", "prize add gold --rank 1 --kind seat"),
    ("prize add bold --honour --kind seat", "prize add bold --special --kind seat"),
    ("room add session --url --lang", "room add session --url --lang"),
    ("team list", "team list"),
    ("", ""),
  ]) func `a command line is read in the words of today`(old: String, new: String) {
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    #expect(RetiredWords.replaced(in: words(old)) == words(new))
  }

  @Test func `what stands after two dashes is left alone`() {
    #expect(RetiredWords.replaced(in: ["prize", "add", "--", "--place"]) == ["prize", "add", "--", "--place"])
  }

  @Test func `every word in the table leads to one that exists`() throws {
    for command in RetiredWords.commands {
      let words = command.new.split(separator: " ").map(String.init)
      #expect(try CommandNode.root.find(words).words == words)
      let old = command.old.split(separator: " ").map(String.init)
      #expect((try? CommandNode.root.find(old)) == nil, "\(command.old)")
    }
    for option in RetiredWords.options {
      let noun = try CommandNode.root.find([option.noun])
      let names = Set(
        noun.leaves.flatMap { DescribedArgument.all(of: $0.command) }.flatMap { $0.names ?? [] }.map(\.text))
      #expect(names.contains(option.new) && !names.contains(option.old), "\(option)")
    }
  }
}
