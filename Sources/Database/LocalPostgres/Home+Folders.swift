#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LocalCluster.Home {
  /// Makes the folder where it is missing; as root others may pass through it, because PostgreSQL refuses to be root.
  /// - Throws: `LocalClusterError.cannotWrite`.
  public func make() throws {
    try Folder.make(folder, mode: geteuid() == 0 ? 0o711 : 0o700)
    guard geteuid() == 0, let status = FileStatus(folder), status.owner == 0, status.mode & 0o011 == 0 else { return }
    // A folder that somebody has made for this, such as by mktemp; one that holds anything stays as it is.
    if try Folder.names(in: folder).isEmpty { chmod(folder, status.mode | 0o011) }
  }

  /// Makes the socket folder for the server's eyes only.
  func makeSocketFolder(for account: Account) throws {
    try Folder.make(socketFolder, mode: 0o700)
    guard let status = FileStatus(socketFolder), status.isFolder, isOurs(status.owner, account) else {
      throw LocalClusterError.untrustedFolder(socketFolder)
    }
    try Folder.give(socketFolder, to: account, mode: 0o700)
  }

  /// Whether the socket folder can be trusted to be ours; in the home folder it is without a look.
  /// - Throws: `LocalClusterError.untrustedFolder` when somebody else made it in /tmp before us.
  func hasTrustedSocketFolder() throws -> Bool {
    guard sharesSocketPlace else { return true }
    guard let status = FileStatus(socketFolder) else { return false }
    guard status.isFolder, status.mode & 0o077 == 0, isOurs(status.owner, try Account.server(of: self)) else {
      throw LocalClusterError.untrustedFolder(socketFolder)
    }
    return true
  }

  private func isOurs(_ owner: uid_t, _ account: Account) -> Bool { owner == account.user || owner == geteuid() }

  /// The version in the data folder, such as 15; nil when there are no data.
  /// - Throws: `LocalClusterError` when something else is there or it cannot be read.
  func dataMajor() throws -> Int? {
    if let text = try File.read(dataFolder + "/PG_VERSION"), let major = Int(text.prefix { $0.isNumber }) {
      return major
    }
    guard FileStatus(dataFolder) != nil else { return nil }
    guard try Folder.names(in: dataFolder).isEmpty else { throw LocalClusterError.notACluster(dataFolder) }
    return nil
  }
}
