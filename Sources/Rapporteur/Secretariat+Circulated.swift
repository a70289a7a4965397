internal import Collation
internal import Diagnostics
internal import ProseSyntax
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
    guard
      let proceedings = ProceedingsReader.read(documents.requesting(file), within: limits, by: crew)
        .first
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
    // The numbers of typed references follow those of the blocks, and tell nobody which block it is.
    let words = style.language.referenceWords
    let collation = Collation(of: circulated, with: Version(series)) { text in
      var stretches: [TextSlice] = []
      var start = 0
      for reference in Prose(text).typedReferences(words) {
        guard let first = reference.numbers.first, let last = reference.numbers.last,
          first.range.lowerBound >= start
        else { continue }
        stretches.append(text[start..<first.range.lowerBound])
        start = last.range.upperBound
      }
      return stretches + [text[start..<text.count]]
    }
    return CirculatedNumbers(
      collation,
      schemes: Dictionary(uniqueKeysWithValues: schemes)
    ) { kind, part in
      switch style.profile.firstNumber(
        of: kind, inPart: part, of: series, language: style.language)
      {
      case .expected(let number, let unnumbered): number + unnumbered
      case .asTyped: nil
      }
    }
  }

  /// What no renumbering mends in the numbers of any part.
  func remaining(_ numbers: CirculatedNumbers, in proceedings: Proceedings) -> [Diagnostic] {
    var options = CheckOptions()
    options.mode = .circulation
    var verdict = Verdict(library, options)
    return proceedings.series.parts.indices
      .flatMap { numbers.remaining(inPart: $0) }.compactMap { verdict.diagnostic($0) }
  }
}
