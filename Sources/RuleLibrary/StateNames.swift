public import ReportModel
internal import SourceText

/// The names of States in a language, and of what is listed among them: `Rules/states/<code>.yaml`.
public struct StateNames: Sendable {
  /// A State, or an entity that is listed in its alphabetical place.
  public struct Entry: Sendable {
    /// The short form, as lists have it.
    public let name: String
    /// What running text has before the name, such as "the"; lists may have it too.
    public let article: String?
    public let formal: String?
    public let former: [FormerName]
    /// Names in common use that lists do not have.
    public let common: [String]
    /// Other names that lists may have.
    public let accepted: [String]

    /// The short form that was right on a day.
    public func name(on date: CalendarDate?) -> String {
      guard let date else { return name }
      return former.filter { date < $0.until }.min { $0.until < $1.until }?.name ?? name
    }

    /// All names that lists may have on a day. On the day of a change both names are right.
    public func names(on date: CalendarDate?) -> [String] {
      [name(on: date)] + accepted + former.filter { $0.until == date }.map(\.name)
    }

    var otherNames: [String] {
      (formal.map { [$0] } ?? []) + former.map(\.name) + common + accepted
    }
  }

  /// A name that was right up to a day.
  public struct FormerName: Sendable {
    public let name: String
    public let until: CalendarDate
  }

  public let entries: Entries
  /// Whether the order of a list follows from its names.
  public let isOrdered: Bool
  /// Words that may follow a name in a list, such as "on behalf of".
  let followers: [String]
  /// Whether these are all names, so that those of the built-in file do not count.
  let isComplete: Bool
  let articles: Articles
  private let index: NameIndex
  /// The names that are another entry's already, with the position of the entry that repeats them.
  let clashes: [(name: String, position: Int)]

  init(entries: [Entry], followers: [String], isOrdered: Bool = true, isComplete: Bool = false) {
    var register = NameRegister(entries)
    register.addNames(of: entries)
    self.init(
      entries: Entries(entries), followers: followers, isOrdered: isOrdered,
      isComplete: isComplete, index: register.index, clashes: register.clashes)
  }

  /// - Parameter index: The index of the names of the entries.
  init(
    entries: Entries, followers: [String], isOrdered: Bool, isComplete: Bool, index: NameIndex,
    clashes: [(name: String, position: Int)] = []
  ) {
    self.entries = entries
    self.followers = followers
    self.isOrdered = isOrdered
    self.isComplete = isComplete
    self.index = index
    self.clashes = clashes
    articles = Articles(Set(index.articleOwners.compactMap { entries[$0].article }))
  }

  /// The names with others laid over them: a State of the same name is replaced.
  func extended(by house: StateNames) -> StateNames {
    guard !house.isComplete else { return house }
    let replaced = Set(house.entries.map { NameKey($0.name) })
    return StateNames(
      entries: house.entries + entries.filter { !replaced.contains(NameKey($0.name)) },
      followers: followers + house.followers, isOrdered: isOrdered && house.isOrdered)
  }

  /// Every name of every entry, for "did you mean".
  public var allNames: [String] { entries.flatMap { [$0.name] + $0.otherNames } }

  /// The position of the entry that a name is one of, in whatever form.
  public func position(of name: String) -> Int? { index.position(of: name) }

  /// What names are found by, as it is to be kept in the program.
  public var storedTable: String { StoredNumbers.text(of: index.numbers) }
}

/// The words that running text has before names: "the", "l'".
struct Articles: Sendable {
  /// In small letters, with the space that follows them.
  private let words: [[UInt8]]

  init(_ words: Set<String>) {
    self.words = words.sorted().flatMap { word in
      word.hasSuffix("'")
        ? [Array(word.utf8), Array("\(word.dropLast())’".utf8)] : [Array("\(word) ".utf8)]
    }
  }

  /// The number of UTF-8 bytes of the article that a name begins with; 0 where there is none.
  func count(before name: String) -> Int {
    words.first { word in
      name.utf8.count > word.count && zip(name.utf8, word).allSatisfy { $0.isLetter($1) }
    }?.count ?? 0
  }
}

extension UInt8 {
  /// Whether the byte is another, or the capital of that letter.
  fileprivate func isLetter(_ small: UInt8) -> Bool {
    self == small || (0x61...0x7A).contains(small) && self | 0x20 == small
  }
}
