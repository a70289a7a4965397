internal import Diagnostics
internal import ReportModel
internal import RuleLibrary
internal import RunningText
internal import SourceText
internal import Spelling

/// A reading that judges each word by what stands around it.
///
/// Names are not judged, nor what the document itself introduces between quotation marks or in
/// italics.
struct CloseReading {
  private let parameters: SpellingParameters
  private var census = WordCensus()
  /// The first use of each word in running text, in reading order.
  private var sightings: [Sighting] = []
  /// Words with capitals that are nearly those of institutions.
  private var misnomers: [(sighting: Sighting, institution: String)] = []

  fileprivate struct Sighting {
    /// The number of the word in the census.
    let word: Int
    let passage: Passage
    /// UTF-8 offsets in the decoded text.
    let range: Range<Int>
    /// The whole of a compound.
    let compound: Range<Int>
    /// The word with a capital that follows at once: at the start of a sentence both may be a name.
    let follower: Range<Int>?
  }

  /// The most words of a document for which suggestions are looked for: it takes the dictionary
  /// long to find them, and who has more such words has written in another language.
  private static let mostSuggested = 25
  private static let mostSuggestions = 4
  /// How often a word is written that must be meant as it is.
  private static let fewestMeant = 3

  init(_ parameters: SpellingParameters) {
    self.parameters = parameters
  }

  /// Reads a word that is in no list.
  /// - Parameter token: The position of its token.
  mutating func read(
    _ token: Int, as use: WordCensus.Uses, in wording: Wording, of passage: Passage
  ) {
    var sighting: Sighting?
    var institution: String?
    census.add(token, of: wording, as: use) { word in
      if use == .name {
        institution = Self.institution(meantBy: token, in: wording, parameters)
        if institution != nil { sighting = Sighting(word, token, wording, passage) }
        return true
      }
      guard wording.isPlainWord(token), !wording.isForeign(token, near: parameters.foreignWords)
      else { return false }
      let members = wording.compound(around: token)
      // In "al-Khattab" the name is the whole.
      guard !wording.tokens[members].contains(where: \.isNameLike) else { return false }
      sighting = Sighting(word, token, wording, passage)
      return true
    }
    guard let sighting else { return }
    if let institution {
      misnomers.append((sighting, institution))
    } else {
      sightings.append(sighting)
    }
  }

  /// Takes over what another has read, after what this one has read.
  mutating func join(_ next: CloseReading) {
    let known = census
    let words = census.join(next.census)
    sightings += next.sightings.map { $0.renumbered(words[$0.word]) }
    for (sighting, institution) in next.misnomers {
      let word = words[sighting.word]
      // A name is judged where it stands first.
      guard !known.uses(of: word).contains(.name) else { continue }
      misnomers.append((sighting.renumbered(word), institution))
    }
  }

  /// The institution that a word with a capital was meant to be: "the General Assemby".
  ///
  /// Names of persons may be nearly such a word, but have no article.
  private static func institution(
    meantBy token: Int, in wording: Wording, _ parameters: SpellingParameters
  ) -> String? {
    guard wording.isPlainWord(token), wording.followsArticle(token),
      !wording.isForeign(token, near: parameters.foreignWords)
    else { return nil }
    let typed = wording.string(at: token)
    return parameters.institutions.lazy.map(\.string).first { typed.isSlip(for: $0) }
  }

  func report(
    _ proofreader: @autoclosure () -> Proofreader?, _ context: CheckContext,
    _ findings: inout [Finding]
  ) {
    let candidates = candidates
    let misnomers = misnomers.filter { census.uses(of: $0.sighting.word) == .name }
    guard !candidates.isEmpty || !misnomers.isEmpty, let proofreader = proofreader() else { return }
    let names = proofreader.unknownWords(among: misnomers.map(\.sighting.typed))
    for (sighting, institution) in misnomers where names.contains(sighting.typed) {
      findings.append(finding(sighting, [institution], context))
    }
    let unknown = unknown(among: candidates, proofreader)
    guard !unknown.isEmpty else { return }
    let terms = context.terms
    // What a list of terms avoids, that list speaks of.
    for (index, sighting) in unknown.enumerated() where !terms.avoids(sighting.typed) {
      let suggestions =
        index < Self.mostSuggested
        ? proofreader.suggestions(for: sighting.typed.plain.uncapitalized) : []
      let words = suggestions.filter { !terms.avoids($0) }
      if isMisspelled(sighting, words) { findings.append(finding(sighting, words, context)) }
    }
  }
}

