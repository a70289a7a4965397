internal import Diagnostics
public import Sharing
public import SourceText

/// Reads a file as YAML, with every error of syntax in the editor's words.
public struct YAMLReader {
  private let file: SourceFile
  private let id: FileID
  private let limits: YAMLLimits
  private let keys: KeyNames
  private let crew: Crew

  /// The size from which on a file is read in two stretches.
  private static let stretchedBytes = 1 << 20
  /// The most mistakes of syntax that are passed over in one file.
  private static let mostMistakes = 50

  /// - Parameters:
  ///   - file: The file to read.
  ///   - id: What findings call it.
  ///   - limits: The sizes up to which it is read.
  ///   - keys: The keys of the format.
  ///   - crew: Reads the two stretches of a long file.
  public init(
    _ file: SourceFile, id: FileID, limits: YAMLLimits = YAMLLimits(), keys: KeyNames = KeyNames(),
    crew: Crew = .ofOne
  ) {
    self.file = file
    self.id = id
    self.limits = limits
    self.keys = keys
    self.crew = crew
  }

  /// Reads the file. What is wrong with it is a finding, never an error.
  public func read() -> YAMLReading {
    withExtendedLifetime(file.text) {
      let bytes = file.text.bytes
      if bytes.count > limits.fileBytes { return tooLong }
      let encoding = Encoding(of: bytes, from: skipped, limit: CharacterFaults.limit)
      let characters = CharacterFaults(source: YAMLBytes(bytes), id: id)
      if let other = encoding.other {
        return YAMLReading(tree: nil, findings: [characters.finding(of: other)])
      }
      // Of lines that stand in two versions nothing can be said before one has been chosen.
      let conflicts = MergeConflicts(in: file, id: id).findings
      if !conflicts.isEmpty { return YAMLReading(tree: nil, findings: conflicts) }
      let findings = characters.findings(of: encoding.faults)
      if encoding.hasMoreFaults { return YAMLReading(tree: nil, findings: findings) }
      if !encoding.faults.isEmpty {
        var masked = MaskedSource(file)
        for range in encoding.faults { masked.hide(range) }
        return parse(masked, isASCII: false, findings)
      }
      let unseen = encoding.isASCII ? nil : UnseenCharacters(in: file, id: id, keys: keys)
      return unseen?.reading { parse(bytes, isASCII: false) } ?? parse(bytes, isASCII: true)
    }
  }

  private var skipped: Int { file.byteOrderMarkCount }

  private var tooLong: YAMLReading {
    let place = Place(id, TextRange(limits.fileBytes, limits.fileBytes))
    return YAMLReading(
      tree: nil,
      findings: [
        Finding(
          "limit-exceeded", at: place,
          "the file has more than \(limits.fileBytes.asSize) and is not read")
      ])
  }

  /// Reads a file that is expected to be right: nothing is copied.
  private func parse(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) -> YAMLReading {
    if !crew.isOfOne, bytes.count >= Self.stretchedBytes, let seam = Seam(in: bytes),
      var parser = YAMLParser.readingBoth(
        sidesOf: seam, of: bytes, skipping: skipped, isASCII: isASCII, limits: limits, by: crew)
    {
      return reading(of: &parser, masked: nil, isASCII: isASCII, [])
    }
    var parser = YAMLParser(bytes, skipped..<bytes.count, isASCII: isASCII, limits: limits)
    parser.parse()
    if parser.failure == nil { return reading(of: &parser, masked: nil, isASCII: isASCII, []) }
    parser.decoded.discard()
    return parse(MaskedSource(file), isASCII: isASCII, [])
  }

