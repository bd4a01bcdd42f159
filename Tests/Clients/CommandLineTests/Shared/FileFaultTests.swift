import Foundation
import Postgres
import Testing

/// Files that are no table, or not the one that is wanted.
@Suite(.serialized) struct FileFaultTests {
  private static let mend =
    "Mend the rows that are named above and run the same command again, or take the good rows: --continue"

  @Test func `a file that is not there or is a folder is named`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(
        try await place.run("team", "import", "nofile.csv")
          == .saying(66, #"Error: There is no file "nofile.csv"."#, "Check the name and the folder."))
      #expect(
        try await place.run("team", "import", "")
          == .saying(66, #"Error: There is no file ""."#, "Check the name and the folder."))
      #expect(
        try await place.run("team", "import", ".")
          == .saying(66, #"Error: "." is a folder, but a file is needed."#, "Name one of the files in it."))
    }
  }

  @Test func `a file that is no table of text says what it is and where`() async throws {
    try await Workplace.withEvent { place async throws in
      let faults: [(bytes: [UInt8], sentence: String)] = [
        ([], "The file has no rows; export the sheet again with its header row."),
        (
          Array("PK\u{3}\u{4}xxxxxxxx".utf8),
          "The workbook is damaged, or it is no workbook at all.\n"
            + "Open it in your spreadsheet program and save it again as .xlsx, .ods or CSV."
        ),
        (
          Array("key,name\na,b\0c\n".utf8),
          "Row 2 (line 2) has a zero byte, which plain text never has (byte offset 12); "
            + #"save the sheet again as "CSV UTF-8"."#
        ),
        (
          Array("key,name\na,".utf8) + [0x81, 0x8D, 0x0A],
          #"Line 2 has a byte that is not UTF-8 text (byte offset 11); save the sheet again as "CSV UTF-8"."#
        ),
        (
          Array("key,name\na,\"open\nb,c\n".utf8),
          "Cell B2 (row 2, line 2) opens a quote mark that is never closed; "
            + "add the closing quote mark or remove the opening one."
        ),
        (
          Array("key,name\na,".utf8) + [UInt8](repeating: 0x78, count: 2_000_000),
          "Cell B2 (row 2, line 2) is longer than 1048576 bytes; shorten it, or close the quote mark that it opens."
        ),
        (
          Array("foo,bar\na,b\n".utf8),
          #"The header has no column "name", only "foo", "bar"; add the column or rename one."# + "\n"
            + #"Where it stands under another name, say so with --map: a CSV file with the columns "column" and "field", "#
            + "and rows such as Your e-mail?,email."
        ),
        (
          Array("key,name,Name\na,b,c\n".utf8),
          #"Columns "name" (B1) and "Name" (C1) have the same name; rename one of them."#
        ),
      ]
      for fault in faults {
        try place.write(fault.bytes, to: "file.csv")
        #expect(
          try await place.run("team", "import", "file.csv") == .saying(65, #"Error: "file.csv": "# + fault.sentence))
      }
      #expect(
        try await place.run("team", "import", "/dev/null")
          == .saying(
            65, #"Error: "/dev/null": The file has no rows; export the sheet again with its header row."#))
      #expect(
        try await place.imports("team", "key,name\n")
          == .saying(
            65, #"Error: "file.csv" has a header, but no rows below it."#,
            "Add at least one row and run the same command again."))
      #expect(try await place.ask("SELECT count(*)::text FROM team") == "0")
    }
  }

  @Test func `a row with too many or too few cells is named`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(
        try await place.imports("team", "key,name\na,b,c\nd\n")
          == .saying(
            65, "  row 2: Row 2 (line 2) has 3 cells, but the header has 2.",
            "  row 3: Row 3 (line 3) has 1 cell, but the header has 2.",
            #"Error: 2 rows of "file.csv" cannot be taken, so nothing was imported."#, Self.mend))
    }
  }

  @Test func `files of other encodings and from pipes are taken`() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write(Array("key,name\na,Caf".utf8) + [0xE9, 0x0A] + Array("b,na".utf8) + [0xEF, 0x0A], to: "old.csv")
      #expect(
        try await place.run("team", "import", "old.csv")
          == .saying(
            0, "old.csv: Read as Windows-1252 with comma between the cells.",
            "team: 2 created, 0 updated, 0 unchanged (2 rows of old.csv)", "Next: datajam team list"))
      let wide = "key;name\na;Café\nb;naï\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      try place.write([0xFF, 0xFE] + wide, to: "wide.csv")
      #expect(
        try await place.run("team", "import", "wide.csv")
          == .saying(
            0, "wide.csv: Read as UTF-16 LE with semicolon between the cells.",
            "team: 0 created, 0 updated, 2 unchanged (2 rows of wide.csv)", "Next: datajam team list"))
      #expect(
        try await place.run("team", "import", "-", input: "key,name\nc,See\n")
          == .saying(0, "team: 1 created, 0 updated, 0 unchanged (1 row of -)", "Next: datajam team list"))
      #expect(
        try await place.program.shell("mkfifo p; printf 'key,name\nd,Dee\n' >p & \"$datajam\" team import p")
          == .saying(0, "team: 1 created, 0 updated, 0 unchanged (1 row of p)", "Next: datajam team list"))
      #expect(
        try await place.run("team", "list")
          == Program.Ended(
            code: 0,
            output: "key  name  city  track  status  size  members\na    Café                          0\n"
              + "d    Dee                           0\nb    naï                           0\n"
              + "c    See                           0\n", errors: ""))
    }
  }

  @Test func `of many bad rows the first twenty are named, and all stand in the one document of --json`() async throws {
    try await Workplace.withEvent { place async throws in
      let rows = (1...30).map { "T\($0),Team \($0)\n" }.joined()
      let words = try await place.imports("team", "key,name\n" + rows)
      #expect(words.code == 65)
      #expect(words.output.isEmpty)
      let lines = words.errors.split(separator: "\n").map(String.init)
      #expect(lines.count == 23)
      #expect(
        lines.first == #"  row 2, cell A2 key: "T1" cannot be a key: "#
          + "a key is 1 to 60 of a-z and 0-9, with single dashes between words.")
      #expect(
        lines.suffix(3) == [
          "  and 10 more", #"Error: 30 rows of "file.csv" cannot be taken, so nothing was imported."#,
          Self.mend,
        ])

      let json = try await place.imports("team", "key,name\nAurora,Aurora\nboreal,Boreal\n", "--json")
      #expect(
        json
          == Program.Ended(
            code: 65,
            output: """
              {
                "error": {
                  "code": "import-rejected",
                  "message": "1 row of \\"file.csv\\" cannot be taken, so nothing was imported.",
                  "hint": "\(Self.mend)",
                  "where": "file.csv"
                },
                "profile": "generic",
                "noun": "team",
                "rows": 2,
                "created": 1,
                "updated": 0,
                "unchanged": 0,
                "skipped": 0,
                "rejected": 1,
                "skipped_rows": [],
                "records": {
                  "team": {
                    "created": 1,
                    "updated": 0,
                    "unchanged": 0
                  }
                },
                "problems": [
                  {
                    "row": 2,
                    "line": 2,
                    "column": "key",
                    "value": "Aurora",
                    "message": "\\"Aurora\\" cannot be a key: a key is 1 to 60 of a-z and 0-9, with single dashes between words."
                  }
                ],
                "remarks": [],
                "notes": [],
                "ignored_columns": [],
                "warnings": []
              }

              """,
            errors: """
                row 2, cell A2 key: "Aurora" cannot be a key: a key is 1 to 60 of a-z and 0-9, with single dashes between words.
              Error: 1 row of "file.csv" cannot be taken, so nothing was imported.
              \(Self.mend)

              """))
      #expect(try await place.ask("SELECT count(*)::text FROM team") == "0")
    }
  }

  @Test(.enabled(if: geteuid() == 0, "needs root to become somebody else"))
  func `a file that the person may not read is named`() async throws {
    try await withFolder { folder async throws in
      try Data("key,name\n".utf8).write(to: URL(filePath: folder + "/secret.csv"))
      let program = Program(folder: folder, environment: plainEnvironment(folder))
      #expect(
        try await program.shell(
          "chmod 600 secret.csv; cp \"$datajam\" datajam; chmod 755 datajam; "
            + "setpriv --reuid=nobody --regid=nogroup --clear-groups ./datajam team import secret.csv")
          == .saying(66, #"Error: "secret.csv" cannot be read: Permission denied."#, "Check who may read it."))
    }
  }
}