// MARK: - What is misspelled

extension CloseReading {
  /// The first use of each word that is in no list and that the document does not introduce.
  private var candidates: [Sighting] {
    var seen: Set<Int> = []
    return sightings.filter { sighting in
      let uses = census.uses(of: sighting.word)
      // With capitals only it is a name.
      let isWord = uses.contains(.small) || !uses.contains(.name)
      return isWord && !uses.contains(.apart) && seen.insert(sighting.word).inserted
    }
  }

  /// Those words that the dictionary does not have either, alone or in the compound they stand in.
  private func unknown(among candidates: [Sighting], _ proofreader: Proofreader) -> [Sighting] {
    let unknown = proofreader.unknownWords(among: candidates.map(asked))
    let stems = proofreader.unknownWords(among: candidates.compactMap(stem))
    let suspects = candidates.filter {
      unknown.contains(asked($0)) && stem(of: $0).map(stems.contains) ?? true
    }
    let compounds = suspects.compactMap(\.typedCompound)
    let unknownCompounds = proofreader.unknownWords(among: compounds)
    // "Kwame Opoku": of a name neither word is known.
    let openings = suspects.filter { !census.uses(of: $0.word).contains(.small) }
    let strangers = proofreader.unknownWords(among: openings.compactMap(\.typedFollower))
    return suspects.filter { suspect in
      let isNamed = suspect.typedFollower.map(strangers.contains) ?? false
      return suspect.typedCompound.map(unknownCompounds.contains) ?? true
        && !(isNamed && !census.uses(of: suspect.word).contains(.small))
        && !parameters.chemicalParts.make(suspect.typed)
    }
  }

  /// A word as the dictionary is asked for it: what has a capital at the start of sentences only
  /// may be a name.
  private func asked(_ sighting: Sighting) -> String {
    let typed = sighting.typed.plain
    return census.uses(of: sighting.word).contains(.small) ? typed.uncapitalized : typed
  }

  /// What follows a prefix that may make a word of any other.
  private func stem(of sighting: Sighting) -> String? {
    let typed = asked(sighting)
    return parameters.prefixes.lazy.map(\.string).first(where: typed.hasPrefix)
      .map { String(typed.dropFirst($0.count)) }
      .flatMap { $0.count >= Self.shortestStem ? $0 : nil }
  }

  /// What is shorter is too often a word by chance.
  private static let shortestStem = 5

  /// Whether a word that the dictionary does not have is a mistake.
  ///
  /// What may be a name, and what is written time and again, is one only where it is nearly
  /// another word.
  private func isMisspelled(_ sighting: Sighting, _ suggestions: [String]) -> Bool {
    let isSmall = census.uses(of: sighting.word).contains(.small)
    if isSmall, census.count(of: sighting.word) < Self.fewestMeant { return true }
    // In names the first letter is as strange as the rest; in a slip it is seldom the one mistaken.
    let first = sighting.typed.first?.lowercased()
    let words = suggestions.filter { word in
      !word.utf8.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
        && (isSmall || word == word.uncapitalized && word.first?.lowercased() == first)
    }
    return nearest(to: sighting.typed, among: words) != nil
  }