  /// Reads a file with mistakes: each is covered in a copy, and the copy is read again.
  private func parse(_ source: MaskedSource, isASCII: Bool, _ known: [Finding]) -> YAMLReading {
    var masked = source
    var findings = known
    // What is read again and again is bounded, so that many mistakes in a long file stay cheap.
    var budget = 8 * file.text.count + (1 << 20)
    for _ in 0..<Self.mostMistakes {
      let step = masked.withBytes { bytes in
        self.step(bytes, masked, isASCII: isASCII, isFirst: findings.count == known.count)
      }
      switch step {
      case .read(var parser):
        return reading(of: &parser, masked: masked, isASCII: isASCII, findings)
      case .mistake(let found, let masks, let offset):
        findings += found
        budget -= offset
        var hasChanged = false
        for mask in masks where masked.apply(mask) { hasChanged = true }
        if !hasChanged || budget < 0 { return YAMLReading(tree: nil, findings: findings) }
      }
    }
    return YAMLReading(tree: nil, findings: findings)
  }

  private enum Step {
    case read(YAMLParser)
    case mistake([Finding], [MaskedSource.Mask], offset: Int)
  }

  /// Parses up to the end or to the first mistake.
  private func step(
    _ bytes: UnsafeBufferPointer<UInt8>, _ masked: MaskedSource, isASCII: Bool, isFirst: Bool
  ) -> Step {
    var parser = YAMLParser(bytes, skipped..<bytes.count, isASCII: isASCII, limits: limits)
    parser.parse()
    guard let failure = parser.failure else { return .read(parser) }
    parser.decoded.discard()
    if failure.problem == "control characters are not allowed" {
      let characters = CharacterFaults(source: YAMLBytes(bytes), id: id)
      let places = characters.controlCharacters(from: skipped)
      let isReadable = places.count < CharacterFaults.limit
      return .mistake(
        characters.findings(ofControlCharacters: places),
        isReadable ? places.map { .hidden($0) } : [], offset: failure.offset)
    }
    let diagnosis = SyntaxDiagnosis(
      failure: failure, source: YAMLBytes(bytes), file: file, keys: keys)
    guard let fault = diagnosis.fault else {
      // After a mistake that was covered, what cannot be explained is most likely its consequence.
      let found = isFirst ? [diagnosis.generalFault.finding(in: id)] : []
      return .mistake(found, [], offset: failure.offset)
    }
    let isConsequence = masked.covers(fault.range.lowerBound)
    return .mistake(
      isConsequence ? [] : [fault.finding(in: id)], fault.masks, offset: failure.offset)
  }

  private func reading(
    of parser: inout YAMLParser, masked: MaskedSource?, isASCII: Bool, _ known: [Finding]
  ) -> YAMLReading {
    var findings = known
    findings += self.findings(of: parser.unsupported)
    if parser.isCutShort {
      parser.decoded.discard()
      return YAMLReading(tree: nil, findings: findings)
    }
    var leftOut = masked?.leftOut ?? []
    if let second = parser.unsupported.last, second.kind == .secondDocument {
      leftOut.append(TextRange(second.range.start, TextOffset(file.text.count)))
    }
    let tree = parser.tree(of: file, restoring: masked)
    let faults = KeyFaults(in: tree, id: id)
    let dashes = MissingDashes(among: faults.mappingsWithRepetitions, of: tree, keys: keys).faults
    if !dashes.isEmpty {
      return parse(
        covering(dashes, masked), isASCII: isASCII, known + dashes.map { $0.finding(in: id) })
    }
    findings += faults.findings
    return YAMLReading(
      tree: tree, isFaithful: masked == nil && !parser.unsupported.contains(where: \.isLostInTree),
      leftOut: leftOut, assumesDashes: masked?.hasAssumedDashes ?? false, findings: findings)
  }

  private func covering(_ faults: [SyntaxFault], _ masked: MaskedSource?) -> MaskedSource {
    var masked = masked ?? MaskedSource(file)
    for mask in faults.flatMap(\.masks) { _ = masked.apply(mask) }
    return masked
  }

  private func findings(of constructs: [UnsupportedConstruct]) -> [Finding] {
    func names(_ kind: UnsupportedConstruct.Kind) -> Set<TextSlice> {
      Set(constructs.lazy.filter { $0.kind == kind }.compactMap { $0.name(in: file) })
    }
    let isProse = constructs.isEmpty || names(.anchor).isDisjoint(with: names(.alias))
    return constructs.map { $0.finding(in: file, id, limits: limits, isProse: isProse) }
  }
}
