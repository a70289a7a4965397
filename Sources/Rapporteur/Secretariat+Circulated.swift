internal import Collation
internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import SourceText
internal import Validation

/// A version that has been circulated, or why it cannot be read.
struct Circulation {
  /// Nil where it cannot be read.
  let version: Version?
  let obstacles: [Diagnostic]
}

extension Secretariat {
  /// Reads the version that has been circulated.
  func circulation(of file: FileID, in documents: Documents) -> Circulation? {
    guard let proceedings = ProceedingsReader.read(documents.requesting(file), within: limits).first
    else {
      return nil
    }
    let obstacles = obstaclesToReading(proceedings)
    return Circulation(
      version: obstacles.isEmpty ? proceedings.version : nil, obstacles: obstacles)
  }

  /// The numbers that the blocks of all parts are to have, now that a version was circulated.
  func numbers(of proceedings: Proceedings, since circulated: Version) -> CirculatedNumbers {
    let series = proceedings.series
    let style = HouseStyle(of: series.parts[0], in: library)
    let schemes = [BlockKind.paragraph, .recommendation].map { kind in
      let numbering = style.profile.numbering(of: kind)
      return (
        kind,
        CirculatedNumbers.Scheme(
          runsThroughSeries: numbering?.runsThroughSeries ?? false,
          isDotted: numbering?.isDotted ?? false)
      )
    }
    return CirculatedNumbers(
      Collation(of: circulated, with: Version(series)),
      schemes: Dictionary(uniqueKeysWithValues: schemes)
    ) { kind, part in
      switch style.profile.firstNumber(
        of: kind, inPart: part, of: series, language: style.language)
      {
      case .expected(let number): number
      case .asTyped: nil
      }
    }
  }

  /// What is said of the numbers that are not there any more, in any part.
  func missing(_ numbers: CirculatedNumbers, in proceedings: Proceedings) -> [Diagnostic] {
    var verdict = Verdict(library, CheckOptions())
    return proceedings.series.parts.indices
      .flatMap { numbers.missingNumbers(inPart: $0) }.compactMap { verdict.diagnostic($0) }
  }
}
