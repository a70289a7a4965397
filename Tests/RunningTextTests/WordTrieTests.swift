import ProseSyntax
import RunningText
import Seeding
import SourceText
import Testing

/// What a trie of some phrases finds in a text, as it was made and as it is kept in a program.
private func found(_ phrases: [String], in text: String) -> [String] {
  var trie = WordTrie()
  for phrase in phrases { trie.insert(phrase) }
  let kept = WordTrie(
    stored: StoredNumbers(TextSlice(trie.storedNumbers)), letters: TextSlice(trie.storedLetters))
  let wording = Wording(of: text)
  let found = matches(of: trie, in: wording)
  #expect(matches(of: kept, in: wording) == found)
  #expect(kept.count == trie.count && kept.longestCount == trie.longestCount)
  #expect(kept.storedNumbers == trie.storedNumbers)
  return found.map { wording.string(of: $0.tokens) }
}

private struct Found: Equatable {
  let phrase: Int
  let tokens: Range<Int>
}

/// All matches, and the longest at each token.
private func matches(of trie: WordTrie, in wording: Wording) -> [Found] {
  var found: [Found] = []
  trie.forEachMatch(in: wording) { found.append(Found(phrase: $0.phrase, tokens: $0.tokens)) }
  for index in wording.tokens.indices {
    let longest = trie.longestMatch(at: index, in: wording)
    #expect(
      longest?.tokens == found.last { $0.tokens.lowerBound == index }?.tokens, "\(index)")
  }
  return found
}

@Suite struct WordTrieTests {
  @Test func `words and phrases are found, whatever their capitals`() {
    #expect(found(["member state"], in: "A MEMBER  State, a member") == ["MEMBER  State"])
    #expect(found(["chair"], in: "chairs, Chair’s and armchair") == ["Chair"])
    #expect(found(["État"], in: "l’état et L’ÉTAT") == [])
    #expect(found(["État"], in: "un état et ÉTAT") == ["état", "ÉTAT"])
  }

  @Test func `of phrases that begin alike all are found, the shorter first`() {
    #expect(
      found(["the state of play", "the state"], in: "the state of play") == [
        "the state", "the state of play",
      ])
    #expect(found(["the state", "the state"], in: "the state") == ["the state", "the state"])
  }

  @Test func `what joins words is part of a phrase`() {
    #expect(
      found(["co-operation"], in: "co-operation, co - operation, co operation") == ["co-operation"])
    #expect(found(["co-operation"], in: "co\u{2011}operation") == ["co\u{2011}operation"])
    #expect(found(["U.N."], in: "U.N. and U. N.") == ["U.N."])
    #expect(found(["don't"], in: "don’t") == ["don’t"])
  }

  @Test func `a word in two parts is found as if it were in one`() {
    for (stem, ending) in [
      ("organ", "ise"), ("Organ", "ISE"), ("co-oper", "ate"), ("", "organise"),
    ] {
      var trie = WordTrie()
      trie.insert(TextSlice(stem), TextSlice(ending))
      trie.insert(stem + ending)
      trie.insert(TextSlice(stem), TextSlice(ending))
      var phrases: [Int] = []
      trie.forEachMatch(in: Wording(of: "They \(stem + ending) it")) { phrases.append($0.phrase) }
      #expect(phrases == [2, 1, 0], "\(stem)|\(ending)")
    }
  }

  @Test func `the longest phrase is found at a place`() {
    var trie = WordTrie()
    for phrase in ["are", "are urged", "are urged to"] { trie.insert(phrase) }
    let wording = Wording(of: "States are urged to act")
    #expect(trie.longestMatch(at: 1, in: wording).map { $0.phrase } == 2)
    #expect(trie.longestMatch(at: 0, in: wording) == nil)
    #expect(trie.longestMatch(at: 9, in: wording) == nil)
  }

  @Test func `thousands of random phrases are found as a plain search finds them`() {
    var random = SeededGenerator(for: "phrases of a trie")
    func phrase(_ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &random)).map { _ in
        random.one(of: ["a", "b", "ab", "ba", "É", "12", "-", ",", "b’s"])
      }.joined(separator: " ")
    }
    for _ in 0..<300 {
      let phrases = (0..<40).map { _ in phrase(1...4) }
      let text = phrase(30...60)
      let words = Wording(of: text)
      var expected: [String] = []
      for start in words.tokens.indices {
        for count in 1...8 where start + count <= words.tokens.count {
          let candidate = words.string(of: start..<start + count)
          let same = phrases.filter { $0 == candidate && !words.tokens[start].isJoined }
          expected += same
        }
      }
      let all = found(phrases, in: text)
      #expect(all.sorted() == expected.sorted(), "\(phrases) in \(text)")
    }
  }
}
