import ArgumentParser
import Files
import Vocabulary

/// `datajam completion …`
struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    group: "completion", "Completion of commands and keys by the Tab key.",
    subcommands: [Install.self, Bash.self, Zsh.self, Fish.self])

  struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
      "install", "Install the completion for your shell.",
      more: "The shell then completes commands, options, events, and keys such as those of teams and judges.",
      examples: "datajam completion install", "datajam completion install --shell zsh")

    @Option(help: "The shell. Without it: the one in the variable SHELL.") var shell: Shell?

    func run() throws {
      let shell = try self.shell ?? Shell.ofUser()
      let path = try shell.scriptPath()
      if let folder = path.lastIndex(of: "/") { try OutputFile.makeFolder(String(path[..<folder]), for: .everybody) }
      try OutputFile.write(shell.script + "\n", to: path)
      Console.say("Wrote \(path)")
      Console.say(shell.advice(path))
    }
  }

  struct Bash: ParsableCommand {
    static let configuration = CommandConfiguration(
      "bash", "Print the completion script for bash.", examples: "datajam completion bash")

    func run() { Console.print(Shell.bash.script) }
  }

  struct Zsh: ParsableCommand {
    static let configuration = CommandConfiguration(
      "zsh", "Print the completion script for zsh.", examples: "datajam completion zsh")

    func run() { Console.print(Shell.zsh.script) }
  }

  struct Fish: ParsableCommand {
    static let configuration = CommandConfiguration(
      "fish", "Print the completion script for fish.", examples: "datajam completion fish")

    func run() { Console.print(Shell.fish.script) }
  }

  /// A shell that completes commands.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish

    /// The shell that the environment names.
    static func ofUser() throws -> Shell {
      let path = ProcessEnvironment.variables["SHELL"] ?? ""
      guard let shell = Shell(rawValue: String(path.split(separator: "/").last ?? "")) else {
        throw UsageError(
          path.isEmpty ? "The variable SHELL names no shell." : "There is no completion for the shell \(quoted(path)).",
          hint: "Name one of them: --shell bash, --shell zsh or --shell fish")
      }
      return shell
    }

    var script: String {
      switch self {
      case .bash: Datajam.completionScript(for: .bash)
      case .zsh: Datajam.completionScript(for: .zsh)
      case .fish: Datajam.completionScript(for: .fish)
      }
    }

    /// Where the shell looks for the scripts of a user.
    func scriptPath() throws -> String {
      func folder(_ variable: String, _ standard: String) throws -> String {
        if let path = ProcessEnvironment.variables[variable], path.hasPrefix("/") { return path }
        guard let home = ProcessEnvironment.variables["HOME"], !home.isEmpty else {
          throw UsageError(
            "The variable HOME is not set.", hint: "Print the script instead: \(run: "completion \(rawValue)")")
        }
        return home + standard
      }
      return switch self {
      case .bash: try folder("XDG_DATA_HOME", "/.local/share") + "/bash-completion/completions/datajam"
      case .zsh: try folder("XDG_DATA_HOME", "/.local/share") + "/zsh/site-functions/_datajam"
      case .fish: try folder("XDG_CONFIG_HOME", "/.config") + "/fish/completions/datajam.fish"
      }
    }

    /// What is left to do.
    func advice(_ path: String) -> String {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      return switch self {
      case .bash: "Open a new terminal. If the Tab key does nothing, add this line to ~/.bashrc: source \(path)"
      case .zsh: "Add this line to ~/.zshrc, before compinit, and open a new terminal: fpath=(/\(folder) $fpath)"
      case .fish: "Open a new terminal to use it."
      }
    }
  }
}