  private func finding(_ sighting: Sighting, _ suggestions: [String], _ context: CheckContext)
    -> Finding
  {
    let typed = sighting.typed
    let words = suggestions.enumerated()
      .map { (word: $1, rank: $1.rank(for: typed), place: $0) }
      .sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.word)
      .prefix(Self.mostSuggestions).map { $0.written(like: typed) }
    let question = words.first.map { "did you mean “\($0)”?" }
    let message = "“\(typed)” is in no dictionary" + (question.map { "; \($0)" } ?? "")
    return Finding(
      "word-misspelled", at: context.place(sighting.passage.text, sighting.range), message,
      caption: question,
      fixes: words.flatMap { word in
        context.rewriting(
          sighting.passage.text, sighting.range, as: word, safety: .suggestion)
      })
  }
}

extension CloseReading.Sighting {
  fileprivate func renumbered(_ word: Int) -> CloseReading.Sighting {
    CloseReading.Sighting(
      word: word, passage: passage, range: range, compound: compound, follower: follower)
  }

  fileprivate init(_ word: Int, _ token: Int, _ wording: Wording, _ passage: Passage) {
    let next = wording.token(at: token + 1)
    let isFollowed = next.map { $0.isWord && $0.isNameLike && !$0.isJoined } ?? false
    self.init(
      word: word, passage: passage, range: wording.tokens[token].range,
      compound: wording.range(of: wording.compound(around: token)),
      follower: isFollowed ? next?.range : nil)
  }

  fileprivate var typed: String { passage.text.text[range].string }

  fileprivate var typedFollower: String? { follower.map { passage.text.text[$0].string } }

  /// The compound that the word stands in, if it is in ASCII.
  fileprivate var typedCompound: String? {
    guard compound != range else { return nil }
    let typed = passage.text.text[compound].string.plain
    return typed.utf8.allSatisfy { $0 < 0x80 } ? typed : nil
  }
}

// MARK: - What is judged

extension Wording {
  /// Whether a word is of the sort that a dictionary has: in ASCII, with no capital but the first,
  /// and nothing but punctuation beside it.
  fileprivate func isPlainWord(_ index: Int) -> Bool {
    let letters = Array(string(at: index).plain.utf8)
    return letters.allSatisfy { $0 < 0x80 }
      && letters.dropFirst().allSatisfy { !(0x41...0x5A).contains($0) }
      // As in "d’accord", which is no English.
      && letters[1] != UInt8(ascii: "'")
      && !isGlued(index - 1, index) && !isGlued(index + 1, index + 1)
      && !isInChemicalName(index) && !isElided(index) && !isUnit(index)
  }

  /// Whether a word without vowels stands after a number, as the signs of units do: "12 ppm".
  private func isUnit(_ index: Int) -> Bool {
    guard token(at: index - 1)?.kind == .number, !tokens[index].isJoined,
      tokens[index].traits.isEmpty
    else { return false }
    return tokens[index].count <= 4 && !string(at: index).contains { "aeiouy".contains($0) }
  }

  /// Whether ‘ stands at the start of a word, of which it is a letter or stands for one: "‘tis".
  private func isElided(_ index: Int) -> Bool {
    tokens[index].isJoined && index > 0 && string(at: index - 1) == "‘"
  }

  /// Whether a word is part of a name such as "3,4-xylyl" or "imidazol-1-yl".
  private func isInChemicalName(_ index: Int) -> Bool {
    let members = compound(around: index)
    guard members.count > 1 else { return false }
    if members.dropFirst().dropLast().contains(where: { tokens[$0].kind == .number }) {
      return true
    }
    return tokens[members.lowerBound].kind == .number && tokens[members.lowerBound].isJoined
  }

  /// Whether an article stands before a word with a capital and others before that.
  fileprivate func followsArticle(_ index: Int) -> Bool {
    var before = index - 1
    while let token = token(at: before), token.isWord, token.isNameLike, index - before < 4 {
      before -= 1
    }
    return token(at: before)?.isWord == true
      && ["the", "The", "this", "its", "a"].contains(string(at: before))
  }

