import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The program that shows a long text page by page.
enum Pager {
  /// Shows a text that is longer than the window.
  /// - Returns: False where the text fits, no pager is wanted, or none can be started.
  static func show(_ text: String, in window: Window) -> Bool {
    guard !Console.tellsOnOutput, !Window.isDumb, isLonger(text, than: window), let command else { return false }
    // Ctrl-C belongs to the pager meanwhile.
    let handler = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, handler) }
    guard let pipe = popen(command, "w") else { return false }
    fputs(text + "\n", pipe)
    // A shell that finds no such program ends with 127.
    return pclose(pipe) != 127 << 8
  }

  private static func isLonger(_ text: String, than window: Window) -> Bool {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      max(1, (displayWidth(String(line)) + window.columns - 1) / window.columns)
    }
    return rows.reduce(0, +) >= window.rows
  }

  /// What DATAJAM_PAGER or PAGER names, less otherwise; nil where nothing or cat is named.
  private static var command: String? {
    let variables = ProcessEnvironment.variables
    let named = variables["DATAJAM_PAGER"] ?? variables["PAGER"] ?? "less -FRX"
    guard let program = named.split(separator: " ").first.map(String.init), program != "cat" else { return nil }
    return isInstalled(program) ? named : nil
  }

  private static func isInstalled(_ program: String) -> Bool {
    if program.contains("/") { return access(program, X_OK) == 0 }
    let folders = (ProcessEnvironment.variables["PATH"] ?? "").split(separator: ":")
    return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}
