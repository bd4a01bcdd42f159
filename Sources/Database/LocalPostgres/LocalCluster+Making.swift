#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LocalCluster {
  /// Makes the data beside their place and moves them there in one step when they are complete.
  func makeData(with programs: ServerPrograms, _ account: Account, under lock: StartLock) throws {
    let folder = home.unfinishedData
    try Folder.remove(folder)
    try Folder.make(folder, mode: 0o700)
    try Folder.give(folder, to: account, mode: 0o700)
    let log = try File.create(home.log, O_WRONLY | O_APPEND, for: account)
    defer { close(log) }
    let initdb = Program(
      path: programs.folder + "/initdb", arguments: initdbArguments(folder), account: account, folder: folder)
    guard try initdb.run(output: log, lock: lock.descriptor) else {
      throw LocalClusterError.cannotMake(log: home.log)
    }
    try File.write(Self.accessRule, to: folder + "/pg_hba.conf", for: account)
    try File.write(Self.users(account), to: folder + "/pg_ident.conf", for: account)
    guard rename(folder, home.dataFolder) == 0 else { throw LocalClusterError.cannotWrite(home.dataFolder, errno) }
    Folder.sync(home.folder)
  }

  private func initdbArguments(_ folder: String) -> [String] {
    let arguments = [
      "-D", folder, "-U", Self.user, "-A", "peer", "-E", "UTF8", "--locale=C", "--data-checksums", "--wal-segsize=4",
      "--no-instructions",
    ]
    return isDurable ? arguments : arguments + ["--no-sync"]
  }

  private static let accessRule = """
    # The operating system says who is asking, and only over the socket.
    local all all peer map=dj

    """

  /// Root may be anybody anyhow, so it needs no way round.
  private static func users(_ account: Account) -> String {
    let root = Account.numbered(0)?.name ?? "root"
    return "dj \"\(account.name)\" \(user)\n" + (account.name == root ? "" : "dj \"\(root)\" \(user)\n")
  }
}
