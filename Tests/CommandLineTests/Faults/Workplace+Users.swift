import Foundation

extension Workplace {
  /// Runs a line of a shell as a user whom permissions concern: where the tests are the superuser's,
  /// they give the folder to nobody, and the line runs as nobody.
  func shellOfAUser(_ line: String) throws -> Run {
    guard geteuid() == 0 else { return try shell(line) }
    return try shell(
      "chown -R nobody . && exec setpriv --reuid=nobody --regid=nogroup --clear-groups /bin/sh -c "
        + "'\(line.replacing("'", with: "'\\''"))'")
  }

  /// Whether ``shellOfAUser(_:)`` can: the program must be within nobody's reach.
  static let canActAsAUser: Bool = {
    guard geteuid() == 0 else { return true }
    let run = try? Workplace().shellOfAUser("$rapporteur --version")
    return run?.status == 0
  }()
}
