import Foundation
import Postgres
import Testing

/// `announcement check --leaks` over a folder as somebody has it, with files of every kind.
@Suite(.serialized) struct LeakCheckTests {
  private func withFolderToSearch(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\naurora,Team Aurora\nboreal,Boréal\n")
      try await place.fill("result", "team,rank\naurora,1\nboreal,2\n")
      try FileManager.default.createDirectory(atPath: place.folder + "/site/in", withIntermediateDirectories: true)
      try place.write("Welcome, Team Aurora and Boréal.\n", to: "site/index.html")
      try await body(place)
    }
  }

  private func check(_ place: Workplace, _ options: String...) async throws -> Program.Ended {
    try await place.program.start(["announcement", "check", "--leaks", "site"] + options).end()
  }

  @Test func `packed and encoded files are searched`() async throws {
    try await withFolderToSearch { place async throws in
      #expect(try await check(place) == .saying(0, "0 leaks in 1 file."))
      let made = try await place.program.shell(
        """
        set -e; cd site
        printf 'The winner is Team Aurora.' >in/a.txt; gzip -k in/a.txt; tar cf b.tar -C in a.txt; tar czf c.tgz -C in a.txt
        printf 'The winner is Team Aurora.' | iconv -t UTF-16 >d.txt
        printf 'The winner is Team Aurora.' | iconv -t UTF-16LE >e.txt
        gzip -c d.txt >f.gz; printf '1. Team Aurora\\n2. Bor\\303\\251al\\n' >g.txt; mv in/a.txt ../a.txt
        """)
      try #require(made.code == 0, "\(made)")
      let ended = try await check(place)
      #expect(ended.code == 3)
      let named = ended.output.split(separator: "\n").map {
        $0.split(separator: " ")[1].trimmingCharacters(in: .punctuationCharacters)
      }
      #expect(Set(named) == ["in/a.txt.gz", "b.tar", "c.tgz", "d.txt", "e.txt", "f.gz", "g.txt"], "\(ended)")
      #expect(ended.errors == "8 leaks in 8 files.\n", "\(ended)")
    }
  }

  @Test(.timeLimit(.minutes(30))) func `what cannot be read is named, and nothing blocks`() async throws {
    try await withFolderToSearch { place async throws in
      let made = try await place.program.shell(
        """
        set -e; cd site
        mkfifo pipe; ln -s pipe piped; ln -s /dev/zero zero; ln -s nowhere gone; ln -s in inside; ln -s .. up
        mkdir ../other; ln -s ../other outside; ln -s ../index.html in/linked; printf '\\211PNG\\r\\n\\032\\n' >p.png
        head -c 66M /dev/zero >large; head -c 70M /dev/zero | gzip >bomb.gz
        """)
      try #require(made.code == 0, "\(made)")
      let ended = try await check(place)
      #expect(ended.code == 3)
      #expect(
        ended.output.split(separator: "\n") == [
          "FAIL  bomb.gz  not read: it unpacks to more than 64 MB", "FAIL  large  not read: it is longer than 64 MB",
          "FAIL  p.png  not read: it is no text", "FAIL  gone  not read: it is a link to nothing",
          "FAIL  outside  not read: it is a link to another folder, which has to be searched by itself",
          "FAIL  pipe  not read: it is a pipe", "FAIL  piped  not read: it is a pipe",
          "FAIL  up  not read: it is a link to another folder, which has to be searched by itself",
          "FAIL  zero  not read: it is a device",
        ], "\(ended)")
      #expect(ended.errors == "0 leaks in 5 files, and 9 not read: look at them yourself.\n", "\(ended)")
      // Unpacked once is enough: it takes long where the machine is busy.
      #expect(try await place.program.shell("rm site/bomb.gz site/large").code == 0)
      let allowed = try await check(place, "--allow-unread", "--json")
      #expect(allowed.code == 0)
      #expect((try document(allowed.output)["unread"] as? [Any])?.count == 7)
      #expect(
        try await place.run("announcement", "check", "--leaks", "nowhere")
          == .saying(66, #"Error: There is no file "nowhere"."#, "Check the name and the folder."))
    }
  }

  @Test(arguments: [
    ("exec cat", "FAIL  a.pdf, line 2  a place, a prize or a score stands beside \"Team Aurora\"\n"),
    ("exit 1", "FAIL  a.pdf  not read: pdftotext cannot read it\n"),
    ("yes", "FAIL  a.pdf  not read: pdftotext cannot read it\n"),
    ("kill -9 $$", "FAIL  a.pdf  not read: pdftotext cannot read it\n"),
    ("echo", "FAIL  a.pdf  not read: there is no text in its pages\n"),
  ])
  func `PDF files are read by a program that is installed`(script: String, line: String) async throws {
    try await withFolderToSearch { place async throws in
      try place.write("%PDF-1.7\nThe winner is Team Aurora.\n", to: "site/a.pdf")
      let without = try await check(place)
      try await place.install("[ \"$4 $5\" = '- -' ] || exit 1\n\(script)", as: "pdftotext")
      let program = place.with(["PATH": place.folder + "/bin:/usr/bin:/bin"])
      let ended = try await program.run("announcement", "check", "--leaks", "site")
      #expect(ended.code == 3 && ended.output == line, "\(ended)")
      #expect(without.code == 3 && without.output.contains("a.pdf"), "\(without)")
    }
  }

  @Test(.enabled(if: geteuid() == 0, "needs root to become somebody else"))
  func `a file or a folder that the person may not read is named`() async throws {
    try await withFolderToSearch { place async throws in
      let ended = try await place.program.shell(
        """
        cp "$datajam" datajam; chmod 755 datajam site; mkdir -m 700 site/closed; touch site/secret; chmod 600 site/secret
        setpriv --reuid=nobody --regid=nogroup --clear-groups ./datajam announcement check --leaks site
        """)
      #expect(ended.code == 3, "\(ended)")
      #expect(ended.output.contains("FAIL  secret  not read: it cannot be read: Permission denied\n"), "\(ended)")
      #expect(ended.output.contains("FAIL  closed  not read: it cannot be read: Permission denied\n"), "\(ended)")
    }
  }
}
