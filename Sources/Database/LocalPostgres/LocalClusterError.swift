public import Vocabulary

/// Why the private cluster does not serve.
public enum LocalClusterError: ExplainedError, Equatable {
  case noHome
  /// With the system's error number.
  case cannotWrite(String, Int32)
  case cannotRead(String, Int32)
  case cannotEnter(String, user: String)
  case untrustedFolder(String)
  case notACluster(String)
  case noPrograms
  case incompletePrograms(String, missing: String)
  case programsTooOld(Int)
  case otherVersion(data: Int, programs: Int)
  case cannotRun(String, Int32)
  case noServerAccount
  case unknownUser(UInt32)
  case cannotMake(log: String)
  case startFailed(log: String)
  case notAnswering(log: String)
  case stillStopping(process: Int32, log: String)
  /// Another process has been starting or stopping the cluster in this home folder for too long.
  case busy(String)

  public var explanation: Explanation {
    switch self {
    case .noHome, .cannotWrite, .cannotRead, .cannotEnter, .untrustedFolder, .notACluster: folderExplanation
    case .noPrograms, .incompletePrograms, .programsTooOld, .otherVersion, .cannotRun: programExplanation
    case .noServerAccount, .unknownUser, .cannotMake, .startFailed, .notAnswering, .stillStopping, .busy:
      serverExplanation
    }
  }
}