  /// Whether a word stands in words of another language: within two words of one that is known for
  /// that, or of one such as "d’accord".
  fileprivate func isForeign(_ index: Int, near known: TextList) -> Bool {
    func isForeign(_ neighbour: Int) -> Bool {
      guard let token = token(at: neighbour), token.isWord else { return false }
      let word = string(at: neighbour)
      return known.contains(word) || word.plain.dropFirst().first == "'"
    }
    func isWithinReach(_ step: Int) -> Bool {
      guard token(at: index + step)?.isWord == true else { return false }
      return isForeign(index + step) || isForeign(index + 2 * step)
    }
    return isWithinReach(-1) || isWithinReach(1)
  }

  /// Whether a token is joined to a word so that both are parts of something that is no word:
  /// "child(ren)", "un.org", "*s*".
  /// - Parameter joint: Which of the two follows the other.
  private func isGlued(_ neighbour: Int, _ joint: Int) -> Bool {
    guard let token = token(at: neighbour), tokens.indices.contains(joint), tokens[joint].isJoined
    else { return false }
    switch token.kind {
    case .possessive, .footnote, .paragraphBreak: return false
    case .mark:
      return token.count == 1 && Self.glue.contains(text[token.range.lowerBound])
        && isWithin(neighbour)
    default: return true
    }
  }

  /// Marks that part no words where there is no space on either side of them.
  private static let glue = Array("()[].@_:&+=#\\".utf8)

  /// Whether a mark has something on either side.
  private func isWithin(_ mark: Int) -> Bool {
    tokens[mark].isJoined && token(at: mark + 1)?.isJoined == true
  }

  /// Whether a note names a source: it has a title, a symbol or an address.
  var isCitation: Bool {
    tokens.contains { token in
      token.kind == .symbol || token.kind == .address
        || !token.zones.isDisjoint(with: [.quotation, .italics])
    }
  }
}

extension TextZones {
  var tokenZones: Token.Zones {
    var zones: Token.Zones = []
    if contains(.quotations) { zones.insert(.quotation) }
    if contains(.italics) { zones.insert(.italics) }
    return zones
  }
}

extension String {
  /// With apostrophes as dictionaries have them.
  fileprivate var plain: String { String(map { $0 == "’" ? "'" : $0 }) }

  fileprivate var uncapitalized: String { prefix(1).lowercased() + dropFirst() }

  /// Whether another word is this one but for a letter left out, doubled or not, or two that have
  /// changed places.
  fileprivate func isSlip(for word: String) -> Bool {
    let (typed, meant) = (Array(utf8), Array(word.utf8))
    guard abs(typed.count - meant.count) <= 1, typed != meant, typed.first == meant.first else {
      return false
    }
    let same = zip(typed, meant).prefix { $0 == $1 }.count
    let (typedRest, meantRest) = (typed[same...], meant[same...])
    switch typed.count - meant.count {
    case -1: return typedRest.elementsEqual(meantRest.dropFirst())
    case 1: return typed[same] == typed[same - 1] && typedRest.dropFirst().elementsEqual(meantRest)
    default:
      return typedRest.prefix(2).reversed().elementsEqual(meantRest.prefix(2))
        && typedRest.dropFirst(2).elementsEqual(meantRest.dropFirst(2))
    }
  }

  /// How likely it is that another word was meant as this one: a letter that was not doubled is the
  /// mistake made most, and any long word can be cut in two.
  fileprivate func rank(for typed: String) -> Int {
    if contains(" ") { return 2 }
    return undoubled == typed.lowercased().undoubled && utf8.count != typed.utf8.count ? 0 : 1
  }

  /// With each letter once where it stands twice.
  private var undoubled: String {
    var last: Character?
    return filter { letter in
      defer { last = letter }
      return letter != last
    }
  }

  /// With the capital that another word has, and apostrophes as they are printed.
  fileprivate func written(like word: String) -> String {
    let cased = word == word.uncapitalized ? self : prefix(1).uppercased() + dropFirst()
    return String(cased.map { $0 == "'" ? "’" : $0 })
  }
}
